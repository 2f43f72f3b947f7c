import t from 'tap';
import { playBer } from '../../src/cli/demo/chapters/ber.js';
import { peekEvent } from '../../src/log/index.js';
import { readSignedAlone } from '../../src/store/readers/standing/signed-alone.js';
import { standingReports } from '../../src/store/readers/standing/standing-report.js';
import { storyAtSector } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

t.test(
  'standing reports: gaps, overdue, seals, overrides, signed alone; only for who may read them',
  async t => {
    const { testStage, play, setting, stocks } = await storyAtSector(t);
    let get = await readAs(testStage, 'DEMO-AUD-1');
    const rowsOf = async (report: string) => {
      const answer = await get(`/v1/audit/reports/${report}`);
      t.equal(answer.statusCode, 200, `${report}: ${answer.body}`);
      return answer.json<{
        rows: { what: string; officer: string | null; leaf: number | null; subject: string }[];
      }>().rows;
    };

    const events = await testStage.log.db.selectFrom('event').select(['jws', 'log_index']).execute();
    const decided = events.flatMap(({ jws, log_index }) => {
      const { body } = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString());
      return (body.overrides ?? []).map(
        ({ gate, officer }: { gate: string; officer: string }) => `${log_index} ${gate} ${officer}`,
      );
    });
    const overrides = await rowsOf('overrides');
    t.ok(decided.length > 0, 'the story passes a gate by decision');
    t.same(overrides.map(({ leaf, what, officer }) => `${leaf} ${what} ${officer}`).sort(), decided.sort());

    const seals = await rowsOf('seals');
    t.ok(
      seals.some(({ what }) => what === 'DAMAGED_UNEXPLAINED'),
      'a seal was found torn',
    );
    t.same(await rowsOf('signed-alone'), [], 'the log refuses what is signed by too few');
    t.same(await rowsOf('overdue'), [], 'nothing is overdue yet');
    t.same(await rowsOf('custody-gaps'), []);
    for (const [language, told] of [
      ['en', 'as stated'],
      ['fr', 'selon les déclarations'],
    ] as const) {
      const gaps = await get('/v1/audit/reports/custody-gaps', { 'accept-language': language });
      t.match(gaps.json().title, told, 'a gap that nobody stated is not found by it');
    }
    t.same(await rowsOf('disputed'), []);

    await t.test('acts that an earlier procedure let one alone sign are found', async t => {
      const { document } = await testStage.log.sop();
      const { officer } = testStage.stage.officer('DEMO-AUD-1');
      const stricter = {
        ...document.acts['incident.opened'],
        countersignatures: [{ as: 'witness', count: 1, roles: null }],
      };
      const sop = { ...document, acts: { ...document.acts, 'incident.opened': stricter as never } };
      const reader = { officer, unit: null, roles: ['AUD'] as const };
      const found = await readSignedAlone(testStage.log.db, { reader, sop });
      t.ok(found.length > 0);
      for (const row of found) t.match(row, { what: 'incident.opened', detail: '0/1' });
    });

    await t.test('as CSV', async t => {
      const answer = await get('/v1/audit/reports/overrides?format=csv');
      t.match(answer.headers['content-type'], /^text\/csv/);
      t.equal(answer.body.trimEnd().split('\r\n').length, overrides.length + 1);
    });

    await t.test('what is not granted is not shown', async t => {
      const national = await readAs(testStage, 'DEMO-OPJ-1');
      t.equal((await national('/v1/audit/reports/custody-gaps')).statusCode, 403);
      for (const report of Object.keys(standingReports)) {
        const { statusCode, body } = await national(`/v1/audit/reports/${report}`);
        t.ok(statusCode === 403 || JSON.parse(body).rows.length === 0, report);
      }
      t.equal((await get('/v1/audit/reports/unknown')).statusCode, 400);
    });

    await t.test(
      'RQ-10: late entries, item by item, with what a late act of several items says of each',
      async t => {
        await playBer(play, setting, stocks);
        get = await readAs(testStage, 'DEMO-AUD-1');
        const all = await testStage.log.db.selectFrom('event').select(['jws', 'log_index']).execute();
        const bodies = all.map(({ jws, log_index }) => ({ ...peekEvent(jws), index: log_index }));
        const late = new Map(
          bodies.flatMap(({ eventId, body }) => (body.lateEntry ? [[eventId, body.lateEntry]] : [])),
        );
        const expected = bodies
          .filter(({ type }) => !type.endsWith('.countersigned'))
          .flatMap(({ eventId, body, subject, index }) =>
            late.has(eventId) || late.has(String(body.group)) ? [`${subject} ${index}`] : [],
          );
        t.ok(expected.length > 5);
        const rows = await rowsOf('late-entries');
        t.same(rows.map(({ subject, leaf }) => `${subject} ${leaf}`).sort(), expected.sort());
        t.same(
          rows.map(({ subject }) => subject),
          rows.map(({ subject }) => subject).sort(),
        );
      },
    );
  },
);
