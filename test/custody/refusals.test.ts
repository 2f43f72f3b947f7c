import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { gateIds } from '../../src/custody/gates.js';
import type { Refusal } from '../../src/custody/refusal.js';
import { refusals } from '../../src/custody/refusals.js';
import { explain } from '../../src/custody/violation.js';
import { placeholders } from '../helpers/procedure.js';

const all: readonly (readonly [string, Refusal])[] = Object.entries(refusals);

t.test('design section 6: every refusal speaks English and French', async t => {
  for (const [code, { message, missing }] of all) {
    t.not(message.fr, message.en, `${code}: message`);
    t.not(missing.fr, missing.en, `${code}: missing`);
  }
});

t.test('design section 6: both languages name the same values', async t => {
  for (const [code, { message, missing }] of all)
    for (const { en, fr } of [message, missing])
      t.same([...new Set(placeholders(fr))].sort(), [...new Set(placeholders(en))].sort(), code);
});

t.test('design section 6: a refusal is a whole sentence', async t => {
  for (const [code, { message, missing, source }] of all) {
    for (const words of [message.en, message.fr, missing.en, missing.fr]) t.match(words, /[.?}]$/, code);
    t.ok(source, `${code} names its source`);
  }
});

t.test('domain.md C.4: a refusal belongs to a gate that there is, or to none', async t => {
  for (const [code, { gate }] of all) t.ok(gate === null || gateIds.includes(gate), code);
});

t.test('design section 6: a refusal in words, in the language of the reader', async t => {
  const violation = {
    rule: 'signer.role-not-held',
    pointer: '/actor/role',
    event: 3,
    parameters: { officer: 'DEMO-WIT-1', role: 'EOD' },
  } as const;
  t.same(explain(violation, 'en'), {
    gate: null,
    rule: 'signer.role-not-held',
    event: 3,
    pointer: '/actor/role',
    message: 'Officer DEMO-WIT-1 does not hold role EOD at this time.',
    missing: 'A role EOD in force.',
    whoCanProvide: ['REG'],
  });
  t.equal(explain(violation, 'fr').message, "L'officier DEMO-WIT-1 ne détient pas le rôle EOD à cette date.");
  const told = {
    rule: 'unit.class-national',
    pointer: '',
    event: 0,
    parameters: { class: 'A', classFr: 'B' },
  };
  t.match(explain({ ...told, rule: 'unit.class-national' }, 'fr').message, /: B\.$/);
});

/** Sources of the project, seen from dist/test/custody. */
function readSources(folder: string): string {
  const root = fileURLToPath(new URL(`../../../${folder}`, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.includes('refusals'))
    .map(file => readFileSync(`${root}/${file}`, 'utf8'))
    .join('\n');
}

t.test('every refusal is said by a rule, and a test knows it by its code', async t => {
  const rules = readSources('src/custody');
  const tests = readSources('test/custody');
  for (const [code] of all) {
    t.ok(rules.includes(`'${code}'`), `${code} is said`);
    t.ok(tests.includes(`'${code}'`), `${code} is tested`);
  }
});
