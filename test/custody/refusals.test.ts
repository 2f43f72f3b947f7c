import t from 'tap';
import type { Refusal } from '../../src/custody/refusal.js';
import { refusals } from '../../src/custody/refusals.js';
import type { Text } from '../../src/custody/text.js';

/** Parameters a text names; a text in French may name the French value of one. */
function named(text: string): string {
  return [...text.matchAll(/\{(\w+?)(?:Fr)?\}/g)]
    .map(([, name]) => name)
    .sort()
    .join();
}

t.test('every refusal says in both languages what was refused and what is missing', async t => {
  for (const [code, refusal] of Object.entries(refusals) as [string, Refusal][]) {
    const texts: Record<string, Text> = { message: refusal.message, missing: refusal.missing };
    for (const [member, { en, fr }] of Object.entries(texts)) {
      t.not(en, fr, `${code}: ${member} in French`);
      t.equal(named(en), named(fr), `${code}: ${member} names the same values`);
    }
  }
});
