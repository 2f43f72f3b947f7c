import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { ImportState } from '../../../src/custody/import/state.js';
import { record, requirementFacts, requirementSubject, tag } from '../../helpers/bodies/analysis.js';
import {
  abandonImport,
  closeImport,
  documentRow,
  enterRows,
  importSubject,
  openImport,
} from '../../helpers/bodies/import.js';
import { incidentSubject } from '../../helpers/bodies/incident.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

function opened(): Procedure {
  const procedure = new Procedure();
  procedure.suppose(incidentSubject, { corrections: [] });
  procedure.accept(openImport());
  return procedure;
}

const itemOf = (row: number) => `evidence/${uuidOf(`DEMO-ROW-${row}`)}`;

function entered(rows: number): Procedure {
  const procedure = opened();
  for (let row = 1; row <= rows; row += 1) {
    procedure.accept(documentRow(row));
    procedure.accept(enterRows([{ row, subject: itemOf(row) }]));
  }
  return procedure;
}

t.test('G3: a table is taken over by an analyst who answers for its bytes', async t => {
  const procedure = new Procedure();
  t.same(procedure.refuse({ ...openImport(), by: 'DEMO-WIT-1/WIT' }), ['signer.role-not-provided']);
  assertMandatory(t, procedure, openImport(), [
    'reference',
    'contents',
    'table/sha256',
    'table/rows',
    'mapping',
    'origin',
  ]);
  procedure.accept(openImport());
  t.match(procedure.state<ImportState>(importSubject), {
    totalRows: 3,
    enteredRows: 0,
    lastRow: 0,
    standing: 'OPEN',
    closedIndex: null,
  });
  t.same(
    procedure.refuse({ ...openImport(), subject: `import/${uuidOf('DEMO-IMPORT-2')}` }),
    ['claim.taken'],
    'one reference, one import',
  );
});

t.test('G3, D2: a row becomes an item that is documented only, with no custodian', async t => {
  const procedure = entered(1);
  t.match(procedure.state<EvidenceState>(itemOf(1)), {
    physical: 'DOCUMENTED_ONLY',
    custody: null,
    collectedBy: null,
    imported: { row: 1 },
    recoveringParty: 'MALIAN_AUTHORITY',
  });
});

t.test(
  'G3: rows are entered by who opened the import, each once, and none the table does not have',
  async t => {
    const procedure = entered(1);
    t.same(procedure.refuse({ ...documentRow(2), by: 'DEMO-JMAC-2/JMAC' }), ['import.of-another']);
    t.same(procedure.refuse(documentRow(4)), ['import.row-beyond']);
    t.same(
      procedure.refuse({ ...documentRow(1), subject: `evidence/${uuidOf('DEMO-AGAIN')}` }),
      ['claim.taken'],
      'a row that is sent again enters nothing twice',
    );
  },
);

t.test(
  'G3: a table of items brings items; what an import brings is named by nothing else before it is closed',
  async t => {
    const procedure = new Procedure();
    procedure.suppose(incidentSubject, { corrections: [] });
    procedure.accept(openImport({ contents: 'INCIDENTS' }));
    t.same(procedure.refuse(documentRow(1)), ['import.not-its-contents']);
    const other = entered(3);
    const tagging = {
      ...tag('tagged', itemOf(1)),
      subject: requirementSubject,
    };
    other.accept(record(requirementSubject, requirementFacts()));
    t.same(other.refuse(tagging), ['reference.subject-unknown']);
    other.accept(closeImport(3, 0));
    other.accept(tagging);
  },
);

t.test('D2, RQ-09: an item is documented after it was found', async t => {
  const procedure = opened();
  const found = { at: '2021-04-03T00:00:00Z', precision: 'DAY', zone: 'Africa/Bamako', clockDoubt: null };
  t.same(procedure.refuse(documentRow(1, { found })), ['evidence.found-later']);
  procedure.accept(documentRow(1, { found: { ...found, at: '2021-04-02T00:00:00Z' } }));
});

t.test('G3: what is said to be entered is there, in order, of this import', async t => {
  const procedure = entered(1);
  const again = enterRows([{ row: 1, subject: itemOf(1) }]);
  t.same(procedure.refuse(again), ['import.rows-not-in-order']);
  t.same(procedure.refuse(enterRows([{ row: 2, subject: itemOf(2) }])), ['reference.subject-unknown']);
  procedure.accept(documentRow(3));
  t.same(procedure.refuse(enterRows([{ row: 2, subject: itemOf(3) }])), ['import.row-of-another']);
  const other = { ...enterRows([{ row: 3, subject: itemOf(3) }]), by: 'DEMO-JMAC-2/JMAC' };
  t.same(procedure.refuse(other), ['import.of-another']);
  procedure.accept(enterRows([{ row: 3, subject: itemOf(3) }]));
  t.match(procedure.state<ImportState>(importSubject), { enteredRows: 2, lastRow: 3 });
});

t.test('G3: an import is closed once every row is entered or left out for a reason', async t => {
  const procedure = entered(2);
  t.same(procedure.refuse(closeImport(3, 0)), ['import.entered-otherwise']);
  t.same(procedure.refuse(closeImport(2, 0)), ['import.rows-unaccounted']);
  t.same(procedure.refuse(closeImport(2, 1, { refusals: null })), ['import.refusals-not-listed']);
  procedure.accept(closeImport(2, 1));
  const { standing, closedIndex } = procedure.state<ImportState>(importSubject);
  t.equal(standing, 'CLOSED');
  t.type(closedIndex, 'number');
  t.same(procedure.refuse(documentRow(3)), ['import.not-open']);
  t.same(procedure.refuse(abandonImport()), ['import.not-open']);
});

t.test('G3, RQ-05: an import that is abandoned keeps its rows in the log, and takes no more', async t => {
  const procedure = entered(1);
  procedure.accept(abandonImport());
  t.match(procedure.state<ImportState>(importSubject), { standing: 'ABANDONED', closedIndex: null });
  t.same(procedure.refuse(documentRow(2)), ['import.not-open']);
  t.same(procedure.refuse(closeImport(1, 2)), ['import.not-open']);
  t.ok(procedure.state(itemOf(1)));
});

t.test('RQ-03, RQ-11, V4: what is documented from a record is checked like what is seen', async t => {
  const procedure = opened();
  const code = (name: string) => ({ code: name, text: null });
  const rifles = { category: code('SMALL_ARM'), subCategory: code('ASSAULT_RIFLE') };
  t.same(procedure.refuse(documentRow(1, rifles)), ['evidence.one-by-one']);
  const none = { quantity: { amount: '0', unit: code('PIECE') } };
  t.same(procedure.refuse(documentRow(1, none)), ['evidence.quantity-zero']);
  const interpretation = {
    make: null,
    model: null,
    calibre: { written: '12,7', code: 'OTHER' },
    serial: null,
    year: null,
    country: null,
    lot: null,
    confidence: 'MODERATE',
    reference: null,
  };
  t.same(procedure.refuse(documentRow(1, { interpretation })), ['evidence.calibre-spelling']);
});
