/** Kinds of piece that a hold can be over: each has `holdItemRules` among its events. */
const heldKinds = ['evidence', 'information', 'examination'] as const;

export type HeldKind = (typeof heldKinds)[number];

/** Types of the item events of a hold, e.g. `evidence.hold-placed`. */
export function heldTypes(word: string): readonly string[] {
  return heldKinds.map(kind => `${kind}.${word}`);
}
