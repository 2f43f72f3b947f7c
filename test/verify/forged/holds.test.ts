import t from 'tap';
import { verifyForged } from '../../helpers/forged-export.js';
import { collectItem, foundedLog, offerItems } from '../../helpers/forged-story.js';

t.test('a log written by a hand of its own holds, whole and in part', async t => {
  const { log, cast } = await foundedLog();
  const items = [await collectItem(log, cast), await collectItem(log, cast)];
  await offerItems(log, cast.collector, items);
  const whole = await verifyForged(log);
  t.equal(whole.verdict, 'ok', JSON.stringify(whole.failed));
  const part = await verifyForged(log, { wanted: items.slice(0, 1) });
  t.equal(part.verdict, 'ok', JSON.stringify(part.failed));
  for (const { notProven } of [whole, part]) {
    t.same(notProven, [
      'no time-stamp of the checkpoint is inside',
      'rules: the SOP document is not inside or not known',
    ]);
  }
});
