import type { DossierItem, Photograph } from '../item.js';
import type { AlbumPicture, Block } from './block.js';
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
  return {
    source: file === null ? null : sha256,
    caption,
    lines: origin.fr === '' ? [] : [origin],
    derived: {
      fr: "Image dérivée, réduite pour l'impression. SHA-256 de l'original :",
      en: 'Derived image, shrunk for print. SHA-256 of the original:',
    },
    original: { fr: "SHA-256 de l'original :", en: 'SHA-256 of the original:' },
    sha256,
    instead: absent ?? { fr: "L'original n'est pas joint.", en: 'The original is not attached.' },
  };
}
