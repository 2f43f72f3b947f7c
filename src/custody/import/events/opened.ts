import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Code, Count, Exactly, Line, Prose, words } from '../../schema/described.js';
import { Sha256 } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { importContents } from '../../vocabulary/imports.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import type { ImportState } from '../state.js';

const body = Exactly({
  ...actMembers,
  reference: Line('Reference of the import', "Référence de l'import", 100),
  contents: Code(codesOf(importContents), 'What its rows are', 'Nature des lignes'),
  table: Exactly(
    {
      sha256: Sha256('SHA-256 of the table, hexadecimal', 'SHA-256 du tableau, en hexadécimal'),
      size: Count('Size in bytes', 'Taille en octets', { min: 1, max: 2 ** 53 - 1 }),
      rows: Count('Rows, the heading not counted', 'Lignes, hors en-tête', { min: 1, max: 10_000_000 }),
    },
    words('The table as it was read', 'Le tableau tel que lu'),
  ),
  mapping: Sha256(
    'SHA-256 of the file that says which column is what',
    'SHA-256 du fichier de correspondance des colonnes',
  ),
  origin: Prose(
    'Who kept the table, since when, and where it lies',
    'Qui tenait le tableau, depuis quand, où il se trouve',
  ),
});

/**
 * `import.opened`: an officer answers for taking over an existing table, by the hash of its bytes. Its rows are signed one by
 * one as what they are: documented there, not recorded here. They count nowhere until `import.closed`.
 */
export const importOpened = beginning<ImportState, typeof body>({
  type: 'import.opened',
  form: 1,
  source: 'domain.md G3; RQ-06',
  title: { en: 'Import of a table opened', fr: "Import d'un tableau ouvert" },
  body,
  decide: () => [],
  claims: ({ body: { reference } }) => [{ set: 'import-reference', key: reference }],
  evolve: ({ body: { reference, contents, table, mapping, occurred }, actor }) => ({
    ...uncorrected,
    reference,
    contents,
    table: { sha256: table.sha256, size: table.size },
    mapping,
    totalRows: table.rows,
    openedBy: actor.officer,
    openedAt: occurred.at,
    enteredRows: 0,
    lastRow: 0,
    standing: 'OPEN',
    closedIndex: null,
  }),
});
