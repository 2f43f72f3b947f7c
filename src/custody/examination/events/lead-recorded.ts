import { following } from '../../rule.js';
import { Code, Exactly, Line, Nullable, Prose, words } from '../../schema/described.js';
import { groupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf } from '../../violation.js';
import { Coded } from '../../vocabulary/coded.js';
import { leadSources } from '../../vocabulary/laboratory.js';
import { confidences } from '../../vocabulary/marks.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { type ExaminationState, withFinding } from '../state.js';

export const leadRecordedBody = Exactly({
  ...actMembers,
  ...groupMembers,
  source: Coded(leadSources, 'Source', 'Origine'),
  list: Line('Name of the database or list, and its date', 'Nom du fichier ou de la liste, et sa date'),
  issuedBy: Nullable(Line('State that issued the warrant', 'État ayant émis le mandat')),
  reference: Withholdable(
    Line('Reference in that list', 'Référence dans cette liste'),
    'Reference of the entry',
    "Référence de l'inscription",
  ),
  confidence: Code(codesOf(confidences), 'Confidence', 'Degré de confiance'),
  statement: Exactly(
    {
      en: Prose('What the lead is, in English', 'La piste, en anglais', 2000),
      fr: Prose('In French', 'En français', 2000),
    },
    words('The lead, in words', 'La piste, en toutes lettres'),
  ),
  capacity: Line('Function of who records it', 'Fonction de qui la consigne', 200),
});

/**
 * `examination.lead-recorded` (V7): a hit on a database or list is a lead, with its source and how sure it is. It is no
 * result and changes no status: what becomes of it is for others to find.
 */
export const examinationLeadRecorded = following<ExaminationState, typeof leadRecordedBody>({
  type: 'examination.lead-recorded',
  form: 1,
  source: 'V7',
  title: { en: 'Lead recorded', fr: 'Piste consignée' },
  body: leadRecordedBody,
  itemTypes: ['evidence.lead-recorded'],
  decide: (_state, { body: { source, issuedBy } }) =>
    refuseIf(
      source.code === 'WARRANT_LIST' && issuedBy === null,
      'examination.warrant-of-no-state',
      '/body/issuedBy',
    ),
  evolve: (state, act) => withFinding(state, 'LEAD', act.eventId, act.body.occurred.at),
});
