import type { BigInteger, LogPlace, NullableTimestamp } from './columns.js';

/** What the register knows of an item now, as a fold: the projection goes on from it. */
export interface MaterielItemTable {
  readonly item: string;
  /** `KnownItem` of the projection. */
  readonly known: object;
}

/**
 * What the register says of a sub-lot of an item, from one leaf (`known_index`) until another (`superseded_index`). In force
 * at leaf K is what has `known_index <= K` and no `superseded_index <= K`; now, what has none.
 */
export interface MaterielVersionTable {
  readonly item: string;
  /** 0, 1, …: sub-lots of one version; an item that nobody divided up by headstamp has one. */
  readonly part: number;
  readonly known_index: BigInteger;
  readonly superseded_index: BigInteger | null;
  /** The act that it rests on, and who signed it. */
  readonly event_id: string;
  readonly stated_by: string;
  /** RECORD, INHERITED (of the lot it was divided from), IDENTIFICATION. */
  readonly stated: string;
  readonly identification: string | null;
  readonly incident: string;
  readonly category: string;
  readonly sub_category: string;
  /** FOUND, DIVIDED, COMPONENT; TAKEN: from another item, which is the one that counts. */
  readonly origin: string;
  readonly taken_from: string | null;
  readonly found_as: string;
  /** Where it was found at another time than that of the incident. */
  readonly found_at: NullableTimestamp;
  readonly found_precision: string | null;
  readonly recovering_party: string;
  /** IN_CUSTODY, DOCUMENTED_ONLY. */
  readonly holding: string;
  /** The import it came with: it counts from the closing of that on. */
  readonly import: string | null;
  /** Pieces, those used up in examinations included; null: not stated, or (`balances` false) not known any more. */
  readonly count: BigInteger | null;
  /** False where pieces were divided off after the identification, so that its sub-lots have no counts any more. */
  readonly balances: boolean;
  /** The item's own quantity, decimal as text. */
  readonly amount: string | null;
  readonly unit: string;
  readonly obliterated: boolean;
  /** By its code, or normalised where the list has none. */
  readonly calibre: string | null;
  readonly calibre_written: string | null;
  readonly producer: string | null;
  readonly producer_key: string | null;
  readonly model: string | null;
  readonly model_key: string | null;
  readonly year: number | null;
  readonly country: string | null;
  readonly country_key: string | null;
  readonly lot: string | null;
  readonly lot_key: string | null;
  readonly serial: string | null;
  /** Of candidates alone: two numbers of one key need not be one number. */
  readonly serial_key: string | null;
  readonly secondary_mark: string | null;
  readonly headstamp: string | null;
  readonly confidence: string | null;
  readonly reference: string | null;
  /** Calibre, producer and year of ammunition (V5); null: a partial key, which is no sample. */
  readonly sample_key: string | null;
}

export interface IdentificationTable extends LogPlace {
  readonly id: string;
  readonly item: string;
  readonly made_by: string;
  /** Who stated what is in force. */
  readonly stated_by: string;
  /** Everybody who stated it once. */
  readonly authors: readonly string[];
  readonly parts: number;
  readonly unidentified: BigInteger;
  readonly statements: number;
  readonly withdrawn: boolean;
  readonly classification: string;
}

export interface ReferenceTable extends LogPlace {
  readonly id: string;
  readonly name: string;
  readonly describes: string;
  readonly source: string;
  readonly opened_by: string;
  /** Entries that stand. */
  readonly entries: number;
}

/** What an entry of a reference said, from one leaf until another; withdrawn is what no row says now. */
export interface ReferenceEntryTable {
  readonly reference: string;
  readonly key: string;
  readonly known_index: BigInteger;
  readonly superseded_index: BigInteger | null;
  readonly event_id: string;
  readonly stated_by: string;
  readonly kind: string;
  readonly mark: string | null;
  readonly producer: string | null;
  readonly producer_key: string | null;
  readonly country: string | null;
  readonly year_from: number | null;
  readonly year_to: number | null;
  readonly model: string | null;
  readonly calibre: string | null;
  readonly calibre_written: string | null;
  readonly source: string;
  readonly confidence: string;
}
