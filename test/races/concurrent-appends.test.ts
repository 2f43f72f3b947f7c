import t from 'tap';
import { openLog } from '../../src/store/open-log.js';
import { checkLog } from '../helpers/check-log.js';
import { append, createTestLog } from '../helpers/test-log.js';

t.test('many clients, two processes, one database and one vault: one dense log', async t => {
  const { appender, cast, log, places } = await createTestLog(t);
  const second = await openLog(places);
  t.teardown(() => second.close());
  const names = Array.from({ length: 12 }, (_, n) => `DEMO-WIT-${n}`);
  const batches = [];
  for (const name of names) batches.push(await cast.enlist(name, ['WIT']));
  const receipts = await Promise.all(
    batches.map((batch, n) => append(n % 2 === 0 ? appender : second.appender, batch)),
  );
  const indices = receipts.flat().map(({ index }) => index);
  t.equal(new Set(indices).size, indices.length, 'no index twice');
  for (const own of receipts) {
    const first = own[0]?.index ?? -1;
    t.same(
      own.map(({ index }) => index),
      own.map((_, place) => first + place),
      'a batch is appended whole, in its order',
    );
  }
  const { size, signed } = await checkLog(t, log);
  t.equal(size, 6 + indices.length);
  t.equal(signed, size, 'the vault has signed all that was answered');
});

t.test('two acts on one subject at once: one is appended, the other is told the head', async t => {
  const { appender, cast, log, places } = await createTestLog(t);
  const second = await openLog(places);
  t.teardown(() => second.close());
  await append(appender, await cast.enlist('DEMO-WIT-1', ['WIT']));
  const subject = `officer/${cast.member('DEMO-WIT-1').officer}`;
  const head = cast.heads.of(subject);
  if (head === undefined) throw new Error('no head');
  const revoke = async (reason: string) => {
    cast.heads.advance(subject, head);
    const { submitted } = await cast.sign({
      subject,
      type: 'officer.key-revoked',
      by: 'DEMO-REG-1/REG',
      body: { kid: cast.member('DEMO-WIT-1').key.kid, reason },
    });
    return submitted;
  };
  const rivals = [await revoke('lost'), await revoke('ceased')];
  const outcomes = await Promise.all(
    rivals.map((batch, n) => (n === 0 ? appender : second.appender).submit(batch)),
  );
  t.same(outcomes.map(({ kind }) => kind).sort(), ['appended', 'stale']);
  const stale = outcomes.find(outcome => outcome.kind === 'stale');
  t.match(stale, { stale: { event: 0, subject, head: { seq: head.seq + 1 } } });
  await checkLog(t, log);
});

t.test('one batch sent many times at once, and inside another, is one batch', async t => {
  const { appender, cast, log } = await createTestLog(t);
  const one = await cast.enlist('DEMO-WIT-1', ['WIT']);
  const other = await cast.enlist('DEMO-WIT-2', ['WIT']);
  const answers = await Promise.all(
    [one, one, one, [...one, ...other], one].map(batch => append(appender, batch)),
  );
  const leaves = answers.map(receipts =>
    receipts.slice(0, one.length).map(({ index, leaf }) => [index, leaf]),
  );
  for (const own of leaves) t.same(own, leaves[0]);
  const { size } = await checkLog(t, log);
  t.equal(size, 6 + one.length + other.length);
});
