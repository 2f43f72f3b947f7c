import { following } from '../../rule.js';
import { Count, Exactly, Nullable } from '../../schema/described.js';
import { Sha256 } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import type { ImportState } from '../state.js';
import { checkUnderWay } from '../under-way.js';

const body = Exactly({
  ...actMembers,
  entered: Count('Rows entered', 'Lignes enregistrées', { min: 1, max: 10_000_000 }),
  refused: Count('Rows left out', 'Lignes écartées', { max: 10_000_000 }),
  refusals: Nullable(
    Sha256(
      'SHA-256 of the list of rows left out, and why; null: none was',
      'SHA-256 de la liste des lignes écartées et de leurs motifs ; null : aucune',
    ),
  ),
});

/** `import.closed`: every row of the table was entered or left out for a reason; from this leaf on its rows count. */
export const importClosed = following<ImportState, typeof body>({
  type: 'import.closed',
  form: 1,
  source: 'domain.md G3',
  title: { en: 'Import closed', fr: 'Import clos' },
  body,
  decide: (state, act) => [
    ...checkUnderWay(state, act),
    ...refuseIf(act.body.entered !== state.enteredRows, 'import.entered-otherwise', '/body/entered', {
      stated: String(act.body.entered),
      entered: String(state.enteredRows),
    }),
    ...refuseIf(
      act.body.entered + act.body.refused !== state.totalRows,
      'import.rows-unaccounted',
      '/body/refused',
      {
        entered: String(act.body.entered),
        refused: String(act.body.refused),
        rows: String(state.totalRows),
      },
    ),
    ...refuseIf(
      act.body.refused > 0 !== (act.body.refusals !== null),
      'import.refusals-not-listed',
      '/body/refusals',
    ),
  ],
  evolve: (state, { index }) => ({ ...state, standing: 'CLOSED', closedIndex: index }),
});
