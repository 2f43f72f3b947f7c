import t from 'tap';
import type { ExportScopeOf } from '../../src/custody/export/scope.js';
import { formatPolicy, formatTime } from '../../src/log/index.js';
import { verifyExport } from '../../src/verify/index.js';
import { memoryBag } from '../helpers/bag-files.js';
import { makeExport, nothingNamed } from '../helpers/made-export.js';
import { playedStory } from '../helpers/played-story.js';
import { readExport } from '../helpers/read-export.js';
import type { TestStage } from '../helpers/test-stage.js';

let played: TestStage;
t.before(async () => {
  played = await playedStory(t);
});

const whole: ExportScopeOf = { ...nothingNamed, kind: 'LOG' };

async function firstItem(): Promise<string> {
  const { id } = await played.log.db
    .selectFrom('evidence')
    .select('id')
    .where('physical', '=', 'HANDED_OVER')
    .orderBy('first_index')
    .executeTakeFirstOrThrow();
  return id;
}

t.test(
  'section 11: the whole log reads back, with every tile and a head statement for every subject',
  async t => {
    const { bag, counts } = await makeExport(played.log, whole);
    const read = await readExport(bag, formatPolicy(played.log.policy));
    const { size } = await played.log.vault.read();
    t.equal(read.size, size);
    t.equal(read.indexes.length, size);
    t.same(read.single, [], 'every subject is whole');
    t.equal(read.disclosures, 0, 'what is withheld stays out');
    t.match(counts, { events: size, subjects: read.whole.length, disclosed: 0 });
    t.ok(counts.withheld > 30, `${counts.withheld} claims are withheld`);
    t.equal(bag.paths('data/file/').length, counts.files);
    const sop = await played.log.sop();
    t.ok(bag.files.has(`data/file/${sop.sha256}`), 'the SOP document in force');
  },
);

t.test('section 11: one item is inside whole, what it names is not', async t => {
  const item = await firstItem();
  const { bag } = await makeExport(played.log, { ...nothingNamed, kind: 'ITEM', item });
  const read = await readExport(bag, formatPolicy(played.log.policy));
  const kinds = (subjects: readonly string[]) => [...new Set(subjects.map(name => name.split('/')[0]))];
  t.ok(read.whole.includes(`evidence/${item}`));
  t.same(kinds(read.whole), ['evidence', 'log', 'officer'], 'nothing was ever amiss with this one');
  t.equal(read.whole.filter(name => name.startsWith('evidence/')).length, 1, 'no other item');
  t.ok(kinds(read.single).includes('transfer'), 'the groups of its transfers');
  t.ok(kinds(read.single).includes('release'));
  t.ok(
    read.events.some(({ type }) => type === 'transfer.countersigned'),
    'with their countersignatures',
  );
});

t.test('the discrepancies about an item go along with it, whole, and it verifies', async t => {
  const about = await played.log.db.selectFrom('discrepancy_item').selectAll().execute();
  const items = new Set(about.map(({ item }) => item));
  t.ok(about.length > 1);
  for (const item of items) {
    const { bag } = await makeExport(played.log, { ...nothingNamed, kind: 'ITEM', item });
    const read = await readExport(bag, formatPolicy(played.log.policy));
    const own = about.filter(one => one.item === item).map(({ discrepancy }) => `discrepancy/${discrepancy}`);
    t.same(
      read.whole.filter(name => name.startsWith('discrepancy/')),
      own.sort(),
      item,
    );
    t.ok(
      read.single.some(name => name.startsWith('transfer/')),
      'transfers as single acts',
    );
    const { verdict, failed } = await verifyExport(memoryBag(bag.files), {
      policy: formatPolicy(played.log.policy),
    });
    t.equal(verdict, 'ok', JSON.stringify(failed));
  }
});

