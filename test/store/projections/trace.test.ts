import { type Kysely, sql } from 'kysely';
import t from 'tap';
import { up } from '../../../migrations/0060-comparable-traces.js';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import { openDatabase } from '../../../src/store/database.js';
import { rebuildInto } from '../../../src/store/rebuild/rebuild-into.js';
import type { Database } from '../../../src/store/schema/index.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { wholeStory } from '../../helpers/played-story.js';
import { uuidOf } from '../../helpers/procedure.js';
import { createTestDatabase } from '../../helpers/test-database.js';
import { stepAt, writeSteps } from '../../helpers/write-steps.js';

t.setTimeout(600_000);

/** 500 characters: 270 of which no three bytes are alike, so that nothing is compressed; then 230 of 18 each by NFKC. */
const longest =
  Array.from({ length: 270 }, (_, at) =>
    String.fromCodePoint(0x20000 + at * 64 + ((at + 7 * Math.floor(at / 64)) % 64)),
  ).join('') + '\uFDFA'.repeat(230);

t.test('V7: the longest mark that the form takes has a row, and the same one elsewhere is found', async t => {
  const { serviceUrl } = await createTestDatabase(t);
  const db = openDatabase<Database>(serviceUrl, { maxConnections: 1 });
  t.teardown(() => db.destroy());
  const marks = [{ text: longest, place: 'DEMO: side' }];
  const held = ['DEMO-1', 'DEMO-2'].map((name, at) =>
    stepAt(at, itemSubject(name), 'evidence.test', 0, heldItem(name, uuidOf('DEMO-WIT-1'), { marks })),
  );
  await writeSteps(db, held);
  const { traces } = await rowsOf(db);
  t.equal(longest.normalize('NFKC').length > 4000, true);
  t.same(
    traces.map(({ reference }) => reference),
    [longest, longest],
  );
  t.equal(new Set(traces.map(({ key }) => key)).size, 1);
  t.match(traces[0]?.key, /^[0-9a-f]{64}$/);
});

t.test(
  'V7, E31, E32: a log that is there comes through the migration to the rows and states that a rebuild makes',
  async t => {
    const { log } = await wholeStory(t);
    const rows = await rowsOf(log.db);
    t.ok(rows.comparisons.length > 0 && new Set(rows.traces.map(({ kind }) => kind)).size === 2);
    const states = await statesOf(log.db);
    const { ownerUrl } = await createTestDatabase(t);
    const copy = openDatabase<Database>(ownerUrl, { maxConnections: 2 });
    t.teardown(() => copy.destroy());
    await rebuildInto(log.db, copy, log.sopDocuments);
    t.same(await rowsOf(copy), rows, 'made anew from the log');

    const former = states.map(({ subject, state }) => ({ subject, state: withoutDates(state) }));
    for (const { subject, state } of former)
      await copy
        .updateTable('subject')
        .set({ state: JSON.stringify(state) })
        .where('subject', '=', subject)
        .execute();
    t.same(await statesOf(copy), former);
    const approved = states.flatMap(({ state }) =>
      Object.values(state.examinations ?? {}).flatMap(({ destruction }) => destruction.map(({ at }) => at)),
    );
    t.ok(approved.length > 0 && !approved.includes(undefined), 'there were days to take away');
    await sql`drop table item_trace, trace_comparison`.execute(copy);
    await up(copy as unknown as Kysely<unknown>);
    t.same(await rowsOf(copy), rows, 'filled in by the migration');
    t.same(await statesOf(copy), states, 'with the days of approval and reception');
  },
);

async function rowsOf(db: Kysely<Database>) {
  return {
    traces: await db.selectFrom('item_trace').selectAll().orderBy('item').orderBy('position').execute(),
    comparisons: await db
      .selectFrom('trace_comparison')
      .selectAll()
      .orderBy('item')
      .orderBy('position')
      .execute(),
  };
}

async function statesOf(db: Kysely<Database>) {
  const rows = await db
    .selectFrom('subject')
    .select(['subject', 'state'])
    .where('kind', '=', 'evidence')
    .orderBy('subject')
    .execute();
  return rows.map(({ subject, state }) => ({ subject, state: state as EvidenceState }));
}

/** As it was kept before states had the days of an approval and of a reception. */
function withoutDates({ examinations, ...state }: EvidenceState): EvidenceState {
  if (examinations === undefined) return state;
  const former = Object.entries(examinations).map(([id, { acceptedAt: _, destruction, ...said }]) => [
    id,
    { ...said, destruction: destruction.map(({ at: _at, ...approved }) => approved) },
  ]);
  return { ...state, examinations: Object.fromEntries(former) as typeof examinations };
}
