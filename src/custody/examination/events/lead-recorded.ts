import { following } from '../../rule.js';
import { Code, Exactly, Line, Nullable, Prose, type TSchema, words } from '../../schema/described.js';
import { groupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf } from '../../violation.js';
import { Coded } from '../../vocabulary/coded.js';
import { leadSources } from '../../vocabulary/laboratory.js';
import { confidences } from '../../vocabulary/marks.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { type ExaminationState, withFinding } from '../state.js';

const List = Line('Name of the database or list, and its date', 'Nom du fichier ou de la liste, et sa date');
const State = Line('State that issued the warrant', 'État ayant émis le mandat');
const Statement = Exactly(
  {
    en: Prose('What the lead is, in English', 'La piste, en anglais', 2000),
    fr: Prose('In French', 'En français', 2000),
  },
  words('The lead, in words', 'La piste, en toutes lettres'),
);

function bodyWith<ListOfForm extends TSchema, StateOfForm extends TSchema, StatementOfForm extends TSchema>(
  list: ListOfForm,
  state: StateOfForm,
  statement: StatementOfForm,
) {
  return Exactly({
    ...actMembers,
    ...groupMembers,
    source: Coded(leadSources, 'Source', 'Origine'),
    list,
    issuedBy: Nullable(state),
    reference: Withholdable(
      Line('Reference in that list', 'Référence dans cette liste'),
      'Reference of the entry',
      "Référence de l'inscription",
    ),
    confidence: Code(codesOf(confidences), 'Confidence', 'Degré de confiance'),
    statement,
    capacity: Line('Function of who records it', 'Fonction de qui la consigne', 200),
  });
}

/**
 * What a lead says is withheld: it is no part of a report, so it leaves with none. Whoever wants to release it registers
 * it as information, with its originator (GATE-9).
 */
export const leadRecordedBody = bodyWith(
  Withholdable(List, 'Database or list, and its date', 'Fichier ou liste, et sa date'),
  Withholdable(State, 'State that issued the warrant', 'État ayant émis le mandat'),
  Withholdable(Statement, 'The lead, in words', 'La piste, en toutes lettres'),
);

const bodyInClear = bodyWith(List, State, Statement);

/**
 * `examination.lead-recorded` (V7): a hit on a database or list is a lead, with its source and how sure it is. It is no
 * result and changes no status: what becomes of it is for others to find.
 */
export const examinationLeadRecorded = following<ExaminationState, typeof leadRecordedBody>({
  type: 'examination.lead-recorded',
  form: 2,
  source: 'V7, GATE-6, GATE-9',
  title: { en: 'Lead recorded', fr: 'Piste consignée' },
  body: leadRecordedBody,
  former: [{ form: 1, body: bodyInClear, supersededIn: 4 }],
  itemTypes: ['evidence.lead-recorded'],
  decide: (_state, { body: { source, issuedBy } }) =>
    refuseIf(
      source.code === 'WARRANT_LIST' && issuedBy === null,
      'examination.warrant-of-no-state',
      '/body/issuedBy',
    ),
  evolve: (state, act) => withFinding(state, 'LEAD', act.eventId, act.body.occurred.at),
});
