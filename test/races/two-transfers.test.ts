import t from 'tap';
import { openIncident } from '../../src/cli/demo/chapters/aguelhok-incident.js';
import { packAguelhok } from '../../src/cli/demo/chapters/packing.js';
import { playScenes } from '../../src/cli/demo/chapters/scenes.js';
import { Narrator } from '../../src/cli/demo/narrator.js';
import { DemoClock, Play } from '../../src/cli/demo/play.js';
import { playSeals } from '../../src/cli/demo/seals.js';
import { prepareSetting } from '../../src/cli/demo/setting.js';
import { legTo, offer } from '../../src/cli/demo/transfers.js';
import { submissionOf } from '../../src/client/index.js';
import { checkLog } from '../helpers/check-log.js';
import { createTestStage } from '../helpers/test-stage.js';

const silent = { language: 'en', json: true, result() {}, note() {} } as const;

t.test(
  'two transfers are offered of one item at once: one is, the other is told what came first',
  async t => {
    const clock = new DemoClock('2021-04-02T04:00:00Z');
    const { log, stage } = await createTestStage(t, clock);
    const play = new Play(stage, new Narrator(silent, () => clock.now), clock);
    const setting = await prepareSetting(play);
    const { collector } = await playSeals(play);
    const collected = await playScenes(play, setting, await openIncident(play, setting));
    const { arms } = await packAguelhok(play, setting, collected, collector);
    const leg = (manifest: string) =>
      legTo(play, manifest, {
        giver: 'DEMO-WIT-1/WIT',
        receiver: 'DEMO-SEC-1/SEC',
        from: { site: null, description: 'DEMO-SCENE camp' },
        to: setting.sector.place,
      });
    // Both are signed on the same heads, as two devices would that do not know of each other.
    const rivals = await Promise.all(
      ['DEMO-M-1', 'DEMO-M-2'].map(async manifest =>
        submissionOf(await stage.sign([offer(play, leg(manifest), [arms])])),
      ),
    );
    const outcomes = await Promise.all(rivals.map(batch => log.appender.submit(batch)));
    t.same(outcomes.map(({ kind }) => kind).sort(), ['appended', 'stale']);
    const transfers = await log.db.selectFrom('transfer').select('id').execute();
    t.equal(transfers.length, 1);
    await checkLog(t, log);
  },
);
