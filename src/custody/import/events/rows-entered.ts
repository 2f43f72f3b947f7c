import { following } from '../../rule.js';
import { Count, Exactly, List, type Static } from '../../schema/described.js';
import { SubjectOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import type { ImportState } from '../state.js';
import { checkUnderWay } from '../under-way.js';

const body = Exactly({
  ...actMembers,
  rows: List(
    Exactly({
      row: Count('Row', 'Ligne', { min: 1, max: 10_000_000 }),
      subject: SubjectOf(['incident', 'evidence'], 'What it became', 'Ce qu’elle est devenue'),
    }),
    'Rows, in their order in the table',
    "Lignes, dans l'ordre du tableau",
    { min: 1, max: 450 },
  ),
});

type Body = Static<typeof body>;

/**
 * `import.rows-entered`: which rows of the table are in the log, and as what; it is the last event of the batch that brings
 * them, so an import that broke off says itself where it goes on.
 */
export const importRowsEntered = following<ImportState, typeof body>({
  type: 'import.rows-entered',
  form: 1,
  source: 'domain.md G3',
  title: { en: 'Rows of a table entered', fr: "Lignes d'un tableau enregistrées" },
  body,
  decide: (state, act) => [...checkUnderWay(state, act), ...checkOrder(state, act.body)],
  looksUp: ({ body: { rows } }) => ({ subjects: rows.map(({ subject }) => subject) }),
  decideLogWide: (_state, act, facts) =>
    act.body.rows.flatMap(({ row, subject }, position) => {
      const became = facts.state(subject) as { readonly imported?: BecomeOf } | undefined;
      const pointer = `/body/rows/${position}/subject`;
      if (became === undefined) return [refuse('reference.subject-unknown', pointer, { subject })];
      const fits = became.imported?.import === act.id && became.imported.row === row;
      return refuseIf(!fits, 'import.row-of-another', pointer, { subject, row: String(row) });
    }),
  evolve: (state, { body: { rows } }) => ({
    ...state,
    enteredRows: state.enteredRows + rows.length,
    lastRow: rows.at(-1)?.row ?? state.lastRow,
  }),
});

type BecomeOf = { readonly import: string; readonly row: number } | null;

/** Rows go forward, so that none is told twice and the last one says where to go on. */
function checkOrder({ lastRow }: ImportState, { rows }: Body): readonly Violation[] {
  const astray = rows.findIndex(({ row }, position) => row <= (rows[position - 1]?.row ?? lastRow));
  return refuseIf(astray >= 0, 'import.rows-not-in-order', `/body/rows/${astray}/row`, {
    row: String(rows[astray]?.row ?? ''),
    after: String(rows[astray - 1]?.row ?? lastRow),
  });
}
