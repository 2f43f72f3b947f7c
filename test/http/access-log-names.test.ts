import t from 'tap';
import { readAs } from '../helpers/reading.js';
import { createTestStage } from '../helpers/test-stage.js';

t.test('names that no route knows are neither logged nor a fault', async t => {
  const testStage = await createTestStage(t);
  const { stage, log } = testStage;
  await stage.enlist('DEMO-AUD-1', ['AUD'], { unit: null });
  const get = await readAs(testStage, 'DEMO-AUD-1');
  const { event_id: eventId } = await log.db.selectFrom('event').select('event_id').executeTakeFirstOrThrow();
  for (const query of ['%00=..', '%00', 'DEMO-NAME=x', '__proto__=x', '%ff=x']) {
    t.equal((await get(`/v1/events/${eventId}?${query}`)).statusCode, 200, query);
  }
  const rows = await log.db.selectFrom('access_log').select('resource').execute();
  t.same(
    rows.map(({ resource }) => resource).filter(resource => resource.startsWith('GET /v1/events')),
    Array.from({ length: 5 }, () => 'GET /v1/events/:eventId'),
  );
});
