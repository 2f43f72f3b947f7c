import t from 'tap';
import { itemEvents } from '../../src/cli/demo/consignment.js';
import { receipt } from '../../src/cli/demo/transfers.js';
import { handoverUnderWay } from '../helpers/handover-under-way.js';
import { readAs } from '../helpers/reading.js';

t.setTimeout(600_000);

t.test('E40: who has a handover under way is told that its release was suspended', async t => {
  const { play, stoppedFor, suspend } = await handoverUnderWay(t, { receiver: null, courier: null });
  t.same(await stoppedFor('DEMO-HQC-1'), []);
  await suspend('DEMO-REASON');
  const [alert, ...others] = await stoppedFor('DEMO-HQC-1');
  t.same(others, []);
  t.match(alert, { officer: play.officer('DEMO-HQC-1'), label: 'DEMO-MANIFEST-9' });
  t.notMatch(JSON.stringify(alert), 'DEMO-REASON', 'and nothing of why');
  t.same(await stoppedFor('DEMO-COU-2'), [], 'who has nothing of it is not told');
});

t.test(
  'E40, E57: with a courier under way, he and the giver read the stop on the manifest; the recipient reads nothing of it',
  async t => {
    const { testStage, play, packages, leg, suspend, stoppedFor } = await handoverUnderWay(t, {
      receiver: 'DEMO-OPJ-1/NAT-OPJ',
      courier: 'DEMO-COU-1/COU',
    });
    const { stage } = testStage;
    const manifest = async (name: string) => {
      const answer = await (await readAs(testStage, name))(`/v1/transfers/${leg.transfer}/receipt`, {
        'accept-language': 'en',
      });
      t.equal(answer.statusCode, 200, name);
      return answer.body;
    };
    const stop = 'Stopped: not to be handed over as things stand';
    const hold = 'Hold, which stops';
    t.notMatch(await manifest('DEMO-COU-1'), stop);

    await suspend('DEMO-REASON');
    const held = play.form('hold.placed', 'DEMO-HQ', {
      number: 'DEMO-HOLD-9',
      ground: { code: 'LEGAL_REVIEW', text: null },
      ...{ reason: 'DEMO-REASON', authority: 'DEMO', scope: 'RELEASE', reviewOn: null },
    });
    await stage.require([
      {
        subject: `hold/${play.newId('DEMO-HOLD-9')}`,
        type: 'hold.placed',
        by: 'DEMO-LEG-1/LEG',
        body: held,
        items: itemEvents(packages, 'evidence.hold-placed', held, () => ({})),
      },
    ]);
    t.match(await stoppedFor('DEMO-COU-1'), [
      { officer: play.officer('DEMO-COU-1'), label: 'DEMO-MANIFEST-9' },
    ]);
    for (const name of ['DEMO-COU-1', 'DEMO-HQC-1']) {
      const page = await manifest(name);
      t.match(page, stop, name);
      t.match(page, hold, name);
      t.notMatch(page, 'DEMO-REASON', name);
    }
    const received = await stage.attempt([
      receipt(play, leg, packages, {
        countersigned: ['DEMO-COU-1/COU as hands-over', 'DEMO-HQC-2/HQC as witness'],
      }),
    ]);
    t.equal(received.kind, 'refused', 'and at the prosecutor’s door it is refused');
    const national = await readAs(testStage, 'DEMO-OPJ-1');
    const his = await national(`/v1/transfers/${leg.transfer}/receipt`, {
      'accept-language': 'en',
    });
    t.notMatch(his.body, stop);
    t.notMatch(his.body, hold, 'what holds it back is nothing of his');
  },
);
