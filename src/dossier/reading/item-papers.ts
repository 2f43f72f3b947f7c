import { objectsOf, textOf } from '../../audit/report/report-event.js';
import type { Text } from '../../custody/text.js';
import { photographKinds } from '../../custody/vocabulary/examination.js';
import { inWords } from '../../custody/vocabulary/told.js';
import { isJsonObject, type JsonObject } from '../../log/index.js';
import type { Photograph } from '../paper/item.js';
import type { Bilingual } from '../paper/words.js';
import type { DossierReading } from './dossier-reading.js';
import type { ItemHistory } from './item-history.js';
import { instant } from './moments.js';
import type { People } from './people.js';
import { reasonsLeft } from './redactions.js';

const view = inWords(photographKinds);

/** The pictures that an item's own acts name, each once, in the order in which they were signed. */
export function photographsOf(
  { acts }: ItemHistory,
  { files, missing }: Pick<DossierReading, 'files' | 'missing'>,
  people: People,
): readonly Photograph[] {
  const found = new Map<string, Photograph>();
  const subject = acts[0]?.event.subject;
  const someOriginals = files.some(({ originals }) => originals.length > 0);
  const {
    given = [],
    originals = [],
    left = [],
    copies = [],
  } = files.find(({ piece }) => piece === subject) ?? {};
  for (const { event } of acts) {
    for (const photograph of objectsOf(event.body.photographs)) {
      const { number, kind, file, takenAt } = photograph;
      const sha256 = isJsonObject(file ?? null) ? textOf((file as JsonObject).sha256) : '';
      if (sha256 === '' || found.has(sha256)) continue;
      const inside = given.includes(sha256) && !missing.has(sha256);
      const copy = copies.find(({ of }) => of === sha256);
      const why = left.find(file => file.sha256 === sha256)?.why;
      const stays = why === undefined || missing.has(sha256) ? owed : notHandedOver(reasonsLeft[why]);
      found.set(sha256, {
        piece: null,
        caption: captionOf(textOf(number), kind),
        taken: typeof takenAt === 'string' ? instant(takenAt) : null,
        takenBy: people.tell(event.actor),
        sha256,
        attached: someOriginals ? attachedAs(inside && originals.includes(sha256), copy !== undefined) : null,
        file: inside ? `data/file/${sha256}` : copy === undefined ? null : `data/report/${copy.path}`,
        absent: inside || copy !== undefined ? null : stays,
      });
    }
  }
  return [...found.values()];
}

function attachedAs(isOriginal: boolean, isCopied: boolean): Bilingual | null {
  if (isOriginal)
    return {
      fr: "Jointe en original, avec les données de l'appareil",
      en: 'Attached as the original, with the data of the camera',
    };
  if (!isCopied) return null;
  return {
    fr: "Jointe en copie, sans les données de l'appareil",
    en: 'Attached as a copy, without the data of the camera',
  };
}

const owed: Bilingual = {
  fr: "Le fichier est dû, a disparu ou est altéré : la Mission ne le détient pas tel qu'il fut inscrit.",
  en: 'The file is owed, gone or altered: the Mission does not hold it as recorded.',
};

function notHandedOver({ fr, en }: Text): Bilingual {
  return { fr: `Non communiqué. ${fr}.`, en: `Not handed over. ${en}.` };
}

/** Label and number, never the name of a file (F-28). */
function captionOf(number: string, kind: JsonObject[string] | undefined): Bilingual {
  const { code, text } = isJsonObject(kind ?? null) ? (kind as JsonObject) : {};
  const words = view(textOf(code));
  const own = textOf(text);
  const more = own === '' ? '' : ` (${own})`;
  return { fr: `${number} – ${words.fr}${more}`, en: `${number} – ${words.en}${more}` };
}
