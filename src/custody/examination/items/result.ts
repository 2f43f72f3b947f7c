import type { TObject } from 'typebox';
import { groupBody, groupId } from '../../common/group-body.js';
import { marksFrom } from '../../evidence/record/marks.js';
import type { EvidenceState } from '../../evidence/state.js';
import { type Circumstances, type EventRule, following, type PlacedAct } from '../../rule.js';
import type { Static } from '../../schema/described.js';
import type { Text } from '../../text.js';
import { codeOrText } from '../../vocabulary/coded.js';
import type { ExaminationStatus } from '../../vocabulary/laboratory.js';
import { resultIssuedBody } from '../events/result-issued.js';
import { nameOfExam } from '../exam.js';
import {
  checkExaminationStatus,
  type ExaminationOnItem,
  type ExamOnItem,
  examinationOnItem,
  type ResultOnItem,
  withExamination,
} from '../on-item.js';
import { checkResult, checkTakenFromIt } from '../result/checks.js';
import { type ResultOnItemBody, resultOnItemBody, resultOnItemInClear } from '../result/members.js';
import { isReported } from '../result/reported.js';

function resultRule(
  word: 'issued' | 'amended',
  allowed: readonly ExaminationStatus[],
  source: string,
  title: Text,
): EventRule<EvidenceState> {
  return following<EvidenceState, typeof resultOnItemBody>({
    type: `evidence.result-${word}`,
    form: 2,
    source,
    title,
    body: resultOnItemBody,
    former: [{ form: 1, body: resultOnItemInClear, supersededIn: 4 }],
    decide: (state, act, circumstances) => [
      ...checkExaminationStatus(state, allowed, circumstances),
      ...checkResult(state, groupId(circumstances), act.body),
    ],
    decideLogWide: (_state, act, facts) => checkTakenFromIt(act, facts),
    evolve(state, act, circumstances) {
      const examination = groupId(circumstances);
      const found = examinationOnItem(state, examination);
      if (found === undefined) return state;
      return withExamination(state, examination, {
        status: isReported(act.body) ? 'REPORTED' : found.status,
        exams: settled(found, act.body),
        results: [...found.results, resultFrom(act, circumstances)],
        event: act.eventId,
      });
    },
  });
}

/** `evidence.result-issued` (E33, RQ-54): what was done with the item and found, in its own history. */
export const evidenceResultIssued = resultRule(
  'issued',
  ['ACCEPTED'],
  'E33, D5, V2, V5, V7, GATE-5, GATE-6, RQ-11, RQ-52, RQ-54, RQ-55',
  { en: 'Examined: result', fr: "Résultat d'examen" },
);

/** `evidence.result-amended` (E34): the whole of the new version; the former one stays beside it. */
export const evidenceResultAmended = resultRule(
  'amended',
  ['ACCEPTED', 'REPORTED'],
  'E34, D5, GATE-6, RQ-54',
  {
    en: 'Result amended',
    fr: "Résultat d'examen rectifié",
  },
);

/** What is not waited for any more (GATE-5); an examination in progress still is. */
function settled({ exams }: ExaminationOnItem, result: ResultOnItemBody): readonly ExamOnItem[] {
  const made = result.exams.filter(exam => exam.result !== 'IN_PROGRESS').map(({ type }) => nameOfExam(type));
  const omitted = result.omitted.map(({ type }) => nameOfExam(type));
  return exams.map(exam => {
    if (made.includes(exam.type)) return { ...exam, status: 'DONE' };
    return omitted.includes(exam.type) && exam.status === 'ASKED' ? { ...exam, status: 'OMITTED' } : exam;
  });
}

function resultFrom(act: PlacedAct<ResultOnItemBody>, circumstances: Circumstances): ResultOnItem {
  const { report, version } = groupBody(resultIssuedBody as TObject, circumstances) as Static<
    typeof resultIssuedBody
  >;
  const { exams, omitted, marks, occurred } = act.body;
  return {
    report,
    version,
    event: act.eventId,
    examiner: act.actor.officer,
    reviewer: circumstances.countersigners.find(({ as }) => as === 'reviewer')?.officer ?? null,
    at: occurred.at,
    exams: [...exams, ...omitted].map(({ type, result }) => ({ type: nameOfExam(type), result })),
    traces: exams.flatMap(({ traces }) =>
      traces.map(({ kind, reference }) => ({ kind: codeOrText(kind), reference })),
    ),
    marks: marksFrom(marks),
  };
}
