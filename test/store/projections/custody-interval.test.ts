import { sql } from 'kysely';
import t, { type Test } from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { Step } from '../../../src/custody/judge/world.js';
import { openDatabase, transact } from '../../../src/store/database.js';
import { custodyIntervalProjection } from '../../../src/store/projections/custody-interval.js';
import type { Database } from '../../../src/store/schema/index.js';
import { heldItem } from '../../helpers/held-item.js';
import { uuidOf } from '../../helpers/procedure.js';
import { createTestDatabase } from '../../helpers/test-database.js';

const item = uuidOf('DEMO-ITEM');

/** An item in somebody's hands since an act; null: nobody of ours has it. */
function heldBy(name: string | null, changes: Partial<EvidenceState> = {}): EvidenceState {
  const state = heldItem('DEMO-ITEM', uuidOf(name ?? 'DEMO'), changes);
  return name === null ? { ...state, physical: 'HANDED_OVER', custody: null } : state;
}

/** Acts of the item in log order, each with what it says of its time. */
function stepsOf(
  ...acts: readonly { readonly at: string; readonly precision?: string; readonly after: EvidenceState }[]
): readonly Step[] {
  return acts.map(({ at, precision = 'MINUTE', after }, index) => ({
    before: acts[index - 1]?.after,
    after,
    act: {
      eventId: `event ${index}`,
      subject: `evidence/${item}`,
      id: item,
      seq: index + 1,
      type: 'evidence.test',
      form: 1,
      actor: { officer: uuidOf('DEMO'), role: 'WIT' },
      kid: '',
      at,
      refs: [],
      body: { occurred: { at, precision, zone: 'Africa/Bamako', clockDoubt: null } },
      index,
      receivedAt: 1_000 + index,
    },
  }));
}

async function openTables(t: Test) {
  const { serviceUrl } = await createTestDatabase(t);
  const db = openDatabase<Database>(serviceUrl, { maxConnections: 2 });
  t.teardown(() => db.destroy());
  const write = (steps: readonly Step[]) =>
    transact(db, ({ db: trx }) => custodyIntervalProjection.write(trx, { steps, disclosures: new Map() }));
  const intervals = async () => {
    const rows = await db.selectFrom('custody_interval').selectAll().orderBy('known_from_index').execute();
    return rows.map(({ officer, began, ended }) => [
      officer,
      began.toISOString().slice(0, 16),
      ended?.toISOString().slice(0, 16) ?? null,
    ]);
  };
  return { db, write, intervals };
}

const story = stepsOf(
  { at: '2021-04-02T10:00:00Z', after: heldBy('DEMO-WIT-1') },
  { at: '2021-04-02T12:00:00Z', after: heldBy('DEMO-COU-1') },
  { at: '2021-04-02T15:00:00Z', after: heldBy('DEMO-SEC-1') },
  { at: '2021-04-03T09:00:00Z', after: heldBy(null) },
);

const told = [
  [uuidOf('DEMO-WIT-1'), '2021-04-02T10:00', '2021-04-02T12:00'],
  [uuidOf('DEMO-COU-1'), '2021-04-02T12:00', '2021-04-02T15:00'],
  [uuidOf('DEMO-SEC-1'), '2021-04-02T15:00', '2021-04-03T09:00'],
];

t.test('RQ-04: each event of an item gives its interval, however the log is cut into groups', async t => {
  for (const cuts of [[4], [1, 1, 1, 1], [2, 2], [3, 1]]) {
    const { write, intervals } = await openTables(t);
    let from = 0;
    for (const count of cuts) {
      await write(story.slice(from, from + count));
      from += count;
    }
    t.same(await intervals(), told, `groups of ${cuts.join(', ')}`);
  }
});

t.test('GATE-12: a time known only to the day never makes an interval run backwards or overlap', async t => {
  const { db, write, intervals } = await openTables(t);
  await write(
    stepsOf(
      { at: '2021-04-02T14:00:00Z', after: heldBy('DEMO-WIT-1') },
      { at: '2021-04-02T00:00:00Z', precision: 'DAY', after: heldBy('DEMO-COU-1') },
      { at: '2021-04-02T16:00:00Z', after: heldBy('DEMO-SEC-1') },
    ),
  );
  t.same(await intervals(), [
    [uuidOf('DEMO-WIT-1'), '2021-04-02T14:00', '2021-04-02T14:00'],
    [uuidOf('DEMO-COU-1'), '2021-04-02T14:00', '2021-04-02T16:00'],
    [uuidOf('DEMO-SEC-1'), '2021-04-02T16:00', null],
  ]);
  const [, coarse] = await db
    .selectFrom('custody_interval')
    .selectAll()
    .orderBy('known_from_index')
    .execute();
  t.equal(coarse?.began_precision, 'DAY');
  t.same(coarse?.began_said, new Date('2021-04-02T00:00:00Z'), 'what was said stands beside it');
  const at = sql<boolean>`during @> '2021-04-02T14:00:00Z'::timestamptz`;
  const then = await db.selectFrom('custody_interval').select('officer').where(at).execute();
  t.same(then, [{ officer: uuidOf('DEMO-COU-1') }], 'one custodian at that instant: the later act');
});

t.test('a new seal is an interval of its own; an act that changes nothing is none', async t => {
  const { write, intervals } = await openTables(t);
  const held = heldBy('DEMO-WIT-1');
  const seal = {
    package: uuidOf('DEMO-P'),
    number: 'DEMO-000001',
    status: 'APPLIED',
    event: 'x',
    together: 1,
  } as const;
  await write(
    stepsOf(
      { at: '2021-04-02T10:00:00Z', after: held },
      { at: '2021-04-02T10:30:00Z', after: { ...held, remarks: [] } },
      { at: '2021-04-02T11:00:00Z', after: { ...held, seal } },
    ),
  );
  t.equal((await intervals()).length, 2);
});

t.test('the database itself refuses a second custodian at one instant', async t => {
  const { db, write } = await openTables(t);
  await write(story.slice(0, 2));
  const clash = sql`
    insert into custody_interval (evidence, officer, role, place, reason, began, began_said, began_precision,
      began_event, known_from_index, known_from)
    select evidence, officer, role, place, reason, '2021-04-02T11:00:00Z', began_said, began_precision,
      began_event, 99, 99 from custody_interval limit 1`;
  await t.rejects(clash.execute(db), { code: '23P01', constraint: 'one_custodian' });
});
