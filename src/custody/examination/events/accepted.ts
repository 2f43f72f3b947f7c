import { following } from '../../rule.js';
import { Exactly, Line, Nullable, Prose } from '../../schema/described.js';
import { groupMembers } from '../../schema/group.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers, Day } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import { checkOfLaboratory } from '../checks/laboratory.js';
import { type ExaminationState, withItems } from '../state.js';

export const acceptedBody = Exactly({
  ...actMembers,
  ...groupMembers,
  laboratoryNumber: Line("The laboratory's own number", "Numéro d'enregistrement du laboratoire", 60),
  broughtBy: Line('From whom, in what capacity; no name', 'De la part de qui, en quelle qualité ; sans nom'),
  transfer: Nullable(IdOf('transfer', 'Transfer by which it came', 'Transfert par lequel elle est arrivée')),
  capacity: Line('Function of who receives', 'Fonction de qui réceptionne', 100),
  due: Nullable(
    Day('Day the laboratory can keep, where another', 'Date que le laboratoire peut tenir, si autre'),
  ),
  remarks: Nullable(Prose('Remarks at reception', 'Observations à la réception', 2000)),
});

/** `examination.accepted` (E31, RQ-51): reception takes the items listed under the laboratory's own number. */
export const examinationAccepted = following<ExaminationState, typeof acceptedBody>({
  type: 'examination.accepted',
  form: 1,
  source: 'E31, D5, RQ-22, RQ-51',
  title: { en: 'Accepted by the laboratory', fr: 'Réception au laboratoire' },
  body: acceptedBody,
  itemTypes: ['evidence.examination-accepted'],
  decide(state, act, circumstances) {
    const { laboratoryNumber: known } = state;
    const { laboratoryNumber, due, occurred } = act.body;
    const day = occurred.at.slice(0, '2021-04-02'.length);
    return [
      ...checkOfLaboratory(state, act, circumstances),
      ...refuseIf(
        known !== null && known !== laboratoryNumber,
        'examination.laboratory-number-differs',
        '/body/laboratoryNumber',
        { known: known ?? '' },
      ),
      ...refuseIf(due !== null && due < day, 'examination.due-before', '/body/due', { due: due ?? '', day }),
    ];
  },
  /** Of an examination that comes in parts every part is taken under the same number. */
  claims: ({ body: { laboratoryNumber } }, before) =>
    (before?.laboratoryNumber ?? null) === laboratoryNumber
      ? []
      : [{ set: 'laboratory-number', key: laboratoryNumber }],
  evolve(state, { actor, body }) {
    const { laboratoryNumber, due, occurred, items } = body;
    return {
      ...withItems(state, items, 'ACCEPTED'),
      laboratoryNumber,
      acceptedAt: state.acceptedAt ?? occurred.at,
      receivedBy: actor.officer,
      due: due ?? state.due,
    };
  },
});
