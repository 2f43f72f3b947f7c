import t from 'tap';
import { equalBytes } from '../../src/log/index.js';
import { type AttackedLog, playAttackedLog } from './attacked-log.js';
import { bagsOnTheirWay } from './families/bags-on-their-way.js';
import { forgedLeaves } from './families/forged-leaves.js';
import { keysOfTheLog } from './families/keys-of-the-log.js';
import { lawfulStories } from './families/lawful-stories.js';
import { rearrangedLeaves } from './families/rearranged-leaves.js';
import { unlawfulStories } from './families/unlawful-stories.js';
import { judgeAttacks } from './judge-attacks.js';
import { retoldLog } from './retold-log.js';
import { rewritten } from './rewritten-log.js';

t.setTimeout(1_800_000);

/*
 * Issue 4, section 5: whoever runs the service has the key of the log, and here the officers' keys too. He writes the log
 * anew with a tree-writer that shares no code with the program.
 */

let log: AttackedLog;
t.before(async () => {
  log = await playAttackedLog(t);
});

t.test('told as it was, the tree-writer comes to the same tree', async t => {
  const told = rewritten(
    log,
    retoldLog(log, events => events),
  );
  const { root } = await log.testStage.log.vault.read();
  t.ok(equalBytes(told.root(), root));
});

t.test('on its way', t => judgeAttacks(t, 'the export on its way', bagsOnTheirWay, log));
t.test('leaves are rearranged', t => judgeAttacks(t, 'leaves are rearranged', rearrangedLeaves, log));
t.test('leaves are forged', t => judgeAttacks(t, 'leaves are forged', forgedLeaves, log));
t.test('the keys of the log', t => judgeAttacks(t, 'the keys of the log', keysOfTheLog, log));
t.test('told unlawfully', t => judgeAttacks(t, 'told unlawfully', unlawfulStories, log));
t.test('told lawfully', t => judgeAttacks(t, 'told lawfully', lawfulStories, log));
