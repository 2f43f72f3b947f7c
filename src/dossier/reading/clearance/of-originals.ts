import { textOf } from '../../../audit/report/report-event.js';
import type { JsonObject } from '../../../log/index.js';
import type { FormPart } from '../../paper/document.js';
import type { Bilingual, Row } from '../../paper/words.js';
import type { DossierReading } from '../dossier-reading.js';
import { asWritten } from '../people.js';
import { row } from './said.js';

/**
 * D6, GATE-8: which photographs go as the camera wrote them, and why that tells of nobody; apart from them those that the
 * decision lists and that do not go so, for what is kept back since is not handed over. Why is not told: that may betray a
 * source. Before form 6 none was named.
 * @param listed members `piece`, `file`, `why`, as decisions have them; null where none could list any
 */
export function partOfOriginalPhotographs(
  listed: readonly JsonObject[] | null,
  reading: Pick<DossierReading, 'files' | 'missing'>,
): readonly FormPart[] {
  if (listed === null) return [];
  const told = listed.map(original => ({ original, instead: insteadOf(original, reading) }));
  const going = told.filter(({ instead }) => instead === null).map(({ original }) => whyOf(original));
  const others = told.flatMap(({ original, instead }) =>
    instead === null ? [] : [rowOf(original, instead)],
  );
  return [
    {
      title: { fr: 'Photographies remises en original', en: 'Photographs that go as originals' },
      rows: going.length === 0 ? [others.length === 0 ? none : noneOfListed] : going,
    },
    ...(others.length === 0 ? [] : [{ title: notAsOriginals, rows: others }]),
  ];
}

/** What leaves in its place; null: it leaves as it is. */
function insteadOf(
  { piece, file }: JsonObject,
  { files, missing }: Pick<DossierReading, 'files' | 'missing'>,
): Bilingual | null {
  const sha256 = textOf(file);
  const of = files.find(one => one.piece === textOf(piece));
  if (of?.originals.includes(sha256)) return missing.has(sha256) ? notHeld : null;
  // What several pieces have in common is copied under each of them.
  return files.some(({ copies }) => copies.some(copy => copy.of === sha256)) ? asCopy : notHandedOver;
}

function whyOf(original: JsonObject): Row {
  return rowOf(original, asWritten(textOf(original.why)));
}

function rowOf({ file }: JsonObject, value: Bilingual): Row {
  return row(textOf(file), textOf(file), value);
}

const notAsOriginals: Bilingual & { readonly en: string } = {
  fr: 'Photographies que la décision désigne, et qui ne sont pas remises en original',
  en: 'Photographs that the decision lists and that do not go as originals',
};
const asCopy: Bilingual = {
  fr: 'Remise en copie, sans les données de l’appareil',
  en: 'Goes as a cleaned copy, without the data of the camera',
};
const notHandedOver: Bilingual = { fr: 'N’est pas remise', en: 'Does not go' };
const notHeld: Bilingual = {
  fr: 'N’est pas remise : la Mission n’en détient pas les octets',
  en: 'Does not go: the Mission does not hold its bytes',
};
const none: Row = row('Avec les données de l’appareil', 'With the data of the camera', {
  fr: 'Aucune : des copies sans ces données sont remises',
  en: 'None: copies without these data go',
});
const noneOfListed: Row = row('Avec les données de l’appareil', 'With the data of the camera', {
  fr: 'Aucune',
  en: 'None',
});
