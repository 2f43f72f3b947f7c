import type { TakenAlong, Wanted } from '../../client/index.js';
import { isJsonObject, type JsonObject } from '../../log/index.js';
import { UsageError } from '../usage-error.js';

/** Something an officer asked to take along, as he knows it, and how many items came with it. */
export interface TakenByName {
  readonly subject: string;
  /** As the register calls it: a scene's name, an incident's case file, an item's number; null: not to be read. */
  readonly name: string | null;
  /** Null for an item itself. */
  readonly items: number | null;
}

/** How an item's state says that it belongs to what was asked for. */
const holdsItem = {
  incident: (item: JsonObject) => item.incident,
  scene: (item: JsonObject) => item.scene,
  site: ({ custody = null }: JsonObject) => (isJsonObject(custody) ? custody.site : null),
} as const;

/**
 * What was asked for, one by one. A mistyped UUID must not send an officer to a scene without its clearance.
 * @throws UsageError where of something neither the record nor an item came along
 */
export function takenByName({ incidents, scenes, sites, items }: Wanted, taken: TakenAlong): TakenByName[] {
  const states = new Map([...taken.subjects].map(([subject, { state }]) => [subject, asObject(state)]));
  const itemStates = [...states].filter(([subject]) => subject.startsWith('evidence/'));
  const group = (kind: keyof typeof holdsItem, ids: readonly string[], member: string) =>
    ids.map(id => {
      const subject = `${kind}/${id}`;
      const held = itemStates.filter(([, state]) => holdsItem[kind](state) === id).length;
      return { subject, name: nameIn(states.get(subject), member), items: held };
    });
  const named = [
    ...group('incident', incidents, 'caseFile'),
    ...group('scene', scenes, 'name'),
    ...group('site', sites, 'name'),
    ...items.map(id => ({
      subject: `evidence/${id}`,
      name: nameIn(states.get(`evidence/${id}`), 'number'),
      items: null,
    })),
  ];
  const missing = named.filter(({ subject, items: held }) => !states.has(subject) && (held ?? 0) === 0);
  if (missing.length === 0) return named;
  const list = missing.map(({ subject }) => subject).join(', ');
  throw new UsageError({
    en: `Nothing was taken along: not there, or not for you to read: ${list}`,
    fr: `Rien n'a été emporté : n'existe pas, ou ne vous est pas visible : ${list}`,
  });
}

function nameIn(state: JsonObject | undefined, member: string): string | null {
  const name = state?.[member];
  return typeof name === 'string' ? name : null;
}

function asObject(state: unknown): JsonObject {
  return isJsonObject(state as JsonObject) ? (state as JsonObject) : {};
}
