import { formatTime } from '../../../log/index.js';
import { type Act, following } from '../../rule.js';
import {
  Code,
  Exactly,
  Flag,
  Line,
  List,
  Nullable,
  Prose,
  type Static,
  words,
} from '../../schema/described.js';
import { File, SubjectOf } from '../../schema/identifiers.js';
import { actMembers, Day } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf, type Violation } from '../../violation.js';
import { type HandoverOutcome, handoverOutcomes, sentences } from '../../vocabulary/outcomes.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkGiven } from '../checks/given.js';
import type { ReleaseState } from '../state.js';

const outcomeBody = Exactly({
  ...actMembers,
  given: List(
    SubjectOf(
      ['transfer', 'dossier'],
      'What was given: a handover, a dossier',
      'Ce qui fut remis : une remise, un dossier',
    ),
    'Handovers and dossiers it is about; none: copies that were disclosed',
    'Remises et dossiers visés ; aucun : des copies communiquées',
    { max: 50 },
  ),
  stage: Code(codesOf(handoverOutcomes), 'Stage of the proceedings', 'État de la procédure'),
  sentence: Nullable(
    Exactly({
      kind: Code(codesOf(sentences), 'Sentence', 'Peine prononcée'),
      text: Nullable(Line('In words, e.g. how long', 'En clair, p. ex. la durée')),
      inAbsentia: Flag('Was it pronounced in absentia?', 'A-t-elle été prononcée par défaut ?'),
    }),
    words('Sentence', 'Peine'),
  ),
  on: Day('Day of that stage', 'Jour de cet état'),
  knownFrom: Line(
    'From where that is known: letter, hearing, press',
    'Origine de cette information : lettre, audience, presse',
    300,
  ),
  nationalReference: Nullable(Line('National reference', 'Référence nationale')),
  /** Whoever may not read the names in it may not have its bytes (`filesKeptBack`). */
  document: Nullable(
    Exactly({
      file: File('Document', 'Document'),
      persons: Nullable(
        Withholdable(
          Line('Persons it names', 'Personnes nommées', 500),
          'Persons it names; null: it names none',
          'Personnes nommées ; null : aucune',
        ),
      ),
    }),
    words('Document', 'Document'),
  ),
  remarks: Nullable(Withholdable(Prose('Remarks', 'Observations'), 'Remarks', 'Observations')),
  askAgainOn: Nullable(
    Day(
      'To be asked about again on, where the procedure says otherwise',
      'À redemander le, si la procédure dit autrement',
    ),
  ),
});

type Outcome = Act<Static<typeof outcomeBody>>;

/**
 * `release.outcome-reported` (E44, V11, RQ-65): what came of what was given, as far as it is known, each time it is
 * learned. Stages do not follow each other by rule: an acquittal is appealed against, a trial is begun anew.
 */
export const releaseOutcomeReported = following<ReleaseState, typeof outcomeBody>({
  type: 'release.outcome-reported',
  form: 1,
  source: 'E44, V11, RQ-65',
  title: { en: 'Outcome of a handover reported', fr: 'Suites données à une remise' },
  body: outcomeBody,
  decide: (_state, act, { receivedAt }) => [
    ...checkSentence(act),
    ...checkDays(act, formatTime(receivedAt).slice(0, 'YYYY-MM-DD'.length)),
  ],
  looksUp: ({ body: { given } }) => ({ subjects: given }),
  decideLogWide: (state, act, facts) => checkGiven(state, act, facts),
  evolve(state, { body: said, eventId, actor }) {
    const { given, stage, sentence, on, knownFrom, askAgainOn } = said;
    const reported = { event: eventId, given, stage, sentence, on, knownFrom, askAgainOn, by: actor.officer };
    return { ...state, outcomes: [...(state.outcomes ?? []), reported] };
  },
});

const withSentence: readonly HandoverOutcome[] = ['CONVICTED', 'APPEAL', 'FINAL'];

/** V11: a conviction states the sentence; a stage before the verdict has none. */
function checkSentence({ body: { stage, sentence } }: Outcome): readonly Violation[] {
  const fits = sentence === null ? stage !== 'CONVICTED' : withSentence.includes(stage);
  return [
    ...refuseIf(!fits, 'release.sentence-does-not-fit', '/body/sentence', { stage }),
    ...refuseIf(
      sentence?.kind === 'OTHER' && sentence.text === null,
      'release.sentence-not-said',
      '/body/sentence/text',
    ),
  ];
}

/** @param today `YYYY-MM-DD` */
function checkDays({ body: { on, askAgainOn } }: Outcome, today: string): readonly Violation[] {
  return [
    ...refuseIf(on > today, 'release.outcome-to-come', '/body/on', { on, today }),
    ...refuseIf(askAgainOn !== null && askAgainOn <= on, 'release.asked-again-before', '/body/askAgainOn', {
      on,
      askAgainOn: askAgainOn ?? '',
    }),
  ];
}
