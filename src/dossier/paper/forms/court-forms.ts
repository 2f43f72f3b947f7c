import type { Text } from '../../../custody/text.js';
import { emptyTable, fields, signatures } from './form-blocks.js';

/** D5, the request. */
export const laboratoryRequest = {
  title: { fr: "Demande d'examen au laboratoire", en: 'Laboratory request' },
  blocks: [
    fields(
      { fr: 'Service demandeur, affaire, date', en: 'Requesting unit, case, date' },
      { fr: 'Contact du demandeur', en: 'Requester contact' },
      { fr: 'Infraction', en: 'Offence' },
      { fr: "Circonstances, sans plus qu'il ne faut", en: 'Short circumstances, no more than needed' },
      { fr: 'Examens demandés et leur ordre', en: 'Exam types and their order' },
      { fr: 'Examens antérieurs', en: 'Prior exams' },
      { fr: 'Dangers et certificats', en: 'Hazards and certificates' },
      {
        fr: 'Examen destructif : [  ] non  [  ] oui, approuvé par',
        en: 'Destructive testing: no / yes, approved by',
      },
      { fr: "Urgence, date d'audience", en: 'Urgency, court date' },
      { fr: 'Consignes de retour', en: 'Return instructions' },
    ),
    // As many as leave the part that the laboratory fills in on the same page.
    emptyTable(
      3,
      [{ fr: 'N°', en: 'No.' }, 1],
      [{ fr: "N° de l'objet", en: 'Exhibit no.' }, 4],
      [{ fr: 'Désignation, scellé n°', en: 'Description, seal no.' }, 6],
      [{ fr: 'Question posée', en: 'Question' }, 8],
    ),
    signatures(
      { fr: 'Demandeur', en: 'Requester' },
      { fr: 'Réception du laboratoire', en: 'Laboratory reception' },
    ),
    { kind: 'heading', level: 2, text: { fr: 'À la réception', en: 'At reception' } },
    fields(
      { fr: 'N° du laboratoire ; reçu le, de qui', en: 'Laboratory no.; received on, from whom' },
      { fr: 'Nombre compté ; état des scellés et des objets', en: 'Count; seal state and condition' },
      { fr: 'Acceptée / refusée (motif)', en: 'Accepted / rejected (reason)' },
    ),
  ],
} as const;

const handedOver: readonly (readonly [Text, number])[] = [
  [{ fr: 'N°', en: 'No.' }, 1],
  [{ fr: 'N° Nations Unies', en: 'UN no.' }, 4],
  [{ fr: 'Désignation et quantité', en: 'Description and quantity' }, 6],
  [{ fr: 'Scellé n° et état', en: 'Seal no. and state' }, 4],
  [{ fr: 'N° de scellé national', en: 'National seal no.' }, 4],
];

/** D7, the record that both sides sign. */
export const handoverRecordForm = {
  title: { fr: 'Procès-verbal de remise', en: 'Record of handover' },
  blocks: [
    fields(
      { fr: 'Destinataire (autorité, personne, qualité)', en: 'Addressee (authority, person, capacity)' },
      { fr: "Demande ou réquisition n° ; décision d'autorisation n°", en: 'Request no.; clearance no.' },
      { fr: 'Lieu, date, heure', en: 'Place, date, hour' },
      { fr: 'Nature : [  ] originaux  [  ] copies  [  ] résumé', en: 'Type: originals / copies / summary' },
      { fr: 'Conditions et clause de restitution', en: 'Conditions and return clause' },
    ),
    emptyTable([1, 20], ...handedOver),
    // Who signs has the last of what he signs for on the same sheet.
    { kind: 'page' },
    emptyTable([21, 25], ...handedOver),
    {
      kind: 'ruled',
      label: {
        fr: 'Réserves et écarts constatés par le destinataire (à défaut, écrire « néant ») :',
        en: 'Reservations and differences noted by the recipient (if none, write "néant"):',
      },
      lines: 3,
    },
    fields({
      fr: 'Fait en trois exemplaires, conservés par : 1. / 2. / 3.',
      en: 'Done in three copies, kept by: 1. / 2. / 3.',
    }),
    {
      kind: 'paragraph',
      keep: true,
      text: { fr: 'Lecture faite, les soussignés persistent et signent.', en: 'Read, confirmed and signed.' },
    },
    signatures(
      { fr: 'Remis par (dépositaire)', en: 'Handed over by (custodian)' },
      { fr: 'Reçu par (destinataire)', en: 'Received by (recipient)' },
      { fr: 'Témoin n° 1', en: 'Witness no. 1' },
      { fr: 'Témoin n° 2', en: 'Witness no. 2' },
    ),
  ],
} as const;
