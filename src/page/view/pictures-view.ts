import type { Language } from '../../custody/text.js';
import { tellMomentWithZone } from '../reading/tell-moment.js';
import type { FileTold } from '../reading/told.js';
import type { Verifier } from '../thread/verifier.js';
import { counted } from './counted.js';
import { element } from './element.js';
import { imageType } from './image-type.js';
import { counts, words } from './words.js';

const MAX_SHOWN = 48;

/** The pictures of one item. Each is loaded as it is shown, verified by its hash, and only ever as a picture. */
export function picturesView(
  pictures: readonly FileTold[],
  verifier: Verifier,
  language: Language,
): HTMLElement | null {
  if (pictures.length === 0) return null;
  const shown = pictures.slice(0, MAX_SHOWN);
  const left = pictures.length - shown.length;
  const figures = shown.map(picture => ({ picture, place: element('div', { class: 'frame' }) }));
  void showOneByOne(figures, verifier, language);
  return element(
    'section',
    {},
    element('h4', {}, words.pictures[language]),
    element(
      'div',
      { class: 'pictures' },
      ...figures.map(({ picture, place }) => element('figure', {}, place, captionView(picture, language))),
    ),
    left > 0 ? element('p', {}, counted(left, counts.left, language)) : null,
  );
}

/** One after the other: never more than one is unpacked at once. */
async function showOneByOne(
  figures: readonly { readonly picture: FileTold; readonly place: HTMLElement }[],
  verifier: Verifier,
  language: Language,
): Promise<void> {
  for (const { picture, place } of figures) {
    const image = picture.inside === null ? null : await load(picture, verifier, language);
    if (image !== null) place.replaceChildren(image);
    else {
      const why = picture.inside === null ? words.pictureMissing : words.pictureRefused;
      place.replaceChildren(element('p', {}, why[language]));
    }
  }
}

async function load(
  picture: FileTold,
  verifier: Verifier,
  language: Language,
): Promise<HTMLImageElement | null> {
  const bytes = await verifier.file(picture.sha256).catch(() => null);
  const type = bytes === null ? null : imageType(bytes);
  if (bytes === null || type === null) return null;
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const image = element('img', { alt: alternativeOf(picture, language) });
  image.src = address;
  const isGood = await image.decode().then(
    () => true,
    () => false,
  );
  URL.revokeObjectURL(address);
  return isGood ? image : null;
}

function captionView(picture: FileTold, language: Language): HTMLElement {
  const copy = picture.inside === 'copy' ? element('div', {}, words.cleanedCopy[language]) : null;
  return element('figcaption', {}, copy, captionOf(picture, language));
}

/** What is heard of a picture: of a copy no hash, for it is the original's. */
function alternativeOf(picture: FileTold, language: Language): string {
  if (picture.inside === 'copy')
    return `${words.copyOf[language]} ${numbered(picture, language).join(', ')}`.trim();
  return `${words.picture[language]} ${captionOf(picture, language)}`;
}

/** The hash is the original's, whatever is shown of it. */
function captionOf(picture: FileTold, language: Language): string {
  const leaf = `${words.leaf[language].toLowerCase()} ${picture.index}`;
  const told = [numbered(picture, language).join(', '), leaf, `SHA-256 ${picture.sha256.slice(0, 12)}…`];
  return told.filter(text => text !== '').join(' · ');
}

/** Its number and when it was taken, as far as these were signed. */
function numbered({ number, takenAt }: FileTold, language: Language): readonly string[] {
  const taken =
    takenAt === '' ? '' : tellMomentWithZone({ at: takenAt, precision: null, clockDoubt: null }, language);
  return [number, taken].filter(text => text !== '');
}
