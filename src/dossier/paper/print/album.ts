import type { DossierItem, Photograph } from '../item.js';
import type { AlbumPicture, Block } from './block.js';
import { colon, heading, joined, moment, same } from './told.js';

/** The photographs of the items, two a row, each with its item and what it is a copy of; then items without any. */
export function albumOf(items: readonly DossierItem[]): readonly Block[] {
  const pictures = items.flatMap(item =>
    item.photographs.entries.map(photograph => pictureOf(photograph, item)),
  );
  const without = items.filter(({ photographs }) => photographs.entries.length === 0);
  return [
    ...(pictures.length === 0 ? [] : [{ kind: 'album', pictures } as const]),
    ...(without.length === 0 || pictures.length === 0
      ? []
      : [heading(2, 'Objets sans photographie', 'Exhibits without a photograph')]),
    ...(without.length === 0
      ? []
      : [
          {
            kind: 'list',
            entries: without.map(({ number, photographs }) => [
              joined([same(number), photographs.whenNone], colon),
            ]),
          } as const,
        ]),
  ];
}

function pictureOf(photograph: Photograph, { number, category }: DossierItem): AlbumPicture {
  const { caption, piece, taken, takenBy, sha256, attached, file, absent } = photograph;
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
    title: joined([same(number), category]),
    lines: [...(origin.fr === '' ? [] : [origin]), ...(attached === null ? [] : [attached])],
    derived: {
      fr: "Image dérivée, réduite pour l'impression. SHA-256 de l'original :",
      en: 'Derived image, shrunk for print. SHA-256 of the original:',
    },
    original: { fr: "SHA-256 de l'original :", en: 'SHA-256 of the original:' },
    sha256,
    instead: absent ?? { fr: "L'original n'est pas joint.", en: 'The original is not attached.' },
  };
}
