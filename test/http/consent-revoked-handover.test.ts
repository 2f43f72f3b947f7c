import t from 'tap';
import { condition, releaseDecision } from '../../src/cli/demo/chapters/release.js';
import { asListed } from '../../src/cli/demo/consignment.js';
import { receipt } from '../../src/cli/demo/transfers.js';
import type { JsonObject } from '../../src/log/index.js';
import { consentBody, linkedBody, sourceBody, sourceSubject } from '../helpers/bodies/source.js';
import { suspendedBody } from '../helpers/bodies/unit.js';
import { handoverUnderWay } from '../helpers/handover-under-way.js';
import { readAs } from '../helpers/reading.js';

t.setTimeout(600_000);

/** Without the note of the log's size at the time, which every act of anybody changes. */
function withoutProof(page: string): string {
  return page.slice(0, page.indexOf('<section class="closing">'));
}

/** What is said to who tried, without the number of his request. */
function words(attempt: unknown): string {
  return JSON.stringify(attempt).replace(/"requestId":"[^"]+"/, '');
}

t.test(
  'GATE-8, E40, RQ-64: a source takes back his consent while a courier is under way: he is stopped, and told nothing of a source',
  async t => {
    const onSource = (word: string, body: JsonObject, refs: readonly string[] = []) => ({
      ...{ subject: sourceSubject, type: `source.${word}`, by: 'DEMO-LEG-1/LEG', body, refs },
    });
    let item = '';
    let takenBy = '';
    let consent = '';
    const { testStage, play, setting, packages, release, leg, suspend, stoppedFor } = await handoverUnderWay(
      t,
      {
        receiver: 'DEMO-OPJ-1/NAT-OPJ',
        courier: 'DEMO-COU-1/COU',
        async before({ testStage: { stage }, play, packed }) {
          item = packed.arms.items[0]?.subject ?? '';
          takenBy = play.officer('DEMO-LEG-1');
          [, , consent = ''] = await stage.require([
            onSource('registered', sourceBody()),
            onSource('linked', linkedBody(item)),
            onSource('consent-recorded', consentBody('ANY_NATIONAL', { takenBy })),
          ]);
        },
      },
    );
    const { stage } = testStage;

    /** All that an officer reads of the handover and of the item in it. */
    const readBy = async (name: string) => {
      const get = await readAs(testStage, name);
      const headers = { 'accept-language': 'en' };
      const manifest = await get(`/v1/transfers/${leg.transfer}/receipt`, headers);
      return {
        manifest: withoutProof(manifest.body),
        alerts: await stoppedFor(name),
        item: (await get(`/v1/${item}`, headers)).body,
        transfer: (await get(`/v1/transfers/${leg.transfer}`, headers)).body,
        sources: (await get('/v1/sources', headers)).statusCode,
      };
    };
    const stop = 'Stopped: not to be handed over as things stand';
    const inside = ['DEMO-COU-1', 'DEMO-HQC-1'];
    const readers = [...inside, 'DEMO-OPJ-1'];
    const readAll = async () =>
      new Map(await Promise.all(readers.map(async name => [name, await readBy(name)] as const)));
    const before = await readAll();
    for (const name of readers) {
      t.notMatch(before.get(name)?.manifest, stop, name);
      t.same(before.get(name)?.alerts, [], name);
    }

    const receive = () =>
      stage.attempt([
        receipt(play, leg, packages, {
          countersigned: ['DEMO-COU-1/COU as hands-over', 'DEMO-HQC-2/HQC as witness'],
          handover: {
            ...{ unit: setting.nationalBrigade, capacity: 'OPJ', nationalReferences: ['DEMO-PV'] },
            ...{ conditions: [condition], copies: 1, onPaper: null },
          },
          line: (listed, from) => ({ ...asListed(listed, from), nationalReference: 'DEMO-PV-9' }),
        }),
      ]);
    /** What the courier reads of the unit that is to receive, and of all that are suspended. */
    const unitRead = async () => {
      const get = await readAs(testStage, 'DEMO-COU-1');
      const { head: _, ...unit } = (await get(`/v1/units/${setting.nationalBrigade}`)).json<JsonObject>();
      return { unit, suspended: (await get('/v1/units?suspended=true')).json<JsonObject>().items };
    };
    const unitBefore = await unitRead();
    t.match(unitBefore, { unit: { fields: 'summary', state: null }, suspended: [] });

    await suspend('DEMO');
    const suspended = await readAll();
    await stage.require([releaseDecision(play, release, packages)]);
    const onUnit = (word: string) => ({
      ...{ subject: `unit/${setting.nationalBrigade}`, type: `unit.${word}`, by: 'DEMO-HR-1/HR' },
      body: suspendedBody(),
    });
    await stage.require([onUnit('suspended')]);
    const unitSuspended = await readAll();
    const notReceived = await receive();
    t.same(
      await unitRead(),
      unitBefore,
      'that it is suspended stands with human rights and the legal office',
    );
    play.clock.pass(3600);
    const consentAgain = onSource('consent-recorded', consentBody('ANY_NATIONAL', { takenBy }));
    const [again = ''] = await stage.require([consentAgain]);
    const sourceHeard = await readAll();
    t.same(sourceHeard, unitSuspended, 'what is heard of a source meanwhile moves nothing, not even a time');
    await stage.require([onUnit('suspension-lifted')]);
    for (const name of inside) t.notMatch((await readBy(name)).manifest, stop, `${name}: it may go again`);
    const taken = [consent, again];
    await stage.require(taken.map(one => onSource('consent-revoked', { consent: one, reason: null }, [one])));
    const revoked = await readAll();

    for (const name of inside) {
      const told = revoked.get(name);
      t.match(told?.manifest, stop, `${name}: the manifest says so`);
      t.match(told?.alerts, [{ label: 'DEMO-MANIFEST-9', officer: play.officer('DEMO-COU-1') }], name);
      t.same(told, unitSuspended.get(name), `${name}: byte for byte as with a unit that was suspended`);
      t.same(told?.alerts, suspended.get(name)?.alerts, `${name}: or a release that was`);
      t.not(told?.sources, 200, name);
    }
    const courier = revoked.get('DEMO-COU-1');
    t.equal(courier?.manifest, suspended.get('DEMO-COU-1')?.manifest);
    t.notMatch(JSON.stringify([...revoked.values()]), /DEMO-SOURCE|source\/|VOICE|revoked/i);
    const national = 'DEMO-OPJ-1';
    t.same(revoked.get(national), unitSuspended.get(national), 'the recipient too');

    t.notMatch(revoked.get(national)?.manifest, stop, 'what holds it back is nothing of his');

    const refused = await receive();
    t.match(JSON.stringify(refused), 'release.not-as-things-stand', 'and it is not received');
    t.same(words(refused), words(notReceived), 'in the words that a suspended unit is refused in');
    t.notMatch(JSON.stringify(refused), /DEMO-SOURCE|source\/|consent|revoked/i);
  },
);
