import t from 'tap';
import type { StagedAct } from '../../src/cli/cast/stage.js';
import { releaseDecision, releaseRequest } from '../../src/cli/demo/chapters/release.js';
import type { Packed } from '../../src/cli/demo/consignment.js';
import { legTo, offer } from '../../src/cli/demo/transfers.js';
import { formatTime } from '../../src/log/index.js';
import { releaseAct, releaseHaltedBody } from '../helpers/bodies/release.js';
import { consentBody, linkedBody, sourceBody, sourceSubject } from '../helpers/bodies/source.js';
import { checkLog } from '../helpers/check-log.js';
import { storyAtHeadquarters } from '../helpers/played-story.js';

t.setTimeout(600_000);

t.test(
  'decisions that race over HTTP: whatever comes first, nothing stands beside what forbids it',
  async t => {
    const { testStage, play, setting, packed } = await storyAtHeadquarters(t);
    const { log, stage } = testStage;
    await stage.enlist('DEMO-LEG-2', ['LEG'], { unit: null });

    /** Signs each act on the same heads, as devices do that do not know of each other, and sends all at once. */
    const race = async (...acts: readonly StagedAct[]) => {
      const batches = await Promise.all(acts.map(act => stage.sign([act])));
      const outcomes = await Promise.all(batches.map(batch => stage.send(batch)));
      return outcomes.map(outcome =>
        outcome.kind === 'accepted'
          ? { status: 201, body: '' }
          : {
              status: Number(outcome.problem.document.status),
              body: JSON.stringify(outcome.problem.document),
            },
      );
    };
    const requested = async (number: string, pieces: readonly Packed[]) => {
      const id = play.newId(number);
      await stage.require([...releaseRequest(play, { id, number }, setting.nationalBrigade, pieces)]);
      return id;
    };
    const withdrawal = (id: string, { items }: Packed): StagedAct =>
      releaseAct(
        'withdrawn',
        'DEMO-LEG-1/LEG',
        releaseHaltedBody(formatTime(log.now())),
        items.map(({ subject }) => subject),
        `release/${id}`,
      );
    const indexOf = async (type: string, subject: string) => {
      const row = await log.db
        .selectFrom('event')
        .select('log_index')
        .where('type', '=', type)
        .where('subject', '=', subject)
        .orderBy('seq', 'desc')
        .executeTakeFirst();
      return row === undefined ? null : Number(row.log_index);
    };

    await t.test('two officers decide one release: one decision stands, the other is told of it', async t => {
      const id = await requested('DEMO-RACE-1', [packed.arms]);
      const refusal = releaseDecision(play, id, [packed.arms], {
        by: 'DEMO-LEG-2/LEG',
        changes: { outcome: 'REFUSED', conditions: [], validFrom: null, validUntil: null },
      });
      const answers = await race(releaseDecision(play, id, [packed.arms]), refusal);
      t.same(answers.map(({ status }) => status).sort(), [201, 409], JSON.stringify(answers));
      const decided = await log.db
        .selectFrom('event')
        .select('seq')
        .where('type', '=', 'release.decided')
        .where('subject', '=', `release/${id}`)
        .execute();
      t.equal(decided.length, 1);
    });

    await t.test('GATE-8: a consent is taken back while a release that needs it is decided', async t => {
      const [first] = packed.mortar.items;
      const onSource = (word: string, body: StagedAct['body'], refs: readonly string[] = []): StagedAct => ({
        subject: sourceSubject,
        type: `source.${word}`,
        by: 'DEMO-LEG-1/LEG',
        body,
        refs,
      });
      await stage.require([onSource('registered', sourceBody())]);
      await stage.require([onSource('linked', linkedBody(first?.subject ?? ''))]);
      const takenBy = stage.officer('DEMO-LEG-1').officer;
      const orders = new Set<string>();
      for (const round of [1, 2, 3, 4]) {
        const [consent = ''] = await stage.require([
          onSource('consent-recorded', consentBody('ANY_NATIONAL', { takenBy })),
        ]);
        const id = await requested(`DEMO-RACE-2-${round}`, [packed.mortar]);
        const revoke = onSource('consent-revoked', { consent, reason: null }, [consent]);
        const decide = releaseDecision(play, id, [packed.mortar], { by: 'DEMO-LEG-2/LEG' });
        const acts = round % 2 === 0 ? [revoke, decide] : [decide, revoke];
        const answers = await race(...acts);
        const decided = await indexOf('release.decided', `release/${id}`);
        const revoked = await indexOf('source.consent-revoked', sourceSubject);
        t.ok(revoked !== null, 'who takes it back is never kept from it');
        const refused = answers.some(({ body }) => body.includes('release.source-consent-missing'));
        t.equal(refused, decided === null);
        if (decided !== null) t.ok(decided < (revoked ?? 0), 'granted only while the consent stood');
        orders.add(refused ? 'revoked first' : 'decided first');
        if (decided !== null) {
          await stage.require([withdrawal(id, packed.mortar)]);
        }
      }
      t.comment([...orders].join(', '));
    });

    await t.test('E40: a release is withdrawn while its items are offered to the recipient', async t => {
      const id = await requested('DEMO-RACE-3', [packed.rounds]);
      await stage.require([releaseDecision(play, id, [packed.rounds])]);
      const place = setting.headquarters.place;
      const leg = legTo(play, 'DEMO-RACE-M-1', {
        giver: 'DEMO-HQC-1/HQC',
        receiver: 'DEMO-OPJ-1/NAT-OPJ',
        from: place,
        to: { site: null, description: place.description },
      });
      const handover = { ...leg, kind: 'HANDOVER', unit: setting.nationalBrigade, release: id } as const;
      const answers = await race(offer(play, handover, [packed.rounds]), withdrawal(id, packed.rounds));
      t.same(answers.map(({ status }) => status).sort(), [201, 409], JSON.stringify(answers));
      const offers = await log.db
        .selectFrom('transfer')
        .select('id')
        .where('manifest', '=', 'DEMO-RACE-M-1')
        .execute();
      const withdrawn = (await indexOf('release.withdrawn', `release/${id}`)) !== null;
      t.equal(offers.length, withdrawn ? 0 : 1, 'one of the two stands');
    });
    await checkLog(t, log);
  },
);
