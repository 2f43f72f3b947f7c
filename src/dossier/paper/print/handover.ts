import type { DossierDocument } from '../document.js';
import type { Bilingual, Signatory } from '../words.js';
import type { Block, SignatureField } from './block.js';
import { exhibitsHandedOver } from './exhibits.js';
import { copies } from './letter.js';
import { colon, facts, heading, joined, moment, same, unlessEmpty } from './told.js';

/** Persons who can testify (D7, conditional). */
export function possibleWitnesses({ witnesses }: DossierDocument): readonly Block[] {
  return [
    heading(1, 'Personnes pouvant témoigner', 'Persons who can testify'),
    {
      kind: 'notice',
      texts: [
        {
          fr: "Sous réserve de la levée de leur immunité par le Secrétaire général de l'Organisation des Nations Unies.",
          en: 'Subject to waiver of their immunity by the Secretary-General of the United Nations.',
        },
      ],
    },
    ...unlessEmpty(witnesses, entries => [
      {
        kind: 'table',
        columns: [
          { title: { fr: 'Qualité', en: 'Capacity' }, width: 4 },
          { title: { fr: 'Unité', en: 'Unit' }, width: 4 },
          { title: { fr: 'Peut témoigner sur', en: 'Can testify about' }, width: 6 },
        ],
        rows: entries.map(({ capacity, unit, about }) => ({ cells: [[capacity], [unit], [about]] })),
      },
    ]),
  ];
}

/** The procès-verbal de remise: both sides and the witnesses sign, the receiver writes his reservations (D7). */
export function handoverRecord(dossier: DossierDocument): readonly Block[] {
  const { handover, number, version, decision, piecesHash, pieces } = dossier;
  // Objects are counted in the table above, and are numbered in the schedule too.
  const written = pieces.entries.filter(({ isObject }) => !isObject).length;
  return [
    { kind: 'page' },
    heading(1, 'Procès-verbal de remise', 'Record of handover'),
    facts([
      [{ fr: 'Procès-verbal n°', en: 'Record no.' }, same(handover.number ?? '…………………………')],
      [
        { fr: 'Dossier', en: 'Dossier' },
        { fr: `n° ${number}, version ${version}`, en: `no. ${number}, version ${version}` },
      ],
      [{ fr: "Décision d'autorisation n°", en: 'Clearance no.' }, same(decision.number)],
      [{ fr: 'Demande', en: 'Request' }, decision.requestReference],
      [
        { fr: 'Références nationales', en: 'National references' },
        same(handover.nationalReferences.join(', ') || '…………………………'),
      ],
      [{ fr: 'Lieu', en: 'Place' }, handover.place ?? same('…………………………')],
      [
        { fr: 'Date et heure', en: 'Date and hour' },
        handover.at === null ? same('le …… / …… / …………  à …… h ……') : moment(handover.at),
      ],
      [{ fr: 'Empreinte de la liste des pièces', en: 'Hash of the list of pieces' }, [{ exact: piecesHash }]],
    ]),
    {
      kind: 'paragraph',
      text: {
        fr: 'Les soussignés ont compté ensemble les objets et pièces énumérés ci-dessous, comparé chaque scellé à son numéro et constaté son état. Le dépositaire remet, et le destinataire reçoit, ce qui suit, aux conditions de la décision rappelées ci-dessous. Le numéro du scellé national est porté par le destinataire.',
        en: 'The undersigned have counted the objects and pieces listed below together, compared each seal with its number and noted its state. The custodian hands over, and the recipient receives, what follows, on the conditions of the decision recalled below. The national seal number is entered by the recipient.',
      },
    },
    ...exhibitsHandedOver(dossier),
    {
      kind: 'paragraph',
      text: {
        fr: `Pièces écrites et photographiques : ${written}, selon le bordereau.`,
        en: `Written and photographic pieces: ${written}, as in the schedule.`,
      },
    },
    heading(2, 'Conditions', 'Conditions'),
    ...unlessEmpty(decision.conditions, entries => [
      { kind: 'list', entries: entries.map(text => [text]) } as const,
    ]),
    // From the reserves on to the signatures, one sheet: who signs sees what he signs for.
    {
      kind: 'ruled',
      keep: true,
      label: {
        fr: 'Réserves et écarts constatés par le destinataire (à défaut, écrire « néant ») :',
        en: 'Reservations and differences noted by the recipient (if none, write "néant"):',
      },
      lines: 4,
    },
    heading(2, 'Exemplaires', 'Copies'),
    {
      kind: 'paragraph',
      keep: true,
      text: {
        fr: `Fait en ${copies(handover.copies.length).fr}, conservés comme suit :`,
        en: `Done in ${copies(handover.copies.length).en}, kept as follows:`,
      },
    },
    {
      kind: 'list',
      keep: true,
      entries: handover.copies.map((keeper, index) => [
        joined([{ fr: `Exemplaire n° ${index + 1}`, en: `Copy no. ${index + 1}` }, keeper], colon),
      ]),
    },
    heading(2, 'Signatures', 'Signatures'),
    {
      kind: 'paragraph',
      keep: true,
      text: { fr: 'Lecture faite, les soussignés persistent et signent.', en: 'Read, confirmed and signed.' },
    },
    {
      kind: 'signatures',
      boxes: [
        signatureBox({ fr: 'Remis par (dépositaire)', en: 'Handed over by (custodian)' }, handover.giver),
        signatureBox({ fr: 'Reçu par (destinataire)', en: 'Received by (recipient)' }, handover.receiver),
        ...handover.witnesses.map((witness, index) =>
          signatureBox({ fr: `Témoin n° ${index + 1}`, en: `Witness no. ${index + 1}` }, witness),
        ),
      ],
    },
  ];
}

function signatureBox(title: Bilingual, person: Signatory) {
  return {
    title,
    fields: fieldsOf(person),
    marks: [
      { fr: 'Signature', en: 'Signature' },
      { fr: 'Cachet', en: 'Stamp' },
    ],
  };
}

function fieldsOf({ name, grade, capacity, unit }: Signatory): readonly SignatureField[] {
  const written = (label: { fr: string; en: string }, value: string | null): SignatureField => ({
    label,
    value: value === null ? null : same(value),
    room: 5,
  });
  return [
    written({ fr: 'Nom', en: 'Name' }, name),
    written({ fr: 'Grade', en: 'Grade' }, grade),
    { label: { fr: 'Qualité', en: 'Capacity' }, value: capacity.fr === '' ? null : capacity, room: 5 },
    { label: { fr: 'Unité', en: 'Unit' }, value: unit.fr === '' ? null : unit, room: 5 },
  ];
}
