import { type Act, following } from '../../rule.js';
import { Code, Exactly, Line, List, Nullable, Prose, type Static } from '../../schema/described.js';
import { File } from '../../schema/identifiers.js';
import { actMembers, Day } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { responderNamings, traceAnswers, traceStops } from '../../vocabulary/tracing.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { LimitsOfUse, limitsOnRecord } from '../facts/limits.js';
import { checkComesAfter, checkObjects, dayOf } from '../standing.js';
import { done, type TracingState } from '../state.js';

const answerClass = () => Code(codesOf(traceAnswers), 'Class of the answer', 'Nature de la réponse');

const body = Exactly({
  ...actMembers,
  dated: Day(
    'Day it bears; of no reply, the day it is stated',
    "Date qu'elle porte, ou du constat de silence",
  ),
  reference: Nullable(Line('Reference of the addressee', 'Référence du destinataire')),
  answer: answerClass(),
  reason: Nullable(Prose('Why it was refused', 'Motif du refus', 1000)),
  text: Nullable(
    Withholdable(
      Prose('The answer, doubts as they were said', 'La réponse, avec ses réserves', 8000),
      'The answer',
      'La réponse',
    ),
  ),
  objects: List(
    Exactly({
      key: Line("Object, by the request's own name for it", 'Objet, tel que la demande le désigne', 40),
      answer: answerClass(),
      why: Nullable(Coded(traceStops, 'Why it could not be traced', 'Pourquoi son origine reste inconnue')),
    }),
    'Objects of which it says something else; none: the same of all',
    'Objets pour lesquels elle diffère ; aucun : la même pour tous',
    { max: 100 },
  ),
  limits: LimitsOfUse,
  responderNamed: Code(codesOf(responderNamings), 'May who answers be named?', 'Peut-on nommer qui répond ?'),
  file: Nullable(
    Withholdable(
      File('The answer itself', 'La réponse elle-même'),
      'The answer itself',
      'La réponse elle-même',
    ),
  ),
});

/** `tracing.answered` (E47, D8): what came back, or that nothing did, and what may be done with it (F-29). */
export const tracingAnswered = following<TracingState, typeof body>({
  type: 'tracing.answered',
  form: 1,
  source: 'E47, D8, F-29',
  title: { en: 'Trace request answered', fr: 'Réponse à la demande de traçage' },
  body,
  decide(state, act) {
    const { occurred, answer, reason, objects } = act.body;
    return [
      ...checkComesAfter(state, occurred),
      ...checkDated(state, act),
      ...checkSilence(state, act),
      ...refuseIf(
        (answer === 'REFUSED') !== (reason !== null),
        'tracing.refusal-and-reason',
        '/body/reason',
        { answer },
      ),
      ...checkObjects(
        state,
        objects.map(({ key }) => key),
        position => `/body/objects/${position}/key`,
      ),
    ];
  },
  evolve(state, act) {
    const { dated, answer, reason, limits, responderNamed, objects } = act.body;
    const given = {
      ...done(act),
      dated,
      answer,
      reason,
      limits: limitsOnRecord(limits),
      responderNamed,
      objects: objects.map(({ why, ...object }) => ({ ...object, why: why && codeOrText(why) })),
    };
    return { ...state, status: 'ANSWERED', answers: [...state.answers, given] };
  },
});

type Answer = Act<Static<typeof body>>;

/** It is not older than the request, nor than the day on which it was entered. */
function checkDated({ sent }: TracingState, { body: { dated, occurred } }: Answer): readonly Violation[] {
  const asked = dayOf(sent?.at ?? occurred.at);
  const day = dayOf(occurred.at);
  return refuseIf(dated < asked || dated > day, 'tracing.answer-dated', '/body/dated', { dated, asked, day });
}

/** Nobody is said not to have answered while he still has time. */
function checkSilence({ dueOn }: TracingState, { body: { answer, dated } }: Answer): readonly Violation[] {
  const due = dueOn ?? dated;
  return refuseIf(
    answer === 'NO_REPLY' && dated <= due && dueOn !== null,
    'tracing.reply-not-due',
    '/body/answer',
    {
      due,
      dated,
    },
  );
}
