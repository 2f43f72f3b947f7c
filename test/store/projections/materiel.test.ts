import { type Kysely, sql } from 'kysely';
import t, { type Test } from 'tap';
import { up } from '../../../migrations/0080-materiel.js';
import { openDatabase } from '../../../src/store/database.js';
import type { Database } from '../../../src/store/schema/index.js';
import { code, mark, quantity } from '../../helpers/bodies/evidence.js';
import {
  identify,
  identity,
  part,
  restate,
  statement,
  withdraw,
} from '../../helpers/bodies/identification.js';
import { interpretation, MaterielStage } from '../../helpers/materiel-stage.js';
import { createTestDatabase } from '../../helpers/test-database.js';

async function opened(t: Test) {
  const { ownerUrl } = await createTestDatabase(t);
  const db = openDatabase<Database>(ownerUrl, { maxConnections: 1 });
  t.teardown(() => db.destroy());
  const stage = new MaterielStage(db);
  return { db, stage, incident: stage.incident('DEMO-INCIDENT-1', '2021-04-01T00:00:00Z') };
}

/** What stands of an item now, or stood at a leaf. */
async function rowsOf(db: Kysely<Database>, item: string, leaf = 1_000_000) {
  return db
    .selectFrom('materiel_version')
    .selectAll()
    .where('item', '=', item)
    .where('known_index', '<=', leaf)
    .where(({ eb, or }) => or([eb('superseded_index', 'is', null), eb('superseded_index', '>', leaf)]))
    .orderBy('part')
    .execute();
}

t.test('V5, D2: a record is the first statement of what an item is', async t => {
  const { db, stage, incident } = await opened(t);
  const item = stage.item('DEMO-1', incident);
  const rifle = stage.item('DEMO-2', incident, {
    category: code('SMALL_ARM'),
    subCategory: code('ASSAULT_RIFLE'),
    quantity: quantity('1'),
    headstamp: null,
    marks: [mark('SERIAL', 'DEMO 0O471'), mark('SECONDARY_OWNERSHIP', 'DEMO-FORCES')],
    interpretation: null,
    foundAs: code('ABANDONED'),
  });
  await stage.write();
  t.match(await rowsOf(db, item), [
    {
      stated: 'RECORD',
      count: 143,
      calibre: '7.62x39',
      calibre_written: '7,62 x 39 mm',
      producer_key: 'DEMO PRODUCER 31',
      sample_key: '7.62x39 / DEMO PRODUCER 31 / 2008',
      headstamp: 'CLOCK_12: 31□; CLOCK_6: 08 STAR',
      found_as: 'EJECTED',
      holding: 'IN_CUSTODY',
      origin: 'FOUND',
    },
  ]);
  t.match(await rowsOf(db, rifle), [
    {
      serial: 'DEMO 0O471',
      serial_key: 'DEM000471',
      secondary_mark: 'DEMO-FORCES',
      sample_key: null,
      count: 1,
    },
  ]);
});

t.test(
  'E35: an identification supersedes the record from its leaf on, and what was known before stays',
  async t => {
    const { db, stage, incident } = await opened(t);
    const item = stage.item('DEMO-1', incident);
    const before = await stage.write();
    stage.accept(
      identify(item, statement([part(100), part(40, { year: 2014 })], 3, { foundAs: code('DEVICE_FILL') })),
    );
    const identified = await stage.write();
    const now = await rowsOf(db, item);
    t.match(now, [
      { part: 0, stated: 'IDENTIFICATION', count: 100, year: 2008, known_index: identified },
      { part: 1, count: 40, sample_key: '7.62x39 / DEMO PRODUCER 31 / 2014' },
      { part: 2, count: 3, calibre: null, sample_key: null, found_as: 'DEVICE_FILL' },
    ]);
    t.match(await rowsOf(db, item, before), [{ stated: 'RECORD', count: 143, found_as: 'EJECTED' }]);
    stage.accept(restate(statement([part(143, { year: 2009 })])));
    stage.accept(withdraw());
    await stage.write();
    t.match(await rowsOf(db, item), [{ stated: 'RECORD', count: 143, year: 2008 }]);
    t.same(
      await rowsOf(db, item, identified),
      now.map(row => ({ ...row, superseded_index: identified + 1 })),
    );
  },
);

