import t from 'tap';
import { changedSop } from '../../helpers/procedure.js';
import { changeRelease, offer, offered, receive, released } from './handover-stage.js';

t.test('RQ-67, GATE-6: what was released as a copy or a summary is not handed over itself', async t => {
  for (const as of ['COPY', 'SUMMARY'] as const) {
    const c = released({ as });
    t.same(c.procedure.refuse(offer(c)), ['transfer.original-not-released'], as);
    const since = offered();
    changeRelease(since, { as });
    t.same(since.procedure.refuse(receive(since)), ['transfer.original-not-released'], as);
  }
  offered({ as: 'ORIGINAL' });
  const earlier = released(
    { as: 'COPY' },
    changedSop(sop => {
      sop.edition = 3;
    }),
  );
  earlier.procedure.accept(offer(earlier));
});
