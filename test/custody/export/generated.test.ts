import t from 'tap';
import type { ExportState } from '../../../src/custody/export/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import { exportSubject, generateExport, wholeLog } from '../../helpers/bodies/export.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

function withAuditor(): Procedure {
  const procedure = new Procedure();
  procedure.enlist('DEMO-AUD-1', 'AUD');
  procedure.enlist('DEMO-LEG-1', 'LEG');
  procedure.enlist('DEMO-CASE-1', 'CASE');
  return procedure;
}

const of = (changes: JsonObject) => ({ scope: { ...wholeLog, ...changes } });

t.test('E60: an auditor or a legal officer answers for an export, nobody else', async t => {
  const procedure = withAuditor();
  t.same(procedure.refuse(generateExport({}, 'DEMO-CASE-1/CASE')), ['signer.role-not-provided']);
  procedure.accept(generateExport());
  t.match(procedure.state<ExportState>(exportSubject), {
    recipient: 'DEMO-OVERSIGHT',
    purpose: 'DEMO: yearly audit',
    size: 12,
    hash: 'a'.repeat(64),
    withheldIncluded: false,
    generatedBy: uuidOf('DEMO-AUD-1'),
  });
  const other = { ...generateExport({}, 'DEMO-LEG-1/LEG'), subject: `export/${uuidOf('DEMO-EXPORT-2')}` };
  procedure.accept(other);
});

t.test('E60: tree, hash, for whom and what for are stated', async t => {
  const procedure = withAuditor();
  assertMandatory(t, procedure, generateExport(), [
    'scope',
    'scope/kind',
    'scope/incident',
    'scope/item',
    'scope/custodian',
    'scope/from',
    'scope/until',
    'recipient',
    'purpose',
    'size',
    'root',
    'hash',
    'counts',
    'counts/withheld',
    'withheldIncluded',
  ]);
});

t.test('E60: what is exported says of which, and of nothing else', async t => {
  const procedure = withAuditor();
  const item = uuidOf('DEMO-1');
  const refused: readonly JsonObject[] = [
    { kind: 'ITEM' },
    { kind: 'LOG', item },
    { kind: 'PERIOD', from: '2021-04-01T00:00:00Z' },
    { kind: 'ITEM', item, from: '2021-04-01T00:00:00Z' },
  ];
  for (const scope of refused) {
    t.match(procedure.refuse(generateExport(of(scope))), ['export.scope-members'], JSON.stringify(scope));
  }
  const period = { kind: 'PERIOD', from: '2021-04-01T00:00:00Z', until: '2021-04-01T00:00:00Z' };
  t.same(procedure.refuse(generateExport(of(period))), ['export.period-empty']);
  procedure.accept(generateExport(of({ ...period, until: '2021-04-01T00:00:01Z' })));
});
