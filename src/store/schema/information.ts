import type { LogPlace } from './columns.js';

/** One piece of information as it stands now. Nothing of a withheld claim is in here. */
export interface InformationTable extends LogPlace {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly title_en: string;
  readonly title_fr: string;
  readonly incident: string | null;
  readonly scene: string | null;
  readonly registered_by: string;
  /** An officer; null where the author is another, withheld, or nobody is named. */
  readonly author: string | null;
  /** The statement of somebody without a key, taken by an officer. */
  readonly as_told: boolean;
  readonly language: string;
  readonly pages: number | null;
  readonly personal_data: boolean;
  readonly classification: string;
  /** Under a hold that stands (E57). */
  readonly held: boolean;
  /** Units of granted releases. */
  readonly recipient_units: readonly string[];
}

export interface InformationItemTable {
  readonly information: string;
  readonly item: string;
}
