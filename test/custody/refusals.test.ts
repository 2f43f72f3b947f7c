import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { gateIds } from '../../src/custody/gates.js';
import type { Refusal } from '../../src/custody/refusal.js';
import { type RuleCode, refusals } from '../../src/custody/refusals.js';
import { explain } from '../../src/custody/violation.js';
import { tellQuantity } from '../../src/custody/vocabulary/quantity.js';
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
    message: 'Officer DEMO-WIT-1 does not hold role EOD team leader (EOD) at this time.',
    missing: 'A role EOD team leader (EOD) in force.',
    whoCanProvide: ['REG'],
  });
  t.equal(
    explain(violation, 'fr').message,
    "L'officier DEMO-WIT-1 ne détient pas le rôle Chef d'équipe NEDEX (EOD) à cette date.",
  );
  const told = {
    rule: 'unit.class-national',
    pointer: '',
    event: 0,
    parameters: { class: 'A', classFr: 'B' },
  };
  t.match(explain({ ...told, rule: 'unit.class-national' }, 'fr').message, /: B\.$/);
});

/** Parameters whose value is a code, wherever they stand. */
const codedNames = [
  ...['role', 'held', 'as', 'allowed', 'status', 'physical', 'stage', 'precision'],
  ...['kind', 'kinds', 'outcome', 'category', 'subCategory', 'views'],
];

t.test('a code never stands alone in a message: its words are named beside every such parameter', async t => {
  for (const [code, { message, missing, told = {} }] of all) {
    const named = new Set([message, missing].flatMap(({ en }) => placeholders(en)));
    for (const name of named) if (codedNames.includes(name)) t.ok(told[name], `${code}: ${name}`);
    for (const name of Object.keys(told)) t.ok(named.has(name), `${code}: ${name} stands in a message`);
  }
});

t.test('codes of a message in words, in both languages', async t => {
  const told = (rule: RuleCode, parameters: Record<string, string>) =>
    (['en', 'fr'] as const).map(
      language => explain({ rule, pointer: '', event: 0, parameters }, language).message,
    );
  t.same(told('transfer.quantity-not-of-record', { number: 'N', stated: '143 PIECE', recorded: '1 PIECE' }), [
    'The manifest says 143 pieces of item N; the record says 1 piece.',
    'Le bordereau indique 143 pièces pour la pièce N ; la fiche indique 1 pièce.',
  ]);
  t.match(told('release.not-granted', { number: 'N', status: 'UNDER_REVIEW' }), [
    /: its status is under review\.$/,
    /: son statut est en cours d'examen\.$|son statut est en cours d'examen\.$/,
  ]);
  t.match(told('countersignature.missing', { type: 'T', count: '1', present: '0', as: 'second-person' }), [
    /as second person \(second-person\)/,
    /seconde personne \(second-person\)/,
  ]);
  t.match(
    told('evidence.not-in-state', {
      number: 'N',
      type: 'T',
      physical: 'IN_TRANSIT',
      allowed: 'HELD, COLLECTED',
    }),
    [
      /is in transit: T needs one of held, collected\.$/,
      /est en transit : T exige l’un des états sous garde, prélevée\.$/,
    ],
  );
  t.match(told('signer.role-not-provided', { role: 'WIT', type: 'T', allowed: 'EOD, HQC' }), [
    /EOD team leader \(EOD\), Headquarters evidence custodian \(HQC\)/,
    /Chef d'équipe NEDEX \(EOD\), Gardien des scellés/,
  ]);
});

t.test('a quantity in words: one, many, measured, not stated', async t => {
  t.same(tellQuantity({ amount: '1', unit: 'PIECE' }), { en: '1 piece', fr: '1 pièce' });
  t.same(tellQuantity({ amount: '143', unit: 'PIECE' }), { en: '143 pieces', fr: '143 pièces' });
  t.same(tellQuantity({ amount: '1.5', unit: 'KILOGRAM' }), { en: '1.5 kilograms', fr: '1,5 kilogramme' });
  t.same(tellQuantity({ amount: '0', unit: 'PIECE' }), { en: '0 pieces', fr: '0 pièce' });
  t.same(tellQuantity({ amount: '2', unit: 'sacks' }), { en: '2 sacks', fr: '2 sacks' });
  t.match(tellQuantity({ amount: null, unit: 'PIECE' }), { en: /unstated/, fr: /non indiqué/ });
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
