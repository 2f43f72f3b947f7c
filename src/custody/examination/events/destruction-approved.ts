import { following } from '../../rule.js';
import { Exactly, Line, Prose } from '../../schema/described.js';
import { groupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { checkUnit } from '../checks/laboratory.js';
import { checkNotExaminer } from '../checks/reviewer.js';
import type { ExaminationState } from '../state.js';

const body = Exactly({
  ...actMembers,
  ...groupMembers,
  capacity: Line('Function of who approves', 'Fonction de qui approuve', 200),
  reviewerCapacity: Line('Function of the technical reviewer', 'Fonction du vérificateur technique', 200),
  grounds: Prose('Why the question is worth it', 'Pourquoi la question le justifie', 2000),
});

/**
 * `examination.destruction-approved` (E32, RQ-52): beforehand, by the legal or the case officer together with a technical
 * reviewer of the laboratory who does not examine.
 */
export const examinationDestructionApproved = following<ExaminationState, typeof body>({
  type: 'examination.destruction-approved',
  form: 1,
  source: 'E32, RQ-52, SD-3',
  title: { en: 'Alteration or consumption approved', fr: 'Altération ou consommation approuvée' },
  body,
  itemTypes: ['evidence.destruction-approved'],
  decide: (state, _act, { countersigners, officer: find }) =>
    countersigners
      .filter(({ as }) => as === 'reviewer')
      .flatMap(({ officer }) => [
        ...checkNotExaminer(officer, state.examiners, ''),
        ...checkUnit(state.laboratory, officer, find(officer), ''),
      ]),
  evolve: state => state,
});
