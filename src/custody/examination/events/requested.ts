import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Code, Exactly, Line, Nullable, Prose } from '../../schema/described.js';
import { groupMembers } from '../../schema/group.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers, Day } from '../../schema/occurrence.js';
import { isUnitInForce, type UnitState } from '../../unit/state.js';
import { refuseIf } from '../../violation.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { examinationLevels, urgencies } from '../../vocabulary/laboratory.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkLevel } from '../checks/laboratory.js';
import { type ExaminationState, idsOf } from '../state.js';

export const requestedBody = Exactly({
  ...actMembers,
  ...groupMembers,
  number: Line('Number of the request', "Numéro de la demande d'examen", 60),
  requestingUnit: IdOf('unit', 'Requesting unit', 'Unité requérante'),
  contact: Line(
    'How the requester is reached: function and extension, no name',
    'Où joindre le requérant : fonction et poste, sans nom',
  ),
  incident: IdOf('incident', 'Incident', 'Incident'),
  offence: Line('Offence', 'Infraction'),
  circumstances: Prose(
    'Circumstances in short: no more than the laboratory needs',
    'Circonstances en bref : pas plus que nécessaire au laboratoire',
    1000,
  ),
  laboratory: IdOf('unit', 'Laboratory that is asked', 'Laboratoire saisi'),
  level: Code(codesOf(examinationLevels), 'Level', 'Niveau'),
  urgency: Coded(urgencies, 'Urgency', 'Urgence'),
  courtDate: Nullable(Day('Date of the hearing', "Date d'audience")),
  due: Day('Result due on', 'Résultat attendu le'),
  returnTo: Prose('Return instructions', 'Instructions de retour', 1000),
});

/** `examination.requested` (E30, D5): the case officer asks a laboratory; a collector asks for field exploitation alone. */
export const examinationRequested = beginning<ExaminationState, typeof requestedBody>({
  type: 'examination.requested',
  form: 1,
  source: 'E30, D5, V7, RQ-50',
  title: { en: 'Examination requested', fr: "Demande d'examen" },
  body: requestedBody,
  itemTypes: ['evidence.examination-requested'],
  decide({ actor, body: { level, due, courtDate, occurred } }) {
    const day = occurred.at.slice(0, due.length);
    return [
      ...checkLevel(level, actor.role, '/actor/role'),
      ...refuseIf(due < day, 'examination.due-before', '/body/due', { due, day }),
      ...refuseIf(courtDate !== null && courtDate < day, 'examination.due-before', '/body/courtDate', {
        due: courtDate ?? '',
        day,
      }),
    ];
  },
  claims: ({ body: { number } }) => [{ set: 'examination-number', key: number }],
  decideLogWide(_state, { body: { laboratory } }, facts) {
    const unit = facts.state(`unit/${laboratory}`) as UnitState | undefined;
    return refuseIf(
      unit !== undefined && !isUnitInForce(unit, facts.receivedAt),
      'examination.laboratory-not-in-force',
      '/body/laboratory',
      { unit: unit?.name ?? laboratory },
    );
  },
  evolve({ actor, body }) {
    const { number, requestingUnit, incident, laboratory, level, urgency, occurred, due, courtDate } = body;
    return {
      ...uncorrected,
      number,
      requestedBy: actor.officer,
      requestingUnit,
      incident,
      laboratory,
      level,
      urgency: codeOrText(urgency),
      requestedAt: occurred.at,
      due,
      assignedDue: null,
      courtDate,
      laboratoryNumber: null,
      acceptedAt: null,
      receivedBy: null,
      examiner: null,
      reviewer: null,
      examiners: [],
      items: Object.fromEntries(idsOf(body.items).map(item => [item, 'REQUESTED' as const])),
      reports: [],
    };
  },
});
