import t, { type Test } from 'tap';
import type { CustodyGap, EvidenceState } from '../../../src/custody/evidence/state.js';
import type { Step } from '../../../src/custody/judge/world.js';
import { openDatabase, transact } from '../../../src/store/database.js';
import { custodyGapProjection } from '../../../src/store/projections/custody-gap.js';
import type { Database } from '../../../src/store/schema/index.js';
import { heldItem } from '../../helpers/held-item.js';
import { uuidOf } from '../../helpers/procedure.js';
import { createTestDatabase } from '../../helpers/test-database.js';

const gap = (from: string, until: string, event: string): CustodyGap => ({
  from: `2021-04-0${from}:00Z`,
  until: `2021-04-0${until}:00Z`,
  reason: `DEMO: ${event}`,
  event,
});

const night = gap('2T20:00', '3T06:00', 'night');
const noon = gap('5T12:00', '5T12:30', 'noon');

function stepOf(name: string, index: number, gaps: readonly CustodyGap[]): Step {
  const id = uuidOf(name);
  const act = {
    eventId: `event ${index}`,
    subject: `evidence/${id}`,
    id,
    seq: index,
    type: 'evidence.taken-over',
    form: 1,
    actor: { officer: uuidOf('DEMO'), role: 'SEC' },
    kid: '',
    at: '',
    refs: [],
    body: {},
    index,
    receivedAt: 0,
  };
  const after: EvidenceState = heldItem(name, uuidOf('DEMO'), { gaps });
  return { act, before: after, after };
}

async function openTables(t: Test) {
  const { serviceUrl } = await createTestDatabase(t);
  const db = openDatabase<Database>(serviceUrl, { maxConnections: 1 });
  t.teardown(() => db.destroy());
  const write = (...steps: readonly Step[]) =>
    transact(db, ({ db: trx }) => custodyGapProjection.write(trx, { steps, disclosures: new Map() }));
  const rows = async () => {
    const all = await db
      .selectFrom('custody_gap')
      .selectAll()
      .orderBy('evidence')
      .orderBy('position')
      .execute();
    return all.map(row => [
      row.evidence,
      row.position,
      row.from_time.toISOString().slice(5, 16),
      row.until_time.toISOString().slice(5, 16),
      row.reason,
      row.event_id,
    ]);
  };
  return { write, rows };
}

const one = uuidOf('DEMO-1');
const nightRow = [one, 0, '04-02T20:00', '04-03T06:00', 'DEMO: night', 'night'];
const noonRow = [one, 1, '04-05T12:00', '04-05T12:30', 'DEMO: noon', 'noon'];

t.test('GATE-12: every gap an officer stated is kept, in the order they were stated', async t => {
  const steps = [
    stepOf('DEMO-1', 1, []),
    stepOf('DEMO-1', 2, [night]),
    stepOf('DEMO-1', 3, [night, noon]),
    stepOf('DEMO-1', 4, [night, noon]),
  ];
  for (const groups of [[steps], steps.map(step => [step]), [steps.slice(0, 2), steps.slice(2)]]) {
    const { write, rows } = await openTables(t);
    for (const group of groups) await write(...group);
    t.same(await rows(), [nightRow, noonRow], `${groups.length} groups`);
  }
});

t.test('GATE-12: a gap once stated stays; other items and items without a gap have none', async t => {
  const { write, rows } = await openTables(t);
  await write(stepOf('DEMO-1', 1, [night]), stepOf('DEMO-2', 2, []));
  t.same(await rows(), [nightRow]);
  await write(stepOf('DEMO-1', 3, [night, noon]), stepOf('DEMO-2', 4, [night]));
  const all = await rows();
  t.same(
    all.filter(([evidence]) => evidence === one),
    [nightRow, noonRow],
  );
  const others = all.filter(([evidence]) => evidence !== one);
  t.same(others, [[uuidOf('DEMO-2'), ...nightRow.slice(1)]]);
});
