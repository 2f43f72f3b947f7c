import t from 'tap';
import { type AttackedLog, playAttackedLog } from './attacked-log.js';
import { claimsAndFiles } from './families/claims-and-files.js';
import { editedRows } from './families/edited-rows.js';
import { movedRows } from './families/moved-rows.js';
import { judgeAttacks } from './judge-attacks.js';
import { copyOf, findDifferences } from './tampered-tables.js';

t.setTimeout(1_800_000);

/*
 * RQ-06; issue 4, section 5: the administrator of the database has its superuser. Triggers and foreign keys are asleep while he
 * works; afterwards the service itself makes the exports.
 */

let log: AttackedLog;
t.before(async () => {
  log = await playAttackedLog(t);
});

t.test('not tampered with, scelle fsck finds nothing', async t => {
  const { service } = await copyOf(log, t);
  t.same(await findDifferences(await service()), []);
});
t.test('events are edited', t => judgeAttacks(t, 'events are edited', editedRows, log));
t.test('rows are moved', t => judgeAttacks(t, 'rows are moved', movedRows, log));
t.test('claims and files', t => judgeAttacks(t, 'claims and files', claimsAndFiles, log));
