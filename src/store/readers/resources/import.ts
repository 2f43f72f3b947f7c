import { Code, Count } from '../../../custody/schema/described.js';
import { importContents, importStandings } from '../../../custody/vocabulary/imports.js';
import { codesOf } from '../../../custody/vocabulary/vocabulary.js';
import { codeFilter, Moment, Shown, textFilter, Uuid } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'import', name);

/** Imports of tables: what was taken over, how far it has come, whether its rows count. */
export const importResource: ResourceDefinition = {
  resource: 'imports',
  path: 'imports',
  kind: 'import',
  title: { en: 'Imports', fr: 'Imports de tableaux' },
  columns: {
    reference: of(Shown('Reference', 'Référence'), 'reference'),
    contents: of(Code(codesOf(importContents), 'What its rows are', 'Nature des lignes'), 'contents'),
    tableSha256: of(Shown('SHA-256 of the table', 'SHA-256 du tableau'), 'table_sha256'),
    totalRows: of(Count('Rows of the table', 'Lignes du tableau'), 'total_rows'),
    enteredRows: of(Count('Rows entered', 'Lignes enregistrées'), 'entered_rows'),
    lastRow: of(Count('Last row entered', 'Dernière ligne enregistrée'), 'last_row'),
    standing: of(Code(codesOf(importStandings), 'How far it has come', 'Avancement'), 'standing'),
    openedBy: of(Uuid('Who opened it', 'Ouvert par'), 'opened_by'),
    openedAt: of(Moment('When it was opened', "Date d'ouverture"), 'opened_at'),
  },
  filters: {
    reference: textFilter('import.reference', 'Reference', 'Référence'),
    standing: codeFilter('import.standing', codesOf(importStandings), 'How far it has come', 'Avancement'),
  },
};
