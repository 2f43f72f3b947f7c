import { basename } from 'node:path';
import { printableLine } from './printable.js';
import { readHead } from './read-head.js';
import { UsageError } from './usage-error.js';

/** Enough for the marks below. */
const headBytes = 16;

/** Marks by which the bytes of a picture are known, and at which byte each stands. */
const marks: readonly (readonly [at: number, mark: Buffer])[] = [
  [0, Buffer.from('ffd8ff', 'hex')], // JPEG
  [0, Buffer.from('89504e470d0a1a0a', 'hex')], // PNG
  [0, Buffer.from('49492a00', 'hex')], // TIFF and DNG, little-endian
  [0, Buffer.from('4d4d002a', 'hex')], // the same, big-endian
  [8, Buffer.from('WEBP')],
  [4, Buffer.from('ftyp')], // HEIC and its kin (ISO base media)
];

/**
 * Before anything is signed: a file that is called a picture is one by its first bytes, of whatever kind of picture. Whether
 * it is whole nobody asks here: what was taken at the scene is kept, damaged or not, and the dossier names it.
 * @throws UsageError that names the file and the way on: under another name the same bytes are bound as what they are
 */
export async function requirePicture(path: string, mediaType: string): Promise<void> {
  if (!mediaType.startsWith('image/')) return;
  const head = await readHead(path, headBytes);
  if (marks.some(([at, mark]) => head.subarray(at, at + mark.length).equals(mark))) return;
  const name = printableLine(path);
  const kept = printableLine(`${basename(path)}.bin`);
  throw new UsageError({
    en: `${name} is called a picture, and its content is none. Nothing was signed. If it is the wrong file, name the right one; if it is to be kept as it is, copy it to a name such as ${kept} and bind that: the bytes stay the same, and it is bound as an attachment and not as a picture`,
    fr: `${name} porte le nom d'une image, et son contenu n'en est pas une. Rien n'a été signé. Si ce n'est pas le bon fichier, désignez le bon ; s'il doit être conservé tel quel, copiez-le sous un nom tel que ${kept} et joignez cette copie : les octets restent les mêmes, et il est joint comme fichier et non comme image`,
  });
}
