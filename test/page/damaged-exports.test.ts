import t from 'tap';
import { skipWithoutChromium } from '../helpers/chromium.js';
import { pageAgrees } from '../helpers/page-agrees.js';

t.setTimeout(1_800_000);

/** Tests that verify damaged and forged exports: what they say is what the page has to say. */
const suites = ['verify/forged', 'verify/damages-bag', 'verify/hostile', 'attack/rewritten'];

const checks = [
  ...['ok', 'bag', 'checkpoint', 'jcs', 'key', 'role', 'disclosure', 'leaf', 'inclusion', 'sequence'],
  ...['prev', 'prev-leaf', 'root', 'group', 'rules', 'head', 'consistency', 'policy', 'file'],
];

t.test(
  'of every damaged export of the tamper suites the page names the same check as the command line',
  { skip: skipWithoutChromium },
  async t => {
    const found = await pageAgrees(t, suites);
    const count = [...found.values()].reduce((sum, of) => sum + of, 0);
    t.ok(count > 200, `${count} exports`);
    for (const check of checks) t.ok(found.has(check), `some fail at ${check}`);
  },
);
