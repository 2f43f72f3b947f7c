import { createHash, randomBytes } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import t from 'tap';
import { migrations } from '../../migrations/index.js';
import { withSubject } from '../../src/cli/demo/chapters/collection.js';
import { settleDiscrepancies } from '../../src/cli/demo/chapters/discrepancies.js';
import { playHandoverOnPaper, playReleaseAnew } from '../../src/cli/demo/chapters/handover.js';
import { playHeadquartersLeg } from '../../src/cli/demo/chapters/headquarters-leg.js';
import { fromOutside } from '../../src/cli/demo/items/aguelhok.js';
import { registration } from '../../src/cli/demo/register-item.js';
import { formatPolicy, type JsonObject } from '../../src/log/index.js';
import { openDatabase } from '../../src/store/database.js';
import type { Database } from '../../src/store/schema/index.js';
import { verifyExport } from '../../src/verify/index.js';
import { memoryBag } from '../helpers/bag-files.js';
import { demoPosition } from '../helpers/bodies/evidence.js';
import { makeExport, nothingNamed } from '../helpers/made-export.js';
import { storyAtSector } from '../helpers/played-story.js';
import type { TestStage } from '../helpers/test-stage.js';
import { connectionOf } from '../helpers/uploads.js';

t.setTimeout(600_000);

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Photographs with the place inside, one without, and the scan that a national officer signed. */
interface Pictures {
  readonly placed: string;
  readonly plain: string;
  readonly scan: string;
}

let testStage: TestStage;
let pictures: Pictures;
t.before(async () => {
  const story = await storyAtSector(t);
  const { play, setting, stocks, packed, discrepancies } = story;
  testStage = story.testStage;
  const [placed, plain] = [randomBytes(500), randomBytes(600)];
  const photograph = (bytes: Uint8Array, position: JsonObject | null): JsonObject => ({
    ...play.album.photograph('CLOSE'),
    file: { sha256: hashOf(bytes), size: bytes.length, mediaType: 'image/jpeg' },
    position,
  });
  const item = withSubject(play, fromOutside);
  await play.does(
    { en: 'A rifle is registered.', fr: 'Un fusil est enregistré.' },
    {
      subject: item.subject,
      type: 'evidence.registered',
      by: 'DEMO-SEC-1/SEC',
      body: registration(play, item, {
        incident: await incidentOf(),
        scene: null,
        place: setting.sector.place.description,
        by: 'DEMO-SEC-1',
        members: {
          recoveringParty: { code: 'INTERNATIONAL_FORCES', text: null },
          recoveringUnit: 'DEMO-OUTSIDE-UNIT',
          place: { ...setting.sector.place, position: null },
          photographs: [photograph(placed, demoPosition), photograph(plain, null)],
        },
      }),
    },
  );
  const casesFired = await settleDiscrepancies(play, setting, stocks, packed, discrepancies);
  await playHeadquartersLeg(play, setting, Object.values({ ...packed, casesFired }));
  const released = await playReleaseAnew(play, setting, [packed.arms], null);
  await playHandoverOnPaper(play, setting, [packed.arms], released);
  const scan = await scanOnPaper();
  const uploader = await connectionOf(testStage, 'DEMO-CASE-1');
  const owed = play.album.takeOwed();
  for (const bytes of [placed, plain, ...owed.map(file => file.bytes)]) {
    const { status } = await uploader.request(`/v1/files/${hashOf(bytes)}`, {
      method: 'PUT',
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: { 'content-type': 'image/jpeg' },
    });
    t.equal(status, 204);
  }
  pictures = { placed: hashOf(placed), plain: hashOf(plain), scan };
});

async function incidentOf(): Promise<string> {
  const { id } = await testStage.log.db.selectFrom('incident').select('id').executeTakeFirstOrThrow();
  return id;
}

/** The scan beside the withheld name, by its claim or in the open. */
async function scanOnPaper(): Promise<string> {
  const { sha256 } = await testStage.log.db
    .selectFrom('file_reference')
    .innerJoin('event', 'event.event_id', 'file_reference.event_id')
    .select('sha256')
    .where('event.type', '=', 'transfer.received')
    .executeTakeFirstOrThrow();
  return sha256;
}

