import { sql } from 'kysely';
import Type from 'typebox';
import { words } from '../../../custody/schema/described.js';
import { Day } from '../../../custody/schema/occurrence.js';
import { examinationLevels, examinationStatuses } from '../../../custody/vocabulary/laboratory.js';
import { codesOf } from '../../../custody/vocabulary/vocabulary.js';
import { disputedColumn } from '../disputed/disputed-column.js';
import {
  codeFilter,
  filterBy,
  MaybeMoment,
  MaybeShown,
  MaybeUuid,
  Moment,
  recordFilterBy,
  Shown,
  textFilter,
  Uuid,
  uuidFilter,
} from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';
import { heldColumn, heldFilter } from './held.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'examination', name);

/** Examinations: what a laboratory is asked, who works on it, until when, and how many versions it reported. */
export const examinationResource: ResourceDefinition = {
  resource: 'examinations',
  path: 'examinations',
  kind: 'examination',
  title: { en: 'Examinations', fr: 'Examens' },
  columns: {
    number: of(Shown('Number of the request', 'Numéro de la demande'), 'number'),
    laboratoryNumber: of(
      MaybeShown("The laboratory's own number", "Numéro d'enregistrement du laboratoire"),
      'laboratory_number',
    ),
    status: of(Shown('Where it stands', "État d'avancement"), 'status'),
    level: of(Shown('Level', 'Niveau'), 'level'),
    urgency: of(Shown('Urgency', 'Urgence'), 'urgency'),
    laboratory: of(Uuid('Laboratory', 'Laboratoire'), 'laboratory'),
    requestingUnit: of(Uuid('Requesting unit', 'Unité requérante'), 'requesting_unit'),
    requestedBy: of(Uuid('Who asked', 'Requérant'), 'requested_by'),
    requestedAt: of(Moment('When it was asked', 'Date de la demande'), 'requested_at'),
    incident: of(Uuid('Incident', 'Incident'), 'incident'),
    acceptedAt: of(MaybeMoment('When it was accepted', 'Date de la réception'), 'accepted_at'),
    examiner: of(MaybeUuid('Examiner', 'Examinateur'), 'examiner'),
    reviewer: of(MaybeUuid('Technical reviewer', 'Vérificateur technique'), 'reviewer'),
    due: of(Shown('Due on', 'Attendu le'), 'due'),
    assignedDue: of(MaybeShown('Due from the examiner on', "Attendu de l'examinateur le"), 'assigned_due'),
    courtDate: of(MaybeShown('Date of the hearing', "Date d'audience"), 'court_date'),
    classification: of(
      MaybeShown('Highest classification of its reports', 'Classification la plus élevée des rapports'),
      'classification',
    ),
    reportedAt: of(MaybeMoment('Last report', 'Dernier rapport'), 'last_reported_at'),
    versions: of(Type.Integer(words('Versions of reports', 'Versions de rapports')), 'versions'),
    held: heldColumn('examination'),
    disputed: disputedColumn,
  },
  filters: {
    number: textFilter('examination.number', 'Number of the request', 'Numéro de la demande'),
    laboratoryNumber: textFilter(
      'examination.laboratory_number',
      "The laboratory's own number",
      "Numéro d'enregistrement du laboratoire",
    ),
    laboratory: uuidFilter('examination.laboratory', 'Laboratory', 'Laboratoire'),
    examiner: uuidFilter('examination.examiner', 'Examiner', 'Examinateur'),
    reviewer: uuidFilter('examination.reviewer', 'Technical reviewer', 'Vérificateur technique'),
    requestedBy: uuidFilter('examination.requested_by', 'Who asked', 'Requérant'),
    incident: uuidFilter('examination.incident', 'Incident', 'Incident'),
    status: codeFilter(
      'examination.status',
      codesOf(examinationStatuses),
      'Where it stands',
      "État d'avancement",
    ),
    level: codeFilter('examination.level', codesOf(examinationLevels), 'Level', 'Niveau'),
    overdueOn: filterBy(
      Day('Not answered, and due before this day', 'Sans réponse, et attendu avant cette date'),
      day => sql<boolean>`(examination.status in ('REQUESTED', 'ACCEPTED') and examination.due < ${day})`,
    ),
    held: heldFilter('examination'),
    item: recordFilterBy(
      Uuid('Item it concerns', 'Pièce concernée'),
      value => sql<boolean>`exists (select from examination_item listed
        where listed.examination = examination.id and listed.item = ${value}::uuid)`,
    ),
  },
};
