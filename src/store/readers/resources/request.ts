import { Flag } from '../../../custody/schema/described.js';
import { flagFilter, MaybeShown, MaybeUuid, Moment, Shown, textFilter, Uuid, uuidFilter } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'request', name);

/** Requests of authorities: what was asked for, until when, and how it was answered. */
export const requestResource: ResourceDefinition = {
  resource: 'requests',
  path: 'requests',
  kind: 'request',
  title: { en: 'Requests', fr: "Demandes d'autorités" },
  columns: {
    number: of(Shown('Number', 'Numéro'), 'number'),
    authorityUnit: of(Uuid('Authority that asks', 'Autorité requérante'), 'authority_unit'),
    authorityCapacity: of(Shown('Capacity of who signed it', 'Qualité du signataire'), 'authority_capacity'),
    kind: of(Shown('Kind of request', 'Nature de la demande'), 'kind'),
    reference: of(Shown('Reference of the authority', "Référence de l'autorité"), 'reference'),
    receivedOn: of(Shown('Received on', 'Reçue le'), 'received_on'),
    askedForEn: of(Shown('What is asked for, in English', 'Objet, en anglais'), 'asked_for_en'),
    askedForFr: of(Shown('What is asked for, in French', 'Objet, en français'), 'asked_for_fr'),
    incident: of(MaybeUuid('Incident it concerns', 'Incident visé'), 'incident'),
    proceedings: of(Shown('Proceedings', 'Procédure'), 'proceedings'),
    deadline: of(MaybeShown('To be answered by', 'Réponse attendue pour le'), 'deadline'),
    registeredBy: of(Uuid('Who registered it', 'Enregistrée par'), 'registered_by'),
    registeredAt: of(Moment('When it was registered', "Date d'enregistrement"), 'registered_at'),
    answer: of(MaybeShown('Answer; null: none yet', 'Réponse ; null : aucune'), 'answer'),
    settled: of(Flag('Is it answered or closed?', 'Est-elle réglée ?'), 'settled'),
  },
  filters: {
    number: textFilter('request.number', 'Number', 'Numéro'),
    settled: flagFilter('request.settled', 'Is it answered or closed?', 'Est-elle réglée ?'),
    authorityUnit: uuidFilter('request.authority_unit', 'Authority that asks', 'Autorité requérante'),
    incident: uuidFilter('request.incident', 'Incident it concerns', 'Incident visé'),
  },
};