t.test(
  'RQ-05: identified wrongly and stated anew is in the current view as identified rightly at once',
  async t => {
    const { db, stage, incident } = await opened(t);
    const [wrong, right] = [stage.item('DEMO-1', incident), stage.item('DEMO-2', incident)];
    const stated = statement([part(140, { year: 2013 })], 3);
    stage.accept(identify(wrong, statement([part(143, { make: 'DEMO-OTHER' })])));
    stage.accept(restate(stated));
    const second = `identification/${right}`;
    stage.accept(identify(right, stated, { subject: second }));
    await stage.write();
    const plain = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
      rows.map(({ item: _i, known_index: _k, event_id: _e, identification: _id, ...row }) => row);
    t.same(plain(await rowsOf(db, wrong)), plain(await rowsOf(db, right)));
  },
);

t.test(
  'GATE-11: of a lot that is divided nothing counts twice, and its parts have what stood of all of it',
  async t => {
    const { db, stage, incident } = await opened(t);
    const alike = stage.item('DEMO-1', incident, { interpretation: null });
    stage.accept(
      identify(alike, statement([part(143, { year: 2014 })], 0, { foundAs: code('DEVICE_FILL') })),
    );
    const partOfAlike = stage.divide('DEMO-1', 'DEMO-1-A', '43', '100');
    const mixed = stage.item('DEMO-2', incident, { interpretation: null });
    stage.accept(
      identify(mixed, statement([part(100), part(40, { year: 2014 })], 3), {
        subject: `identification/${mixed}`,
      }),
    );
    const ofMixed = stage.divide('DEMO-2', 'DEMO-2-A', '43', '100');
    const named = stage.divide('DEMO-2', 'DEMO-2-B', '100', '0', {
      interpretation: interpretation({ year: 2010 }),
    });
    await stage.write();
    t.match(await rowsOf(db, alike), [{ count: 100, year: 2014, balances: true }]);
    t.match(await rowsOf(db, partOfAlike), [
      {
        count: 43,
        year: 2014,
        stated: 'INHERITED',
        origin: 'DIVIDED',
        taken_from: alike,
        found_as: 'DEVICE_FILL',
      },
    ]);
    t.match(await rowsOf(db, ofMixed), [{ count: 43, year: null, stated: 'RECORD' }]);
    t.match(await rowsOf(db, named), [{ count: 100, year: 2010, stated: 'RECORD' }]);
    const { rows } = await sql<{ balances: boolean; count: number | null; year: number | null }>`
    select balances, count::int, year from materiel_version
    where item = ${mixed}::uuid and known_index = (select min(known_index) from materiel_version
      where item = ${mixed}::uuid and amount = '100') order by part`.execute(db);
    t.same(
      rows,
      [
        { balances: false, count: null, year: 2008 },
        { balances: false, count: null, year: 2014 },
        { balances: false, count: 100, year: null },
      ],
      'nobody can say which are left',
    );
    t.match(await rowsOf(db, mixed), [{ count: 0 }, { count: 0 }, { count: 0 }], 'nothing is left');
  },
);

t.test('V5: what was read is compared by a key that fits into an index, whatever was written', async t => {
  const { db, stage, incident } = await opened(t);
  const long = '\u{20000}'.repeat(100) + '\uFDFA'.repeat(100);
  const item = stage.item('DEMO-1', incident, {
    interpretation: interpretation({
      make: long,
      model: long,
      lot: long.slice(0, 100),
      serial: long.slice(0, 100),
    }),
  });
  stage.accept(
    identify(item, statement([{ count: 143, headstamp: null, identity: identity({ make: long }) }])),
  );
  await stage.write();
  t.equal((await rowsOf(db, item)).length, 1);
});

t.test('a log that is there comes through the migration to the rows that the projection makes', async t => {
  const { db, stage, incident } = await opened(t);
  const long = 'DEMO '.repeat(40);
  stage.item('DEMO-1', incident);
  stage.item('DEMO-2', incident, { interpretation: interpretation({ make: long, model: 'DEMO-AK 47' }) });
  stage.item('DEMO-3', incident, {
    interpretation: null,
    marks: [mark('SERIAL', '0O□1'), mark('LOT', 'DEMO-7', { obliteration: 'OBLITERATED' })],
  });
  stage.divide('DEMO-1', 'DEMO-1-A', '43', '100');
  stage.divide('DEMO-1', 'DEMO-1-B', '100', '0', { interpretation: interpretation({ calibre: null }) });
  await stage.write();
  const all = async () => ({
    versions: (await sql`select * from materiel_version order by item, part, known_index`.execute(db)).rows,
    items: (await sql`select * from materiel_item order by item`.execute(db)).rows,
  });
  const written = await all();
  t.equal(written.items.length, 5);
  await sql`drop table identification, reference, reference_entry, materiel_item, materiel_version`.execute(
    db,
  );
  await up(db as unknown as Kysely<unknown>);
  t.same(await all(), written);
});
