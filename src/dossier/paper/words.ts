import type { Text } from '../../custody/text.js';

/**
 * Words on the paper. French is the language of the court and never missing; English stands beside it where
 * somebody wrote it. Any `Text` is one. What an officer wrote in one language alone stands in `fr`, as written.
 */
export interface Bilingual {
  readonly fr: string;
  readonly en?: string | null;
}

/** A part of the dossier: with nothing inside it says why (issue 5: no section is printed empty). */
export interface Section<Entry> {
  readonly entries: readonly Entry[];
  /** Printed in place of the entries when there are none: a whole sentence. */
  readonly whenNone: Bilingual;
}

/** A point in time, and no more of it than is known (RQ-09). */
export interface Moment {
  /** `YYYY-MM-DDTHH:MM:SSZ` or with `.sss`. */
  readonly at: string;
  readonly precision: 'SECOND' | 'MINUTE' | 'HOUR' | 'DAY' | 'MONTH' | 'YEAR';
}

/** What stands beside a label of a form. */
export interface Row {
  readonly label: Text;
  readonly value: Bilingual;
}

/** Who signed or is to sign: the capacity always (RQ-08); a name is `null` where it is written by hand or withheld. */
export interface Signatory {
  readonly name: string | null;
  /** Grade or rank; `null`: written by hand. */
  readonly grade: string | null;
  /** Function, e.g. `Custodian of the headquarters store`. */
  readonly capacity: Bilingual;
  readonly unit: Bilingual;
}
