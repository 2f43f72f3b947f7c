import t from 'tap';
import { formatTime, type JsonObject } from '../../src/log/index.js';
import { consentBody, linkedBody, sourceBody, sourceSubject } from '../helpers/bodies/source.js';
import { readLoggedEvents } from '../helpers/logged-events.js';
import { playedStory } from '../helpers/played-story.js';
import { circumstances } from '../helpers/procedure.js';
import { openTestSession, post } from '../helpers/reading.js';
import { type LoggedEvent, replayPart, replayWhole } from '../helpers/replayed.js';

t.setTimeout(600_000);

const by = 'DEMO-LEG-1/LEG';
const none = new Map<string, Uint8Array>();

function changed(events: readonly LoggedEvent[], type: string, body: JsonObject): readonly LoggedEvent[] {
  return events.map(logged =>
    logged.event.type === type
      ? { ...logged, event: { ...logged.event, body: { ...logged.event.body, ...body } } }
      : logged,
  );
}

t.test('GATE-8, RQ-64: a dossier after a source took back his consent', async t => {
  const played = await playedStory(t);
  const { stage, log, app, clock } = played;
  const release = await log.db.selectFrom('release').select('id').executeTakeFirstOrThrow();
  const { item } = await log.db.selectFrom('release_item').select('item').executeTakeFirstOrThrow();
  const piece = `evidence/${item}`;
  const authorization = `Bearer ${await openTestSession(played, 'DEMO-CASE-1')}`;
  const build = (number: string) =>
    post(app, '/v1/dossiers', { release: release.id, contents: 'ORIGINALS', number }, { authorization });
  const onSource = (word: string, body: JsonObject, refs: readonly string[] = []) => ({
    subject: sourceSubject,
    type: `source.${word}`,
    by,
    body,
    refs,
  });
  const answer = async (order: JsonObject) => {
    const { id: _, subject, missing: _1, cosigned: _2, stamped: _3, counts, ...stated } = order;
    const { filesMissing: _4, bytes: _5, ...counted } = counts as JsonObject;
    const body = { ...circumstances(formatTime(clock.now)), ...stated, counts: counted };
    return { subject: String(subject), type: 'dossier.built', by: 'DEMO-CASE-1/CASE', body };
  };
  const takenBy = stage.officer('DEMO-LEG-1').officer;
  await stage.require([onSource('registered', sourceBody())]);
  const order = (await build('DEMO-D-1')).json<JsonObject>();
  await stage.require([onSource('linked', linkedBody(piece))]);

  const refused = await build('DEMO-D-2');
  t.equal(refused.statusCode, 422, refused.body);
  t.match(refused.json(), { code: 'refused', violations: [{ rule: 'dossier.source-consent-missing' }] });
  t.notMatch(refused.body, new RegExp(`DEMO-SOURCE|${sourceSubject}|VOICE`));
  const late = await stage.attempt([await answer(order)]);
  t.match(JSON.stringify(late), 'dossier.source-consent-missing', 'ordered before, it is not answered for');

  const [consent = ''] = await stage.require([
    onSource('consent-recorded', consentBody('ANY_NATIONAL', { takenBy })),
  ]);
  const covered = (await build('DEMO-D-3')).json<JsonObject>();
  await stage.require([await answer(covered)]);
  const fetch = () => app.inject({ url: `/v1/dossiers/${covered.id}/bag`, headers: { authorization } });
  t.equal((await fetch()).statusCode, 200);
  const before = await readLoggedEvents(log);
  await stage.require([onSource('consent-revoked', { consent, reason: null }, [consent])]);
  const halted = { code: 'dossier-halted', violations: [{ rule: 'dossier.source-consent-missing' }] };
  t.match((await fetch()).json(), halted);

  await t.test(
    'section 12, rules: who holds the links replays it, others are told that they cannot',
    async t => {
      t.same(replayWhole(before, none), { failure: null, notProven: [] });
      const withheld = before.map(logged =>
        logged.event.type === 'source.linked' ? { ...logged, disclosures: [] } : logged,
      );
      const told = replayWhole(withheld, none);
      t.equal(told.failure, null);
      t.equal(told.notProven.length, 1);
      t.match(
        told.notProven[0]?.en,
        /consent of sources .* is not checked here.*dossier\.built at leaf \d+$/,
      );
      const part = replayPart(before, [`release/${release.id}`, piece], none);
      t.equal(part.failure, null);
      t.ok(part.notProven.some(({ en }) => en.includes('consent of sources')));

      const forged = changed(before, 'source.consent-recorded', { use: 'NONE' });
      t.match(replayWhole(forged, none).failure, { check: 'rules' });
      const unseen = changed(withheld, 'source.consent-recorded', { use: 'NONE' });
      t.equal(replayWhole(unseen, none).failure, null, 'without the links nothing is claimed');
    },
  );
});
