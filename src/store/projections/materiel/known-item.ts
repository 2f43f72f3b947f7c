/** What an object, or one sub-lot of a lot, is taken to be. */
export interface KnownIdentity {
  readonly producer: string | null;
  readonly model: string | null;
  readonly calibre: string | null;
  readonly calibreWritten: string | null;
  readonly serial: string | null;
  readonly year: number | null;
  readonly country: string | null;
  readonly lot: string | null;
  readonly secondaryMark: string | null;
  readonly headstamp: string | null;
  readonly confidence: string | null;
  readonly reference: string | null;
}

interface KnownPart extends KnownIdentity {
  readonly count: number;
}

/** An identification that stands (E35). */
export interface KnownStatement {
  readonly identification: string;
  readonly foundAs: string | null;
  readonly obliterated: boolean | null;
  readonly parts: readonly KnownPart[];
  readonly unidentified: number;
}

/**
 * What the register knows of one item after an act, folded from the bodies of acts alone: the record of the item, what was
 * divided off and used up since, and what is identified about it.
 */
export interface KnownItem {
  readonly incident: string;
  readonly category: string;
  readonly subCategory: string;
  /** How it came to be an item: found, part of a divided lot, component taken off, or taken from an item for examination. */
  readonly origin: 'FOUND' | 'DIVIDED' | 'COMPONENT' | 'TAKEN';
  readonly takenFrom: string | null;
  readonly foundAs: string;
  /** When it was found, where that is said to be another time than that of the incident. */
  readonly found: { readonly at: string; readonly precision: string } | null;
  readonly recoveringParty: string;
  readonly holding: string;
  /** The import it came with: it counts once that is closed. */
  readonly import: string | null;
  readonly obliterated: boolean;
  /** As the log has it now. */
  readonly amount: string | null;
  readonly unit: string;
  /** Used up in examinations, which was recovered all the same. */
  readonly consumed: readonly string[];
  readonly recorded: KnownIdentity;
  /** The part of a divided lot says nothing itself, and has what stood of the whole. */
  readonly inherited: boolean;
  readonly statement: KnownStatement | null;
}

export const nothingKnown: KnownIdentity = {
  producer: null,
  model: null,
  calibre: null,
  calibreWritten: null,
  serial: null,
  year: null,
  country: null,
  lot: null,
  secondaryMark: null,
  headstamp: null,
  confidence: null,
  reference: null,
};

/** What stands of every piece of the item alike; null where the pieces differ. */
export function commonIdentity({ statement, recorded }: KnownItem): KnownIdentity | null {
  if (statement === null) return recorded;
  const [only, ...others] = statement.parts;
  if (only === undefined || others.length > 0 || statement.unidentified > 0) return null;
  const { count: _count, ...identity } = only;
  return identity;
}
