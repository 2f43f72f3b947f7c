import type { Text } from '../../../custody/text.js';

/** What an auditor looks at first, as the register stands now. */
export const standingReports = {
  'custody-gaps': {
    en: 'Times that nobody can account for, as stated',
    fr: 'Périodes dont personne ne répond, selon les déclarations',
  },
  'late-entries': { en: 'Late entries, item by item', fr: 'Inscriptions tardives, pièce par pièce' },
  disputed: {
    en: 'Acts signed by a compromised key, by officer',
    fr: 'Actes signés par une clé compromise, par officier',
  },
  overdue: {
    en: 'Transfers, returns and check-outs past their time',
    fr: 'Transferts, retours et sorties hors délai',
  },
  seals: { en: 'Seals whose state nobody explained', fr: "Scellés dont l'état n'est pas expliqué" },
  overrides: { en: 'Gates passed by decision, by officer', fr: 'Verrous levés par décision, par officier' },
  'signed-alone': {
    en: 'Acts signed by fewer than the procedure in force asks for',
    fr: 'Actes signés par moins de personnes que la procédure en vigueur ne le demande',
  },
} as const satisfies Record<string, Text>;

export type StandingReportName = keyof typeof standingReports;

/** One line of a report. */
export interface StandingRow {
  /** What it is, e.g. `CUSTODY_GAP`, `GATE-1`, `evidence.collected`. */
  readonly what: string;
  /** `<kind>/<UUID>`. */
  readonly subject: string;
  /** How people call that, where it has such a name. */
  readonly label: string;
  /** Who is concerned: expected to act, deciding, or who signed; null where nobody is named. */
  readonly officer: string | null;
  readonly detail: string;
  /** ms since 1970: since when, or when it was received. */
  readonly since: number;
  /** Whether it rests on what was entered late alone; null where that is no question. */
  readonly late: boolean | null;
  /** Leaf of the act; null where the report is not about one. */
  readonly leaf: number | null;
}
