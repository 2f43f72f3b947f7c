import { groupId } from '../../common/group-body.js';
import { Amount } from '../../evidence/record/quantity.js';
import type { EvidenceState } from '../../evidence/state.js';
import { checkNotHeldFromDisposal } from '../../hold/on-piece.js';
import { following } from '../../rule.js';
import { Exactly, Nullable, Prose } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { refuse } from '../../violation.js';
import { nameOfExam, TypeOfExam } from '../exam.js';
import { checkExaminationStatus, examinationOnItem, withExamination } from '../on-item.js';

const body = Exactly({
  ...itemMembers,
  exam: TypeOfExam(),
  lost: Prose('What is altered or lost', 'Ce qui est altéré ou perdu', 2000),
  atMost: Nullable(
    Amount('At most this amount; null: no amount is stated', 'Au plus cette quantité ; null : non précisée'),
  ),
  kept: Prose(
    'Portion that is kept, or why none can be',
    'Part conservée, ou pourquoi aucune ne peut l’être',
    2000,
  ),
  notified: Prose('Who was notified, and when', 'Qui a été avisé, et quand', 2000),
});

/** `evidence.destruction-approved` (E32, RQ-52): for one examination that was asked for and not made yet. */
export const evidenceDestructionApproved = following<EvidenceState, typeof body>({
  type: 'evidence.destruction-approved',
  form: 1,
  source: 'E32, RQ-52',
  title: { en: 'Alteration or consumption approved', fr: 'Altération ou consommation approuvée' },
  body,
  decide(state, { body: { exam } }, circumstances) {
    const name = nameOfExam(exam);
    const found = examinationOnItem(state, groupId(circumstances));
    const awaited = found?.exams.some(({ type, status }) => type === name && status === 'ASKED') ?? true;
    const { number } = state;
    return [
      ...checkExaminationStatus(state, ['REQUESTED', 'ACCEPTED'], circumstances),
      ...checkNotHeldFromDisposal(state),
      ...(awaited ? [] : [refuse('examination.approval-too-late', '/body/exam', { number, exam: name })]),
    ];
  },
  evolve(state, act, circumstances) {
    const examination = groupId(circumstances);
    const found = examinationOnItem(state, examination);
    if (found === undefined) return state;
    const exam = nameOfExam(act.body.exam);
    return withExamination(state, examination, {
      destruction: [
        ...found.destruction,
        { event: act.eventId, exam, atMost: act.body.atMost, at: act.body.occurred.at },
      ],
      exams: found.exams.map(asked => (asked.type === exam ? { ...asked, class: 'DESTRUCTIVE' } : asked)),
    });
  },
});
