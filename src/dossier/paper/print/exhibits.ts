import type { DossierDocument } from '../document.js';
import type { DossierItem, SafetyCertificate, SealOnPaper } from '../item.js';
import type { Bilingual, Section } from '../words.js';
import type { Block, Column, Said } from './block.js';
import { colon, facts, heading, joined, moment, same, signatory, unlessEmpty } from './told.js';

/** One line per exhibit, with the empty column for the national seal number (D7, RQ-69). */
export function tableOfExhibits({ items }: DossierDocument): readonly Block[] {
  const blocks = [
    heading(1, 'Tableau des scellés et objets', 'Table of exhibits'),
    ...unlessEmpty(items, entries => [
      exhibitTable(entries, [number, description, quantity, seals, hazard, storage, national]),
    ]),
  ];
  return [{ kind: 'turned', blocks }];
}

/** The same on the record of handover, with what is compared there. */
export function exhibitsHandedOver({ items }: DossierDocument): readonly Block[] {
  return unlessEmpty(items, entries => [
    exhibitTable(entries, [number, description, quantity, seals, national]),
  ]);
}

interface ExhibitColumn extends Column {
  readonly cell: (item: DossierItem) => readonly Said[];
}

const number: ExhibitColumn = {
  title: { fr: 'N° Nations Unies', en: 'UN no.' },
  width: 3.5,
  cell: item => [same(item.number)],
};
const description: ExhibitColumn = {
  title: { fr: 'Désignation', en: 'Description' },
  width: 5.4,
  cell: ({ category, description }) => [category, description],
};
const quantity: ExhibitColumn = {
  title: { fr: 'Quantité', en: 'Quantity' },
  width: 2,
  cell: ({ quantity }) => [quantity],
};
const seals: ExhibitColumn = {
  title: { fr: 'N° de scellé et état', en: 'Seal no. and state' },
  width: 4,
  cell: sealsInPlace,
};
const hazard: ExhibitColumn = {
  title: { fr: 'Danger', en: 'Hazard' },
  width: 2.6,
  cell: ({ hazard }) => [hazard],
};
const storage: ExhibitColumn = {
  title: { fr: 'Conservation', en: 'Storage' },
  width: 3,
  cell: ({ storage }) => [storage],
};
const national: ExhibitColumn = {
  title: { fr: 'N° de scellé national', en: 'National seal no.' },
  width: 3,
  cell: () => [same('')],
};

/** An exhibit of which a seal is in doubt stands bold (RQ-31). */
function exhibitTable(items: readonly DossierItem[], columns: readonly ExhibitColumn[]): Block {
  return {
    kind: 'table',
    columns,
    rows: items.map(item => ({
      cells: columns.map(({ cell }) => cell(item)),
      strong: item.seals.entries.some(({ doubtful }) => doubtful),
    })),
  };
}

function sealsOf({ seals }: DossierItem): readonly Said[] {
  return seals.entries.length === 0 ? [seals.whenNone] : seals.entries.map(sealTold);
}

function sealTold({ number, form, state }: SealOnPaper): Bilingual {
  return joined([same(number), form, state]);
}

/** What both sides compare: a seal that is not there any more is said to be none (D7). */
function sealsInPlace(item: DossierItem): readonly Said[] {
  const now = item.seals.entries.filter(({ inPlace }) => inPlace);
  if (now.length > 0) return now.map(sealTold);
  return item.seals.entries.length === 0 ? sealsOf(item) : [noneInPlace, ...sealsOf(item)];
}

const noneInPlace: Bilingual = {
  fr: 'Aucun scellé en place ; auparavant :',
  en: 'No seal in place; before:',
};

