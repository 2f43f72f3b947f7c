import type { DossierDocument } from '../document.js';
import type { Block } from './block.js';
import { dash, facts, heading, joined, moment, same, unlessEmpty } from './told.js';

/** Addressee and letter of transmission, with the decision, its conditions and the clause of return (D7, RQ-62). */
export function letter(dossier: DossierDocument): readonly Block[] {
  const { addressee, sender, decision } = dossier;
  return [
    { kind: 'paragraph', text: sender.office, weight: 'bold' },
    {
      kind: 'paragraph',
      text: joined([sender.place, moment(dayOf(dossier))], ', '),
      align: 'right',
    },
    heading(1, 'Lettre de transmission', 'Letter of transmission'),
    facts([
      [{ fr: 'Destinataire', en: 'Addressee' }, [addressee.authority, addressee.capacity, addressee.place]],
      ...(addressee.person === null
        ? []
        : ([[{ fr: "À l'attention de", en: 'For the attention of' }, same(addressee.person)]] as const)),
      [{ fr: 'Objet', en: 'Subject' }, dossier.subject],
      [{ fr: "Référence de l'affaire", en: 'Case reference' }, same(dossier.caseReference)],
      [
        { fr: 'Demande à laquelle il est répondu', en: 'Request answered' },
        joined([decision.requestReference, moment(decision.requested)], ', '),
      ],
      [
        { fr: "Décision d'autorisation n°", en: 'Clearance no.' },
        joined([same(decision.number), decision.outcome, moment(decision.decided)], ', '),
      ],
      [{ fr: 'Classification', en: 'Classification' }, joined([dossier.classification, ...dossier.caveats])],
    ]),
    ...supplementOf(dossier),
    { kind: 'paragraph', text: transmission(dossier) },
    ...dossier.letter.map((text): Block => ({ kind: 'paragraph', text })),
    heading(2, 'Conditions de la transmission', 'Conditions of the transmission'),
    ...unlessEmpty(decision.conditions, entries => [{ kind: 'list', entries: entries.map(text => [text]) }]),
    facts([
      [
        { fr: 'Clause de restitution', en: 'Return clause' },
        decision.returnClause ?? {
          fr: "Aucune restitution n'est demandée par la décision.",
          en: 'The decision asks for no return.',
        },
      ],
      [
        { fr: "Validité de l'autorisation", en: 'Validity of the clearance' },
        decision.validUntil === null
          ? { fr: 'Sans terme indiqué', en: 'No end stated' }
          : {
              fr: `jusqu'au ${moment(decision.validUntil).fr}`,
              en: `until ${moment(decision.validUntil).en}`,
            },
      ],
    ]),
    {
      kind: 'paragraph',
      keep: true,
      text: {
        fr: "La présente transmission est faite à titre volontaire et sans préjudice des privilèges et immunités de l'Organisation des Nations Unies, de ses archives et de son personnel.",
        en: 'This transmission is voluntary and without prejudice to the privileges and immunities of the United Nations, its archives and its personnel.',
      },
    },
    {
      kind: 'signatures',
      boxes: [
        {
          title: joined([sender.signatory.capacity, sender.signatory.unit], ', '),
          fields: [{ label: { fr: 'Nom et grade', en: 'Name and grade' }, value: nameOf(dossier), room: 6 }],
          marks: [
            { fr: 'Signature', en: 'Signature' },
            { fr: 'Cachet', en: 'Stamp' },
          ],
        },
      ],
    },
    { kind: 'page' },
  ];
}

function nameOf({ sender: { signatory } }: DossierDocument) {
  return signatory.name === null ? null : same([signatory.grade ?? '', signatory.name].join(' ').trim());
}

function dayOf({ date }: DossierDocument) {
  return { at: date.at, precision: 'DAY' } as const;
}

function transmission({ number, version, items, pieces, handover }: DossierDocument) {
  const count = { items: items.entries.length, pieces: pieces.entries.length };
  return {
    fr: `J'ai l'honneur de vous transmettre, en ${copies(handover.copies.length).fr}, le dossier n° ${number}, version ${version}, qui comprend ${plural(count.pieces, 'pièce numérotée', 'pièces numérotées')} et concerne ${plural(count.items, 'scellé ou objet', 'scellés ou objets')}, tels qu'énumérés au bordereau et au tableau ci-après.`,
    en: `I have the honour to transmit to you, in ${copies(handover.copies.length).en}, dossier no. ${number}, version ${version}, of ${plural(count.pieces, 'numbered piece', 'numbered pieces')}, which concerns ${plural(count.items, 'exhibit', 'exhibits')}, as listed in the schedule and table below.`,
  };
}

/** `trois exemplaires`: in words, as a procès-verbal has it. */
export function copies(count: number) {
  const words = [
    { fr: 'un exemplaire', en: 'one copy' },
    { fr: 'deux exemplaires', en: 'two copies' },
    { fr: 'trois exemplaires', en: 'three copies' },
    { fr: 'quatre exemplaires', en: 'four copies' },
    { fr: 'cinq exemplaires', en: 'five copies' },
  ];
  return words[count - 1] ?? { fr: `${count} exemplaires`, en: `${count} copies` };
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count < 2 ? one : many}`;
}

function supplementOf({ supplements }: DossierDocument): readonly Block[] {
  if (supplements === null) return [];
  const { number, version, adds } = supplements;
  return [
    {
      kind: 'notice',
      texts: [
        {
          fr: `Supplément au dossier n° ${number}, version ${version}.`,
          en: `Supplement to dossier no. ${number}, version ${version}.`,
        },
        adds.fr === '' ? dash : adds,
      ],
    },
  ];
}