t.test('F-28: over HTTP the bytes are for who may read the claim that they tell', async t => {
  const statuses = async (name: string) => {
    const { request } = await connectionOf(testStage, name);
    const get = async (sha256: string) => (await request(`/v1/files/${sha256}`)).status;
    return {
      placed: await get(pictures.placed),
      plain: await get(pictures.plain),
      scan: await get(pictures.scan),
    };
  };
  t.same(await statuses('DEMO-CASE-1'), { placed: 200, plain: 200, scan: 200 }, 'CASE reads withheld claims');
  t.same(await statuses('DEMO-AUD-1'), { placed: 404, plain: 200, scan: 404 }, 'AUD reads the record');
  const { request } = await connectionOf(testStage, 'DEMO-AUD-1');
  const head = await request(`/v1/files/${pictures.placed}`, { method: 'HEAD' });
  t.equal(head.status, 404);
  const listed = JSON.stringify(await (await request('/v1/files?limit=200')).json());
  t.ok(listed.includes(pictures.plain));
  t.notOk(listed.includes(pictures.placed) || listed.includes(pictures.scan));
});

t.test('F-28: an export without withheld claims leaves the bytes out, names them, and verifies', async t => {
  const whole = { ...nothingNamed, kind: 'LOG' } as const;
  for (const withheld of [false, true]) {
    const { bag } = await makeExport(testStage.log, whole, { withheld });
    const inside = bag.paths('data/file/').map(path => path.slice('data/file/'.length));
    t.ok(inside.includes(pictures.plain));
    t.equal(inside.includes(pictures.placed), withheld);
    t.equal(inside.includes(pictures.scan), withheld);
    const rows = parse(bag.text('data/report/withheld.csv'), { from_line: 2 }) as readonly string[][];
    const row = rows.find(cells => cells[5] === pictures.placed);
    if (withheld) t.equal(row, undefined);
    else t.match(row, [/^\d+$/, /evidence\//, 'evidence.registered', '/photographs/0/file', 'withheld']);
    t.notOk(rows.some(cells => cells[5] === pictures.plain));
    const { verdict, failed, notProven } = await verifyExport(memoryBag(bag.files), {
      policy: formatPolicy(testStage.log.policy),
    });
    t.equal(verdict, 'ok', JSON.stringify(failed));
    t.equal(
      notProven.some(text => /file/.test(text)),
      !withheld,
      JSON.stringify(notProven),
    );
  }
});

t.test('what names the file again in the open does not open it', async t => {
  const reference = await testStage.log.db
    .selectFrom('file_reference')
    .selectAll()
    .where('sha256', '=', pictures.placed)
    .executeTakeFirstOrThrow();
  const owner = openDatabase<Database>(testStage.database.ownerUrl, { maxConnections: 1 });
  t.teardown(() => owner.destroy());
  await owner
    .insertInto('file_reference')
    .values({ ...reference, event_id: 'another', kept_back: false })
    .execute();
  const { request } = await connectionOf(testStage, 'DEMO-AUD-1');
  t.equal((await request(`/v1/files/${pictures.placed}`)).status, 404);
  await owner.deleteFrom('file_reference').where('event_id', '=', 'another').execute();
});

t.test('the migration marks what is there as the rule does', async t => {
  const owner = openDatabase<Database>(testStage.database.ownerUrl, { maxConnections: 1 });
  t.teardown(() => owner.destroy());
  const rows = () =>
    owner
      .selectFrom('file_reference')
      .select(['sha256', 'event_id', 'digest', 'kept_back'])
      .orderBy('event_id')
      .orderBy('sha256')
      .orderBy('digest')
      .execute();
  const marked = await rows();
  t.ok(marked.some(row => row.kept_back) && marked.some(row => !row.kept_back));
  await sql`alter table file_reference drop column kept_back`.execute(owner);
  await migrations['0016-files-kept-back']?.up(owner);
  t.same(await rows(), marked);
});
