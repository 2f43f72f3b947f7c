import { demonstrationMark } from '../../../custody/log/demonstration.js';
import type { DossierDocument } from '../document.js';
import type { DossierItem } from '../item.js';
import { albumOf } from './album.js';
import type { Block, Margins, Sheets } from './block.js';
import { checkingAppendix } from './checking.js';
import { custodyHistory, signedActs } from './custody.js';
import { safety, tableOfExhibits } from './exhibits.js';
import { bordereau, clearance, defectsAndRedactions, nature, statementOfFacts } from './general.js';
import { glossary } from './glossary.js';
import { handoverRecord, possibleWitnesses } from './handover.js';
import { laboratoryReport } from './laboratory.js';
import { letter } from './letter.js';
import { facts, heading, same, unlessEmpty } from './told.js';

/** Items in one volume: what keeps the typesetter below 1 GB with their photographs. */
const itemsInVolume = 80;

/** The dossier as it is printed, a volume after the other. What concerns all of it stands in the first. */
export function volumesOf(dossier: DossierDocument): readonly Sheets[] {
  const parts = divide(dossier.items.entries);
  return parts.map((items, index) => {
    const blocks = index === 0 ? firstVolume(dossier, items, parts) : furtherVolume(dossier, items, index);
    return {
      title: `Dossier n° ${dossier.number}, version ${dossier.version}${parts.length > 1 ? `, volume ${index + 1}` : ''}`,
      author: dossier.sender.office.fr,
      date: dossier.date.at,
      margins: marginsOf(dossier, index + 1, parts.length),
      blocks,
    };
  });
}

function divide(items: readonly DossierItem[]): readonly (readonly DossierItem[])[] {
  const count = Math.max(1, Math.ceil(items.length / itemsInVolume));
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * itemsInVolume, (index + 1) * itemsInVolume),
  );
}

function marginsOf(dossier: DossierDocument, volume: number, volumes: number): Margins {
  return {
    head: `${dossier.sender.office.fr} – ${dossier.classification.fr}`,
    demonstration: dossier.demonstration ? demonstrationMark : null,
    foot: `Dossier n° ${dossier.number}, version ${dossier.version} – pièces ${dossier.piecesHash.slice(0, 16)}`,
    volume,
    volumes,
  };
}

function firstVolume(
  dossier: DossierDocument,
  items: readonly DossierItem[],
  parts: readonly (readonly DossierItem[])[],
): readonly Block[] {
  const blocks: readonly Block[] = [
    ...letter(dossier),
    ...contents(parts),
    ...nature(dossier),
    ...statementOfFacts(dossier),
    ...bordereau(dossier),
    ...tableOfExhibits(dossier),
    ...itemPages(dossier, items),
    { kind: 'page' },
    heading(1, "Résultats d'examen du laboratoire", 'Laboratory results'),
    ...unlessEmpty(dossier.reports, reports => reports.flatMap(laboratoryReport)),
    ...photographs(items),
    { kind: 'page' },
    ...safety(items, dossier.storageInstructions, true),
    { kind: 'page' },
    ...clearance(dossier),
    ...defectsAndRedactions(dossier),
    ...possibleWitnesses(dossier),
    ...handoverRecord(dossier),
    ...checkingAppendix(dossier),
  ];
  return [...blocks, { kind: 'page' }, ...glossary(blocks)];
}

function furtherVolume(
  dossier: DossierDocument,
  items: readonly DossierItem[],
  index: number,
): readonly Block[] {
  return [
    {
      kind: 'heading',
      level: 1,
      text: {
        fr: `Dossier n° ${dossier.number}, version ${dossier.version} : volume ${index + 1}`,
        en: `Volume ${index + 1}`,
      },
    },
    facts([[{ fr: 'Scellés et objets', en: 'Exhibits' }, same(range(items))]]),
    ...itemPages(dossier, items),
    ...photographs(items),
    { kind: 'page' },
    ...safety(items, dossier.storageInstructions, false),
  ];
}

function itemPages({ date }: DossierDocument, items: readonly DossierItem[]): readonly Block[] {
  return [...items.flatMap(item => custodyHistory(item, date)), ...signedActs(items)];
}

function photographs(items: readonly DossierItem[]): readonly Block[] {
  return [
    { kind: 'page' },
    heading(1, 'Planche photographique', 'Photograph album'),
    ...(items.length === 0
      ? [
          {
            kind: 'paragraph',
            text: {
              fr: 'Aucun objet ne fait partie du dossier : il n’y a pas de photographie d’objet.',
              en: 'No exhibit is part of the dossier: there is no photograph of one.',
            },
          } as const,
        ]
      : albumOf(items)),
  ];
}

/** Which items stand in which volume; nothing where there is one. */
function contents(parts: readonly (readonly DossierItem[])[]): readonly Block[] {
  if (parts.length === 1) return [];
  return [
    heading(2, 'Volumes', null),
    facts(
      parts.map(
        (items, index) =>
          [{ fr: `Volume ${index + 1}`, en: `Volume ${index + 1}` }, same(range(items))] as const,
      ),
    ),
  ];
}

function range(items: readonly DossierItem[]): string {
  const [first, last] = [items[0]?.number ?? '–', items.at(-1)?.number ?? '–'];
  return first === last ? first : `${first} – ${last} (${items.length})`;
}
