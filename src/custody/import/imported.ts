import { subjectKind } from '../../log/index.js';
import type { Act, Claim, LogWideFacts } from '../rule.js';
import { Count, Exactly, Nullable, type Static, words } from '../schema/described.js';
import { IdOf } from '../schema/identifiers.js';
import { refuse, refuseIf, type Violation } from '../violation.js';
import type { ImportContents } from '../vocabulary/imports.js';
import type { ImportState } from './state.js';

/** Of what was not recorded here but taken over from an existing table: which import, which row. */
export const Imported = Nullable(
  Exactly(
    {
      import: IdOf('import', 'Import', 'Import'),
      row: Count(
        'Row of the table, from 1, its heading not counted',
        'Ligne du tableau, à partir de 1, hors en-tête',
        {
          min: 1,
          max: 10_000_000,
        },
      ),
    },
    words('Where it was taken over from a table', "Origine, si c'est repris d'un tableau"),
  ),
);

type OfImport = Static<typeof Imported>;

/** What a row of each kind of table may begin. */
const kindsOf: Readonly<Record<ImportContents, readonly string[]>> = {
  INCIDENTS: ['incident', 'account'],
  ITEMS: ['evidence'],
};

/** Each row becomes one subject of a kind, once for ever: an import that is resumed enters nothing twice. */
export function claimsOfRow(kind: string, imported: OfImport): readonly Claim[] {
  return imported === null
    ? []
    : [{ set: 'imported-row', key: `${imported.import} ${kind} ${imported.row}` }];
}

/** Rows are entered by the officer who opened the import, while it is open. */
export function checkImported(
  imported: OfImport,
  { actor, subject }: Act,
  facts: LogWideFacts,
): readonly Violation[] {
  if (imported === null) return [];
  const pointer = '/body/imported';
  const state = facts.state(`import/${imported.import}`) as ImportState | undefined;
  if (state === undefined) return [];
  const { reference, standing, openedBy, totalRows } = state;
  if (standing !== 'OPEN') return [refuse('import.not-open', `${pointer}/import`, { reference, standing })];
  const kind = subjectKind(subject);
  return [
    ...refuseIf(!kindsOf[state.contents].includes(kind), 'import.not-its-contents', `${pointer}/import`, {
      reference,
      contents: state.contents,
    }),
    ...refuseIf(openedBy !== actor.officer, 'import.of-another', `${pointer}/import`, { reference }),
    ...refuseIf(imported.row > totalRows, 'import.row-beyond', `${pointer}/row`, {
      row: String(imported.row),
      rows: String(totalRows),
    }),
  ];
}