t.test('an incident holds its scenes, visits, items, and what its items were part of', async t => {
  const { id } = await played.log.db.selectFrom('incident').select('id').executeTakeFirstOrThrow();
  const { bag } = await makeExport(played.log, { ...nothingNamed, kind: 'INCIDENT', incident: id });
  const { whole: inside, single } = await readExport(bag, formatPolicy(played.log.policy));
  const expected = await played.log.db
    .selectFrom('subject')
    .select('subject')
    .where('kind', 'in', [
      ...['incident', 'scene', 'visit', 'evidence', 'discrepancy'],
      ...['package', 'transfer', 'release'],
    ])
    .execute();
  t.same(
    inside.filter(name => !/^(log|officer)\//.test(name)),
    expected.map(({ subject }) => subject).sort(),
    'the story has one incident: all of these are its own',
  );
  t.notOk(
    single.some(name => /^(package|transfer|release)\//.test(name)),
    'none of them in single acts',
  );
  const { verdict, failed } = await verifyExport(memoryBag(bag.files), {
    policy: formatPolicy(played.log.policy),
  });
  t.equal(verdict, 'ok', JSON.stringify(failed));
});

t.test('a custodian: every item he ever answered for', async t => {
  const { officer } = played.stage.officer('DEMO-SEC-1');
  const { bag } = await makeExport(played.log, { ...nothingNamed, kind: 'CUSTODIAN', custodian: officer });
  const { whole: inside } = await readExport(bag, formatPolicy(played.log.policy));
  const held = await played.log.db
    .selectFrom('custody_interval')
    .select('evidence')
    .distinct()
    .where('officer', '=', officer)
    .execute();
  t.ok(held.length > 3);
  t.same(
    inside.filter(name => name.startsWith('evidence/')),
    held.map(({ evidence }) => `evidence/${evidence}`).sort(),
  );
  t.ok(inside.includes(`officer/${officer}`));
});

t.test('a period: every subject with an event received in it, whole', async t => {
  const rows = await played.log.db.selectFrom('event').select('received_at').orderBy('log_index').execute();
  const from = rows.at(-40)?.received_at ?? 0;
  const scope = {
    ...nothingNamed,
    kind: 'PERIOD',
    from: formatTime(from),
    until: formatTime(from + 1),
  } as const;
  const { bag } = await makeExport(played.log, scope);
  const read = await readExport(bag, formatPolicy(played.log.policy));
  const asked = await played.log.db
    .selectFrom('event')
    .select('subject')
    .distinct()
    .where('received_at', '=', from)
    .execute();
  t.ok(asked.length > 0);
  for (const { subject } of asked) t.ok(read.whole.includes(subject), subject);
  await t.rejects(
    makeExport(played.log, { ...scope, from: '2001-01-01T00:00:00Z', until: '2001-01-02T00:00:00Z' }),
    { name: 'NothingSelected' },
  );
});

t.test('withheld claims are handed over where they are asked for, and the files that they name', async t => {
  const { bag, counts } = await makeExport(played.log, whole, { withheld: true });
  const read = await readExport(bag, formatPolicy(played.log.policy));
  const { count } = await played.log.db
    .selectFrom('disclosure')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  t.equal(read.disclosures, count);
  t.match(counts, { disclosed: count, withheld: 0 });
});

t.test('the same size and request: the same bytes, twice, and after the log has grown', async t => {
  const item = await firstItem();
  const scopes: readonly ExportScopeOf[] = [
    whole,
    { ...nothingNamed, kind: 'ITEM', item },
    { ...nothingNamed, kind: 'CUSTODIAN', custodian: played.stage.officer('DEMO-COU-1').officer },
  ];
  const { note } = await played.log.vault.read();
  const before = [];
  for (const scope of scopes) before.push(await makeExport(played.log, scope));
  await played.stage.enlist('DEMO-LATE-1', ['AUD'], { unit: null });
  t.not((await played.log.vault.read()).note, note, 'the log has grown');
  for (const [position, scope] of scopes.entries()) {
    const again = await makeExport(played.log, scope, { note });
    t.equal(again.hash, before[position]?.hash);
    t.same(again.bag.hashes(), before[position]?.bag.hashes());
    const now = await makeExport(played.log, scope);
    t.not(now.hash, again.hash, 'and at the new size others');
  }
});
