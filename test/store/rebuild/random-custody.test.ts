import t from 'tap';
import { checkLog } from '../../helpers/check-log.js';
import { Choice } from '../../helpers/random-choice.js';
import { Play } from '../../helpers/random-play.js';
import { SignedStage } from '../../helpers/random-signed-stage.js';
import { createTestLog } from '../../helpers/test-log.js';

/** Each is signed with real keys and appended, or refused, in a transaction of its own. */
const operations = 350;
/** Another sequence: `SCELLE_TEST_SEED=12345 node dist/test/run.js random-custody`. */
const seed = Number(process.env.SCELLE_TEST_SEED ?? 20210402);

t.setTimeout(600_000);

t.test(`${operations} signed operations at random, and a rebuild makes every row again`, async t => {
  t.comment(`seed ${seed}`);
  const testLog = await createTestLog(t);
  const play = new Play(new SignedStage(testLog));
  await play.prepare();
  const sequence = new Choice(seed);
  while (play.counts.accepted + play.counts.refused < operations) await play.step(sequence.below(2 ** 31));
  t.equal(play.model.checkAll(), undefined, 'the invariants hold');
  const { accepted, refused, types } = play.counts;
  t.comment(`${accepted} accepted, ${refused} refused, ${types.size} types of event`);
  t.ok(accepted >= refused, 'at least half of the operations are accepted');
  t.ok(types.size > 80, 'of most types');
  const { size, rows } = await checkLog(t, testLog.log);
  t.comment(`${size} events; rows compared: ${JSON.stringify(rows)}`);
  for (const table of ['evidence', 'custody_interval', 'package', 'seal', 'transfer_item', 'discrepancy']) {
    t.ok((rows[table] ?? 0) > 0, `${table} has rows`);
  }
});
