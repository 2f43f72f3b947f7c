import t from 'tap';
import { readTransferPaper } from '../../src/store/readers/transfer/read-transfer-paper.js';
import { playedStory } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

t.setTimeout(600_000);

const readers = ['WIT-1', 'SEC-1', 'COU-1', 'COU-2', 'HQC-1', 'CASE-1', 'LEG-1', 'AUD-1', 'OPJ-1'];

t.test(
  'design section 6: the paper of a transfer shows of other records what its reader may read of them',
  async t => {
    const testStage = await playedStory(t);
    const { db } = testStage.log;
    const [transfers, discrepancies] = await Promise.all([
      db.selectFrom('transfer').select('id').execute(),
      db.selectFrom('discrepancy').select('id').execute(),
    ]);
    const told = { shown: 0, notShown: 0, decided: 0, undecided: 0 };
    for (const reader of readers) {
      const get = await readAs(testStage, `DEMO-${reader}`);
      for (const { id } of transfers) {
        const answer = await get(`/v1/transfers/${id}/receipt`, { 'accept-language': 'en' });
        if (answer.statusCode !== 200) continue;
        const page = answer.body;
        for (const { id: discrepancy } of discrepancies) {
          if (!page.includes(discrepancy)) continue;
          const readable = (await get(`/v1/discrepancies/${discrepancy}`)).statusCode === 200;
          const line = page.split('\n').find(text => text.includes(discrepancy)) ?? '';
          t.equal(!line.includes('its record is not for this reader'), readable, `${reader}: discrepancy`);
          told[readable ? 'shown' : 'notShown'] += 1;
        }
        const { release } = (await get(`/v1/transfers/${id}`)).json<{ state: { release: string | null } }>()
          .state;
        if (release === null) continue;
        const readable = (await get(`/v1/releases/${release}`)).statusCode === 200;
        t.equal(!/Decision – its record is not for this reader/.test(page), readable, `${reader}: release`);
        told[readable ? 'decided' : 'undecided'] += 1;
      }
    }
    t.ok(told.shown > 0 && told.decided > 0 && told.undecided > 0, JSON.stringify(told));

    // Nobody of the story may see a transfer and none of its discrepancies: a reader who may see nothing stands for him.
    const { document: sop } = await testStage.log.sop();
    const { officer } = testStage.stage.officer('DEMO-OPJ-1');
    const reading = { sop, reader: { officer, unit: null, roles: ['NAT-OPJ'] } as const };
    for (const { id } of transfers) {
      const { discrepancies: shown } = await readTransferPaper(db, reading, id, testStage.log.now());
      t.equal(shown.size, 0, 'a national officer reads no discrepancies');
    }

    // Section 8: what a key signed before it was reported lost says so on the paper, and nothing else does.
    const { officer: courier, key } = testStage.stage.officer('DEMO-COU-1');
    await testStage.stage.require([
      {
        by: 'DEMO-REG-1/REG',
        subject: `officer/${courier}`,
        type: 'officer.key-revoked',
        body: { kid: key.kid, reason: 'lost' },
      },
    ]);
    const { officer: auditor } = testStage.stage.officer('DEMO-AUD-1');
    const audit = { sop, reader: { officer: auditor, unit: null, roles: ['AUD'] } as const };
    const signatures = await Promise.all(
      transfers.map(async ({ id }) => (await readTransferPaper(db, audit, id, testStage.log.now())).acts),
    );
    const all = signatures.flat().flatMap(act => [act, ...act.countersigned]);
    t.ok(all.some(({ keyLost }) => keyLost !== null));
    for (const { officer, keyLost, index } of all)
      t.equal(keyLost !== null && keyLost > index, officer === courier, `leaf ${index}`);
  },
);
