import t from 'tap';
import { formatVerifierKey, parsePolicy } from '../../src/log/index.js';
import { keepCosignature } from '../../src/store/cosignatures.js';
import { openDatabase } from '../../src/store/database.js';
import { firstQuorumOf } from '../../src/store/readers/disputed/first-quorum-of.js';
import { ForgedLog } from '../helpers/forged-log.js';
import { createTestDatabase } from '../helpers/test-database.js';

t.test('a disputed event was cosigned once a quorum had seen one tree with it', async t => {
  const { serviceUrl } = await createTestDatabase(t);
  const db = openDatabase(serviceUrl);
  t.teardown(() => db.destroy());
  const logs = await Promise.all([1, 2, 3].map(() => ForgedLog.prepare()));
  const keys = logs.map(({ witness }) => witness.key);
  const [one, two, stranger] = keys;
  if (one === undefined || two === undefined || stranger === undefined) return;
  const lines = `witness one ${formatVerifierKey(one)}\nwitness two ${formatVerifierKey(two)}\n`;
  const [both, any, none] = [
    'group g all one two\nquorum g\n',
    'group g any one two\nquorum g\n',
    'quorum none\n',
  ].map(quorum => parsePolicy(`${lines}${quorum}`));
  if (both === undefined || any === undefined || none === undefined) return;
  const cosign = (key: typeof one, size: number, time: number) =>
    keepCosignature(db, key, { size, note: `${size}` }, { line: '', time });
  const at = (ms: number) => new Date(ms).toISOString();
  await cosign(one, 4, 1000);
  await cosign(stranger, 6, 2000);
  await cosign(one, 6, 3000);
  t.equal(await firstQuorumOf(db, both, 3), null, 'one of two');
  await cosign(two, 7, 4000);
  t.equal(await firstQuorumOf(db, both, 3), null, 'two of two, and of two trees');
  await cosign(two, 6, 5000);
  t.equal(await firstQuorumOf(db, both, 3), at(5000));
  t.equal(await firstQuorumOf(db, any, 3), at(1000));
  t.equal(await firstQuorumOf(db, any, 4), at(3000), 'a tree that ends before it shows nothing of it');
  t.equal(await firstQuorumOf(db, both, 6), null);
  t.equal(await firstQuorumOf(db, none, 3), null, 'nobody is asked for');
});
