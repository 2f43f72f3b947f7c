import t from 'tap';
import { signWhenDue } from '../../src/store/appender/daily-checkpoint.js';
import { append, createTestLog } from '../helpers/test-log.js';

const hour = 3_600_000;

t.test('log-format section 5: a checkpoint is signed once a day when nothing happened', async t => {
  const { appender, cast, db, log } = await createTestLog(t);
  const signing = {
    sign: () => appender.signCheckpoint(),
    signedAt: () => appender.checkpointAt,
    now: () => cast.now,
  };
  const copies = () => db.selectFrom('checkpoint').select('size').orderBy('size').execute();

  t.equal((await signWhenDue(signing))?.size, 6, 'at the first look after a start');
  t.equal(await signWhenDue(signing), null);
  cast.now += 23 * hour;
  await append(appender, await cast.enlist('DEMO-WIT-1', ['WIT']));
  const { note, size } = await log.vault.read();
  cast.now += 23 * hour;
  t.equal(await signWhenDue(signing), null, 'a day from the last receipt');
  cast.now += hour;
  t.same(await signWhenDue(signing), await log.vault.read(), 'the same note for the same tree');
  t.equal((await log.vault.read()).note, note);
  t.equal(await signWhenDue(signing), null);
  t.same(await copies(), [{ size: 6 }, { size }]);
});

t.test('what was committed right before a crash gets its checkpoint at the next start', async t => {
  const { parts, appender, cast, log } = await createTestLog(t);
  const { Appender } = await import('../../src/store/appender/appender.js');
  const crashing = new Appender({
    ...parts,
    vault: {
      read: () => log.vault.read(),
      exclusively: () => Promise.reject(new Error('the process ends here')),
    },
  });
  await t.rejects(crashing.submit(await cast.enlist('DEMO-WIT-1', ['WIT'])), /ends here/);
  t.equal((await log.vault.read()).size, 6);
  await signWhenDue({ sign: () => appender.signCheckpoint(), signedAt: () => null, now: () => cast.now });
  t.ok((await log.vault.read()).size > 6);
});
