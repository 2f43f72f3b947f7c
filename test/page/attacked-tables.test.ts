import t from 'tap';
import { skipWithoutChromium } from '../helpers/chromium.js';
import { pageAgrees } from '../helpers/page-agrees.js';

t.setTimeout(1_800_000);

t.test(
  'RQ-06: of every export that a service makes of tampered tables, or of another backup, the page names the same check as the command line',
  { skip: skipWithoutChromium },
  async t => {
    const found = await pageAgrees(t, ['attack/tables', 'attack/services']);
    const count = [...found.values()].reduce((sum, of) => sum + of, 0);
    t.ok(count > 40, `${count} exports`);
    for (const check of ['ok', 'jws', 'disclosure', 'inclusion', 'leaf', 'sequence', 'root', 'consistency']) {
      t.ok(found.has(check), `some fail at ${check}`);
    }
  },
);
