import t from 'tap';
import { collectAguelhok } from '../../src/cli/demo/aguelhok-collection.js';
import { openAguelhok } from '../../src/cli/demo/aguelhok-scenes.js';
import { Narrator } from '../../src/cli/demo/narrator.js';
import { DemoClock, Play } from '../../src/cli/demo/play.js';
import { sealAguelhok } from '../../src/cli/demo/sealing.js';
import { playSeals } from '../../src/cli/demo/seals.js';
import { prepareSetting } from '../../src/cli/demo/setting.js';
import { type Leg, offer } from '../../src/cli/demo/transfers.js';
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
    const stock = await playSeals(play);
    const items = await collectAguelhok(play, await openAguelhok(play, setting));
    const [firearms] = await sealAguelhok(play, items, stock);
    if (firearms === undefined) throw new Error('nothing was sealed');
    const leg = (manifest: string): Leg => ({
      transfer: stage.newId(),
      manifest,
      giver: 'DEMO-WIT-1/WIT',
      receiver: 'DEMO-SEC-1/SEC',
      site: setting.sectorSite,
      place: 'DEMO-SECTOR-STORE',
      kind: 'STORAGE',
      unit: null,
      release: null,
    });
    // Both are signed on the same heads, as two devices would that do not know of each other.
    const rivals = await Promise.all(
      ['DEMO-M-1', 'DEMO-M-2'].map(async manifest =>
        submissionOf(await stage.sign([offer(play, leg(manifest), [firearms])])),
      ),
    );
    const outcomes = await Promise.all(rivals.map(batch => log.appender.submit(batch)));
    t.same(outcomes.map(({ kind }) => kind).sort(), ['appended', 'stale']);
    const transfers = await log.db.selectFrom('transfer').select('id').execute();
    t.equal(transfers.length, 1);
    await checkLog(t, log);
  },
);
