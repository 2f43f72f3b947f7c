import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';
import { code, unclassified } from './evidence.js';

export const importSubject = `import/${uuidOf('DEMO-IMPORT')}`;
const analyst = 'DEMO-JMAC-1/JMAC';
const at = '2021-04-02T10:00:00Z';

function intent(word: string, body: JsonObject): Intent {
  return {
    subject: importSubject,
    type: `import.${word}`,
    by: analyst,
    body: { ...circumstances(at), ...body },
  };
}

/** `import.opened`: a table of three rows. */
export function openImport(changes: JsonObject = {}): Intent {
  return intent('opened', {
    reference: 'DEMO-IMPORT-1',
    contents: 'ITEMS',
    table: { sha256: 'a'.repeat(64), size: 4096, rows: 3 },
    mapping: 'b'.repeat(64),
    origin: 'DEMO: table of a cell, kept since 2014',
    ...changes,
  });
}

export function enterRows(rows: readonly { readonly row: number; readonly subject: string }[]): Intent {
  return intent('rows-entered', { rows: [...rows] });
}

export function closeImport(entered: number, refused: number, changes: JsonObject = {}): Intent {
  return intent('closed', { entered, refused, refusals: refused > 0 ? 'c'.repeat(64) : null, ...changes });
}

export function abandonImport(): Intent {
  return intent('abandoned', { reason: 'DEMO: the wrong table' });
}

/** Body of `evidence.documented`: a lot of casings that another kept. */
export function documentedBody(changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    incident: uuidOf('DEMO-INCIDENT'),
    found: null,
    category: code('AMMUNITION'),
    subCategory: code('CARTRIDGE_CASE'),
    description: { en: 'DEMO: casings, brass', fr: 'DEMO : douilles en laiton' },
    quantity: { amount: '143', unit: code('PIECE') },
    photographs: [],
    marks: [],
    headstamp: null,
    interpretation: null,
    foundAs: code('UNDETERMINED'),
    recoveringParty: code('MALIAN_AUTHORITY'),
    recoveringUnit: null,
    holder: null,
    basis: 'DEMO: table of a cell',
    classification: unclassified,
    imported: null,
    ...changes,
  };
}

/** `evidence.documented` of one row of the import. */
export function documentRow(row: number, changes: JsonObject = {}): Intent {
  return {
    subject: `evidence/${uuidOf(`DEMO-ROW-${row}`)}`,
    type: 'evidence.documented',
    by: analyst,
    body: documentedBody({ imported: { import: importSubject.slice('import/'.length), row }, ...changes }),
  };
}
