import type { Text } from '../../custody/text.js';
import type { Piece, PieceOfDecision } from '../paper/document.js';
import type { DossierItem } from '../paper/item.js';
import type { Bilingual } from '../paper/words.js';
import type { DossierReading } from './dossier-reading.js';
import {
  type AnyPiece,
  allPieces,
  type DossierPieces,
  type ExaminationPiece,
  type InformationPiece,
  type ItemPiece,
} from './read-pieces.js';

/** The bordereau: the pieces by the numbers of `report/pieces.json`, then each file that goes along (D7). */
export function bordereauOf(
  reading: DossierReading,
  pieces: DossierPieces,
  told: readonly DossierItem[],
): readonly Piece[] {
  const own = [
    ...pieces.items.map(piece => ({ ...exhibitOf(piece), isObject: true })),
    ...pieces.information.map(piece => informationOf(piece, reading)),
    ...pieces.examinations.map(exhibitOf),
  ].sort((one, other) => one.number - other.number);
  const listed = new Set(own.map(({ sha256 }) => sha256));
  const captions = new Map(
    told.flatMap(({ photographs }) =>
      photographs.entries.map(({ sha256, caption }) => [sha256, caption] as const),
    ),
  );
  const numbers = numbersOf(pieces);
  const originals = new Set(reading.files.flatMap(file => file.originals));
  const attached = [
    ...goingAlong(reading).map(along => ({ ...along, file: `data/file/${along.sha256}`, of: along.sha256 })),
    ...reading.files.flatMap(({ piece, copies }) =>
      copies.map(({ of, sha256, path }) => ({ piece, sha256, of, file: `data/report/${path}` })),
    ),
  ].filter(({ sha256 }) => !listed.has(sha256));
  return [
    ...own,
    ...attached.map(
      ({ piece, sha256, of, file }, position): Piece => ({
        number: reading.request.pieces.length + position + 1,
        title: titleOfFile(numbers.get(piece) ?? '', captions.get(of), statedOf(of, file, originals)),
        nature: 'COPY',
        pages: null,
        sha256,
        head: null,
        file,
        copyOf: isCopy(file) ? of : null,
        isObject: false,
      }),
    ),
  ];
}

/** What the decision is about, with the files that go along (D6). */
export function contentsOf({ files }: DossierReading, pieces: DossierPieces): readonly PieceOfDecision[] {
  const along = new Map(files.map(file => [file.piece, file]));
  return allPieces(pieces).map(piece => ({
    number: piece.number,
    title: titleOf(piece),
    nature: piece.nature,
    head: headOf(piece),
    files: along.get(piece.subject)?.given ?? [],
    copiesOf: (along.get(piece.subject)?.copies ?? []).map(({ of }) => of),
  }));
}

/** The items with the numbers under which their photographs, or cleaned copies of them, are listed. */
export function withPieceNumbers(
  items: readonly DossierItem[],
  pieces: readonly Piece[],
): readonly DossierItem[] {
  const numbers = new Map(pieces.map(({ file, number }) => [file, number]));
  return items.map(item => ({
    ...item,
    photographs: {
      ...item.photographs,
      entries: item.photographs.entries.map(photograph => ({
        ...photograph,
        piece: photograph.file === null ? null : (numbers.get(photograph.file) ?? null),
      })),
    },
  }));
}

/** Each once, under the first piece that it goes with; what the Mission does not hold is among the redactions. */
function goingAlong({ files, missing }: DossierReading) {
  const all = files.flatMap(({ piece, given }) => given.map(sha256 => ({ piece, sha256 })));
  const seen = new Set<string>(missing);
  return all.filter(({ sha256 }) => {
    if (seen.has(sha256)) return false;
    seen.add(sha256);
    return true;
  });
}

/** An exhibit, or a report that is printed here and stands in the log as it was signed: neither is a file. */
function exhibitOf(piece: ItemPiece | ExaminationPiece): Piece {
  const { number, nature } = piece;
  return {
    number,
    title: titleOf(piece),
    nature,
    pages: null,
    sha256: null,
    head: headOf(piece),
    file: null,
    copyOf: null,
    isObject: false,
  };
}

/** A document is listed under its own hash where it goes along. */
function informationOf(piece: InformationPiece, { files, missing }: DossierReading): Piece {
  const { subject, number, nature, state } = piece;
  const given = files.find(file => file.piece === subject)?.given ?? [];
  const sha256 = state.document?.sha256 ?? '';
  const inside = given.includes(sha256) && !missing.has(sha256);
  return {
    number,
    title: titleOf(piece),
    nature,
    pages: state.pages,
    sha256: inside ? sha256 : null,
    head: headOf(piece),
    file: inside ? `data/file/${sha256}` : null,
    copyOf: null,
    isObject: false,
  };
}

function titleOf({ state }: AnyPiece): Bilingual {
  const { fr, en } = wordsOf(state);
  return { fr: `${fr} (${state.number})`, en: `${en} (${state.number})` };
}

function wordsOf(state: AnyPiece['state']): Text {
  if ('title' in state) return state.title;
  if ('description' in state) return state.description;
  return { fr: "Rapport d'examen du laboratoire", en: 'Report of the laboratory' };
}

function headOf({ history: { acts } }: AnyPiece): string {
  return acts.at(-1)?.event.eventId ?? '';
}

function numbersOf(pieces: DossierPieces): ReadonlyMap<string, string> {
  return new Map(allPieces(pieces).map(({ subject, state }) => [subject, state.number]));
}

/** Also where the camera had written nothing, and its bytes are those of the original. */
function isCopy(file: string): boolean {
  return !file.startsWith('data/file/');
}

/** What a photograph is said to be: a cleaned copy, or an original that a decision lets go; nothing under earlier forms. */
function statedOf(of: string, file: string, originals: ReadonlySet<string>): Text {
  if (isCopy(file))
    return { fr: ", copie sans les données de l'appareil", en: ', a copy without the data of the camera' };
  return originals.has(of)
    ? {
        fr: ", fichier original avec les données de l'appareil",
        en: ', the original file with the data of the camera',
      }
    : { fr: '', en: '' };
}

function titleOfFile(number: string, caption: Bilingual | undefined, stated: Text): Bilingual {
  if (caption === undefined) return { fr: `Fichier joint à ${number}`, en: `File attached to ${number}` };
  return {
    fr: `Photographie de ${number} : ${caption.fr}${stated.fr}`,
    en: `Photograph of ${number}: ${caption.en ?? caption.fr}${stated.en}`,
  };
}
