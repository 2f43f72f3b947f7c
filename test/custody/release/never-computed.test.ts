import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { withDefaults } from '../../../src/cli/act/body.js';
import { catalogue, rulesOfAllForms } from '../../../src/custody/catalogue.js';
import { statusOfOutcome } from '../../../src/custody/release/outcome.js';
import type { Circumstances, PlacedAct } from '../../../src/custody/rule.js';
import {
  deathPenaltyStates,
  decisionLevels,
  inputViews,
  originatorConsents,
  releaseOutcomes,
  tortureRisks,
} from '../../../src/custody/vocabulary/releases.js';
import { requestAnswers } from '../../../src/custody/vocabulary/requests.js';
import { codesOf } from '../../../src/custody/vocabulary/vocabulary.js';
import { isJsonObject, type JsonValue } from '../../../src/log/index.js';
import { Choice } from '../../helpers/random-choice.js';
import { Play } from '../../helpers/random-play.js';
import { RulesStage } from '../../helpers/random-stage.js';

const operations = 2500;

t.setTimeout(300_000);

/** Files that write a word that grants: the status itself, and where the word of a decision is turned into it. */
const writers = ['custody/evidence/state.ts', 'custody/release/outcome.ts'];

t.test('RQ-61: no file of the program but two writes a status that grants', async t => {
  const sources = join(import.meta.dirname, '../../../../src');
  const names = await readdir(sources, { recursive: true });
  const found: string[] = [];
  const translators: string[] = [];
  for (const name of names.filter(name => name.endsWith('.ts'))) {
    const text = await readFile(join(sources, name), 'utf8');
    if (/['"`]CLEARED(_WITH_CONDITIONS)?['"`]/.test(text)) found.push(name);
    if (/\bstatusOfOutcome\b/.test(text)) translators.push(name);
  }
  t.same(found.sort(), writers);
  t.same(
    translators.sort(),
    [
      'custody/release/events/decided.ts',
      'custody/release/items/decided.ts',
      'custody/release/outcome.ts',
      'dossier/reading/read-decision.ts',
    ],
    'and it is asked for by the decision and its items, and where the decision is printed',
  );
});

t.test(
  'RQ-61: a form comes with no answer in it: what nobody typed is missing, null or an empty list',
  async t => {
    for (const { type, form, body } of rulesOfAllForms) {
      t.same(saidIn(withDefaults(body, {})), [], `${type}/${form}`);
    }
  },
);

const granting: ReadonlySet<string> = new Set(
  Object.values(statusOfOutcome).filter(word => word !== 'REFUSED'),
);

/** Words that only a person says, and that no status of another matter is called by. */
const answers: ReadonlySet<string> = new Set(
  [
    releaseOutcomes,
    inputViews,
    tortureRisks,
    deathPenaltyStates,
    decisionLevels,
    originatorConsents,
    requestAnswers,
  ]
    .flatMap(vocabulary => codesOf<string>(vocabulary))
    .filter(word => !isOfOtherMatters(word)),
);

/** Refusing and holding nothing back also happens to consignments, and lets nothing go. */
function isOfOtherMatters(word: string): boolean {
  return ['REFUSED', 'NONE', 'OTHER', 'NOT_REQUIRED', 'UNKNOWN'].includes(word);
}

const decisions: readonly string[] = [
  'release.decided',
  ...['evidence', 'information', 'examination'].map(kind => `${kind}.release-decided`),
];

/** What an act puts into a state that nobody said in it. */
function computedBy(
  before: unknown,
  after: unknown,
  act: PlacedAct,
  signed: PlacedAct['body'],
): readonly string[] {
  const said = new Set(
    wordsIn(act.body)
      .concat(wordsIn(signed))
      .map(([, word]) => word),
  );
  const was = new Map(wordsIn(before as JsonValue));
  return wordsIn(after as JsonValue)
    .filter(([path, word]) => was.get(path) !== word)
    .filter(([, word]) =>
      granting.has(word)
        ? !(decisions.includes(act.type) && statusOf(signed.outcome) === word)
        : answers.has(word) && !said.has(word),
    )
    .map(([path, word]) => `${act.type}: ${path} ${word}`);
}

function statusOf(outcome: JsonValue | undefined): string | undefined {
  return typeof outcome === 'string' ? (statusOfOutcome as Record<string, string>)[outcome] : undefined;
}

type Folded = [before: unknown, act: PlacedAct, circumstances: Circumstances];

/** Watches every fold of every kind from now on. */
function watch(): { readonly computed: string[]; readonly folded: Map<string, number> } {
  const seen = { computed: [] as string[], folded: new Map<string, number>() };
  for (const rule of rulesOfAllForms as readonly { evolve(...given: Folded): unknown }[]) {
    const { evolve } = rule;
    rule.evolve = (state, act, circumstances) => {
      const after = evolve(state, act, circumstances);
      seen.computed.push(...computedBy(state, after, act, circumstances.group?.body ?? act.body));
      seen.folded.set(act.type, (seen.folded.get(act.type) ?? 0) + 1);
      return after;
    };
  }
  for (const kind of catalogue as readonly { evolveAlways?(...given: Folded): unknown }[]) {
    const { evolveAlways } = kind;
    if (evolveAlways === undefined) continue;
    kind.evolveAlways = (state, act, circumstances) => {
      const after = evolveAlways(state, act, circumstances);
      seen.computed.push(...computedBy(state, after, act, circumstances.group?.body ?? act.body));
      return after;
    };
  }
  return seen;
}

t.test(
  `RQ-61: in ${operations} operations no kind's fold puts an answer into a state that no person signed`,
  async t => {
    const { computed, folded } = watch();
    const play = new Play(new RulesStage());
    await play.prepare();
    const sequence = new Choice(20210402);
    while (play.counts.accepted + play.counts.refused < operations) await play.step(sequence.below(2 ** 31));
    t.same(computed, []);
    for (const type of [
      'release.decided',
      'evidence.release-decided',
      'request.answered',
      'release.input-given',
    ]) {
      t.ok((folded.get(type) ?? 0) > 5, `${type} was folded ${folded.get(type) ?? 0} times`);
    }
    t.ok(folded.size > 80, `${folded.size} types of events`);
  },
);

t.test('RQ-61: the watch itself: whoever computes an answer is named', async t => {
  const act = { type: 'evidence.placed', body: {} } as PlacedAct;
  const legal = (status: string) => ({ legal: { a: { status } } });
  const computed = (type: string, outcome: string | null) =>
    computedBy(
      legal('UNDER_REVIEW'),
      legal('CLEARED'),
      { ...act, type },
      outcome === null ? {} : { outcome },
    );
  t.same(computed('evidence.placed', null), ['evidence.placed: /legal/a/status CLEARED']);
  t.same(computed('release.input-given', 'GRANTED').length, 1, 'by another act than a decision');
  t.same(computed('evidence.release-decided', 'REFUSED').length, 1, 'otherwise than was decided');
  t.same(computed('evidence.release-decided', 'GRANTED'), []);
  t.same(computedBy({}, { view: 'NO_OBJECTION' }, act, {}), ['evidence.placed: /view NO_OBJECTION']);
  t.same(computedBy({}, { view: 'NO_OBJECTION' }, act, { view: 'NO_OBJECTION' }), []);
});

/** Every text in it, with where it stands. */
function wordsIn(
  value: JsonValue | undefined,
  path = '',
): readonly (readonly [path: string, word: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, at) => wordsIn(item, `${path}/${at}`));
  if (value === undefined || value === null || !isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => wordsIn(member, `${path}/${name}`));
}

/** Every text, number and flag in it. */
function saidIn(value: JsonValue): readonly JsonValue[] {
  if (Array.isArray(value)) return value.flatMap(saidIn);
  if (value !== null && isJsonObject(value)) return Object.values(value).flatMap(saidIn);
  return value === null ? [] : [value];
}
