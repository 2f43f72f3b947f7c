import t from 'tap';
import { buildApp } from '../../src/http/app.js';
import { openTestSession } from '../helpers/reading.js';
import { createTestStage } from '../helpers/test-stage.js';

t.test(
  'log-format section 2: erased is what an act has erased; what is gone without one is missing',
  async t => {
    const testStage = await createTestStage(t);
    const { stage, log } = testStage;
    const officer = await stage.enlist('DEMO-WIT-1', ['WIT'], { unit: null });
    const lines: string[] = [];
    const stream = { write: (line: string) => void lines.push(line) };
    const app = await buildApp({ log, logger: { level: 'error', stream }, metricsToken: 'DEMO' });
    t.teardown(() => app.close());
    const authorization = `Bearer ${await openTestSession({ ...testStage, app }, 'DEMO-REG-1')}`;
    const subject = `officer/${officer}`;
    const claims = async () => {
      const url = `/v1/officers/${officer}/history`;
      const { items } = (await app.inject({ url, headers: { authorization } })).json<History>();
      return items.flatMap(event => event.claims);
    };
    const [claim] = await claims();
    t.match(claim, { status: 'disclosed' });
    const { event_id: eventId, digest } = await log.db
      .selectFrom('disclosure')
      .innerJoin('event', 'event.event_id', 'disclosure.event_id')
      .select(['disclosure.event_id', 'disclosure.digest'])
      .where('event.subject', '=', subject)
      .executeTakeFirstOrThrow();

    await log.db.deleteFrom('disclosure').where('event_id', '=', eventId).execute();
    t.match(await claims(), [{ digest, status: 'missing' }], "an operator's hand attests no erasure");
    const told = lines.map(line => JSON.parse(line) as object);
    t.match(told, [{ missing: [{ eventId, digest }], msg: /missing/ }]);
    const metrics = await app.inject({ url: '/metrics', headers: { authorization: 'Bearer DEMO' } });
    t.match(metrics.body, /^scelle_missing_claims_total 1$/m);

    await stage.require([
      {
        subject,
        type: 'officer.disclosure-erased',
        by: 'DEMO-REG-1/REG',
        countersigned: ['DEMO-REG-2/REG as registrar'],
        refs: [eventId],
        body: { eventId, digest, reason: 'DEMO: protection of the source' },
      },
    ]);
    t.match(await claims(), [{ digest, status: 'erased' }]);
  },
);

interface History {
  readonly items: readonly {
    readonly claims: readonly { readonly digest: string; readonly status: string }[];
  }[];
}