/** What an item is, beside the table: its own rows and its certificates. */
export function exhibitFacts(item: DossierItem): ReturnType<typeof facts> {
  const rows: (readonly [{ fr: string; en: string }, Bilingual | readonly Said[]])[] = [
    [{ fr: 'Désignation', en: 'Description' }, joined([item.category, item.description])],
    [{ fr: 'Quantité', en: 'Quantity' }, item.quantity],
    [{ fr: 'Trouvé comme', en: 'Found as' }, item.foundAs],
    ...(item.root === null || item.root === item.number
      ? []
      : ([
          [{ fr: 'Provient de', en: 'Derived from' }, cameOf(item.parent ?? item.root, item.root)],
        ] as const)),
    ...item.particulars.map(({ label, value }) => [label, value] as const),
    [{ fr: 'Scellé', en: 'Seal' }, sealsOf(item)],
    [{ fr: 'Danger', en: 'Hazard' }, item.hazard],
    [{ fr: 'Conservation', en: 'Storage' }, item.storage],
  ];
  return facts(rows);
}

function cameOf(parent: string, root: string): Bilingual {
  return parent === root
    ? same(root)
    : { fr: `${parent} (scellé d'origine : ${root})`, en: `${parent} (root exhibit: ${root})` };
}

/** Certificates of safety, by item, and how arms and explosives are to be stored. */
export function safety(
  items: readonly DossierItem[],
  instructions: Section<Bilingual>,
  whole: boolean,
): readonly Block[] {
  const certified = items.filter(({ certificates }) => certificates.entries.length > 0);
  const uncertified = items.filter(({ certificates }) => certificates.entries.length === 0);
  return [
    heading(1, 'Certificats de sécurité', 'Safety certificates'),
    ...certified.flatMap(item => [
      heading(2, item.number, null),
      ...item.certificates.entries.flatMap(certificate => [certificateFacts(certificate)]),
      ...(item.certificates.elsewhere === null
        ? []
        : [{ kind: 'paragraph', text: item.certificates.elsewhere } as const]),
    ]),
    ...(uncertified.length === 0
      ? []
      : [
          heading(
            2,
            'Objets sans certificat dans ce dossier',
            'Exhibits without a certificate in this dossier',
          ),
          {
            kind: 'list',
            entries: groupByReason(uncertified).map(([why, numbers]) => [
              joined([same(numbers.join(', ')), why], colon),
            ]),
          } as const,
        ]),
    ...(whole
      ? [
          heading(
            1,
            'Consignes de conservation des armes et explosifs',
            'Instructions for storage of arms and explosives',
          ),
          ...unlessEmpty(instructions, entries => [
            { kind: 'list', entries: entries.map(text => [text]) } as const,
          ]),
        ]
      : []),
  ];
}

function groupByReason(items: readonly DossierItem[]): readonly (readonly [Bilingual, readonly string[]])[] {
  const groups = new Map<string, { readonly why: Bilingual; readonly numbers: string[] }>();
  for (const { number, certificates } of items) {
    const group = groups.get(certificates.whenNone.fr);
    if (group === undefined)
      groups.set(certificates.whenNone.fr, { why: certificates.whenNone, numbers: [number] });
    else group.numbers.push(number);
  }
  return [...groups.values()].map(({ why, numbers }) => [why, numbers]);
}

function certificateFacts({
  title,
  number,
  takenFrom,
  issued,
  validUntil,
  by,
  countersigned,
  finding,
  sha256,
}: SafetyCertificate): Block {
  return facts([
    [
      { fr: 'Certificat', en: 'Certificate' },
      joined([title, number === null ? { fr: 'sans numéro', en: 'no number' } : same(`n° ${number}`)]),
    ],
    ...(takenFrom === null ? [] : ([[{ fr: 'Repris de', en: 'Taken over from' }, same(takenFrom)]] as const)),
    [{ fr: 'Délivré le', en: 'Issued' }, moment(issued)],
    [
      { fr: "Valable jusqu'au", en: 'Valid until' },
      validUntil === null ? { fr: 'Sans terme indiqué', en: 'No end stated' } : moment(validUntil),
    ],
    [{ fr: 'Par', en: 'By' }, signatory(by)],
    ...(countersigned.length === 0
      ? []
      : ([[{ fr: 'Contresigné par', en: 'Countersigned by' }, countersigned.map(signatory)]] as const)),
    [{ fr: 'Constat', en: 'Finding' }, finding],
    ...(sha256 === null
      ? []
      : ([[{ fr: 'Empreinte', en: 'Hash' }, [{ exact: `SHA-256 ${sha256}` }]]] as const)),
  ]);
}
