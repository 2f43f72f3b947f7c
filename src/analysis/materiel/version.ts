/** What the register says of one sub-lot of an item, with the incident it belongs to: the input of all that is computed of it. */
export interface MaterielVersion {
  /** UUID of the item. */
  readonly item: string;
  readonly part: number;
  /** Leaf that stated it; of what was imported, the leaf that closed the import, from which on it counts. */
  readonly known: number;
  /** In force at the leaf that is asked about; false: superseded by then. */
  readonly inForce: boolean;
  /** `event_id` of the act that it rests on, who signed it, and what it is: RECORD, INHERITED, IDENTIFICATION. */
  readonly event: string;
  readonly statedBy: string;
  readonly stated: string;
  /** It came by an import. */
  readonly imported: boolean;
  readonly incident: string;
  readonly caseFile: string | null;
  /** When it was found, else when the incident happened; ms since 1970; null where the reader may not know of the incident. */
  readonly at: number | null;
  readonly precision: string | null;
  readonly place: string | null;
  /** Largest first. */
  readonly administrativeUnits: readonly string[];
  readonly category: string;
  readonly subCategory: string;
  readonly origin: string;
  readonly foundAs: string;
  readonly recoveringParty: string;
  readonly holding: string;
  /** Where the item is now: its physical state. */
  readonly physical: string;
  readonly count: number | null;
  readonly balances: boolean;
  readonly calibre: string | null;
  readonly producer: string | null;
  readonly producerKey: string | null;
  readonly model: string | null;
  readonly modelKey: string | null;
  readonly year: number | null;
  readonly country: string | null;
  readonly countryKey: string | null;
  readonly lot: string | null;
  readonly lotKey: string | null;
  readonly serial: string | null;
  readonly serialKey: string | null;
  readonly secondaryMark: string | null;
  readonly confidence: string | null;
  readonly reference: string | null;
  readonly sampleKey: string | null;
}

/**
 * What counts: in force, of something, not taken from an item that counts itself; artisanal arms and hunting rifles are
 * recorded and stay out of all counts (V3).
 */
export function counts({ inForce, count, origin, category }: MaterielVersion): boolean {
  return inForce && count !== 0 && origin !== 'TAKEN' && category !== 'ARTISANAL_ARM';
}
