import t from 'tap';
import { code } from '../helpers/bodies/evidence.js';
import {
  closeImport,
  documentedBody,
  enterRows,
  importSubject,
  openImport,
} from '../helpers/bodies/import.js';
import { restatedBody } from '../helpers/bodies/incident.js';
import { unitSubject } from '../helpers/bodies/unit.js';
import { foundedRegister } from '../helpers/materiel-register.js';
import { interpretation } from '../helpers/materiel-stage.js';

t.setTimeout(300_000);

t.test(
  'V13: imported rows count once the import is closed, are earlier records, and raise no alert',
  async t => {
    const register = await foundedRegister(t);
    await register.incident('1', '2015-03-20');
    await register.incident('2', '2021-03-20');
    const analyst = 'DEMO-JMAC-1/JMAC';
    const opened = openImport({ contents: 'ITEMS', table: { sha256: 'a'.repeat(64), size: 100, rows: 1 } });
    await register.sign(importSubject, opened.type, analyst, opened.body);
    const subject = `evidence/${register.idOf('ROW')}`;
    const imported = { import: importSubject.slice('import/'.length), row: 1 };
    const documented = documentedBody({
      incident: register.idOf('1'),
      quantity: { amount: '7', unit: code('PIECE') },
      interpretation: interpretation(),
      imported,
    });
    await register.sign(subject, 'evidence.documented', analyst, documented);
    const entered = enterRows([{ row: 1, subject }]);
    await register.sign(importSubject, entered.type, analyst, entered.body);
    const producer = { producer: 'DEMO-PRODUCER 31' };
    t.equal((await register.read('records', producer)).whole.records, 0, 'not while the import is open');
    t.same((await register.read('new-in-theatre')).rows, []);
    const before = register.now;
    const closed = closeImport(1, 0);
    await register.sign(importSubject, closed.type, analyst, closed.body);
    t.match((await register.read('records', producer)).whole, { records: 1, pieces: 7 });
    t.equal((await register.read('records', { ...producer, knownAt: before })).whole.records, 0);
    t.same(await register.alerts(), []);
    await register.item('CASES', '2');
    t.same(await register.alerts(), [], 'it was documented six years ago');
    t.match((await register.read('new-in-theatre', { kind: 'SAMPLE' })).rows, [
      { isNew: false, items: 2, first: { item: register.idOf('ROW'), holding: 'DOCUMENTED_ONLY' } },
    ]);
  },
);

t.test('V13: the date of an incident is put right, and what was first is another', async t => {
  const register = await foundedRegister(t);
  await register.incident('1', '2020-03-20');
  await register.incident('2', '2021-03-20');
  await register.item('A', '1');
  await register.item('B', '2');
  const first = async (query = {}) =>
    (await register.read('records', { calibre: '7.62x39', ...query })).first.item;
  t.equal(await first(), register.idOf('A'));
  const before = register.now;
  const body = restatedBody({
    reportingUnit: unitSubject.slice('unit/'.length),
    happened: { at: '2021-03-25T00:00:00Z', precision: 'DAY', zone: 'Africa/Bamako', clockDoubt: null },
  });
  await register.sign(`incident/${register.idOf('1')}`, 'incident.restated', 'DEMO-JMAC-1/JMAC', body);
  t.equal(await first(), register.idOf('B'));
  t.equal(await first({ knownAt: before }), register.idOf('A'), 'as known then');
  t.same(await register.alerts(), [], 'the first in the register is of a later incident than another');
});
