import type { DossierItem, Photograph } from '../item.js';
import type { AlbumPicture, Block, Said } from './block.js';
import { heading, joined, moment, same } from './told.js';

/** Photographs of one item, two a row, each with what it is a copy of. */
export function albumOf(item: DossierItem): readonly Block[] {
  const { photographs, number } = item;
  if (photographs.entries.length === 0)
    return [heading(3, number, null), { kind: 'paragraph', text: photographs.whenNone }];
  return [
    { kind: 'heading', level: 3, text: joined([same(number), item.category]) },
    { kind: 'album', pictures: photographs.entries.map(pictureOf) },
  ];
}

function pictureOf(photograph: Photograph): AlbumPicture {
  const { caption, piece, taken, takenBy, sha256, file, absent } = photograph;
  const origin = joined(
    [
      piece === null ? same('') : { fr: `Pièce n° ${piece}`, en: `Piece no. ${piece}` },
      taken === null ? same('') : moment(taken),
      takenBy ?? same(''),
    ],
    ', ',
  );
  const lines: readonly Said[] = [
    caption,
    ...(origin.fr === '' ? [] : [origin]),
    absent ?? {
      fr: "Image dérivée, réduite pour l'impression. Original :",
      en: 'Derived image, shrunk for print. Original:',
    },
    { exact: `SHA-256 ${sha256}` },
    ...(file === null ? [] : [{ exact: file }]),
  ];
  return {
    source: file === null ? null : sha256,
    caption: lines,
    instead: absent ?? { fr: "L'original n'est pas joint.", en: 'The original is not attached.' },
  };
}
