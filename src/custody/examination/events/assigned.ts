import { holdsRole, type OfficerState } from '../../officer/state.js';
import { following, type LogWideFacts } from '../../rule.js';
import { Exactly, Nullable, Prose } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers, Day } from '../../schema/occurrence.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import { checkOfLaboratory, checkUnit } from '../checks/laboratory.js';
import { checkNotExaminer } from '../checks/reviewer.js';
import type { ExaminationState } from '../state.js';

const body = Exactly({
  ...actMembers,
  examiner: IdOf('officer', 'Examiner', 'Examinateur'),
  reviewer: IdOf('officer', 'Technical reviewer', 'Vérificateur technique'),
  due: Day('Due on', 'À rendre le'),
  instructions: Nullable(Prose('Instructions', 'Instructions', 2000)),
});

/** `examination.assigned`: who examines, and who reviews: another one (SD-3). A later one takes the place of the former. */
export const examinationAssigned = following<ExaminationState, typeof body>({
  type: 'examination.assigned',
  form: 1,
  source: 'E33, SD-3',
  title: { en: 'Examination assigned', fr: "Attribution de l'examen" },
  body,
  decide(state, act, circumstances) {
    const { examiner, reviewer, due, occurred } = act.body;
    const day = occurred.at.slice(0, due.length);
    return [
      ...checkOfLaboratory(state, act, circumstances),
      ...refuseIf(state.laboratoryNumber === null, 'examination.not-accepted', '/type', {
        number: state.number,
      }),
      ...checkNotExaminer(reviewer, [...state.examiners, examiner], '/body/reviewer'),
      ...refuseIf(due < day, 'examination.due-before', '/body/due', { due, day }),
    ];
  },
  decideLogWide(state, { body: { examiner, reviewer } }, facts) {
    const { laboratory, level } = state ?? {};
    if (laboratory === undefined) return [];
    const field = level === 'L1' ? ['WIT', 'CSO'] : [];
    return [
      ...checkUnit(laboratory, examiner, officerOf(facts, examiner), '/body/examiner'),
      ...checkHolds(examiner, ['LABX', ...field], '/body/examiner', facts),
      ...checkHolds(reviewer, ['LABV', ...field], '/body/reviewer', facts),
    ];
  },
  evolve(state, { body: { examiner, reviewer, due } }) {
    return {
      ...state,
      examiner,
      reviewer,
      assignedDue: due,
      examiners: [...new Set([...state.examiners, examiner])],
    };
  },
});

function officerOf(facts: LogWideFacts, officer: string): OfficerState | undefined {
  return facts.state(`officer/${officer}`) as OfficerState | undefined;
}

function checkHolds(
  officer: string,
  roles: readonly string[],
  pointer: string,
  facts: LogWideFacts,
): readonly Violation[] {
  const state = officerOf(facts, officer);
  const held = state !== undefined && roles.some(role => holdsRole(state, role, facts.receivedAt));
  return held ? [] : [refuse('examination.role-not-held', pointer, { officer, roles: roles.join(', ') })];
}
