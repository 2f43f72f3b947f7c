import type { Text } from '../text.js';

/** The words of a field as whoever reads what was signed is told them. */
export interface SpokenLabel {
  readonly label: Text;
  /** What it says where nothing stands; null where its words do not tell. */
  readonly whenEmpty: Text | null;
}

/**
 * The words of a form tell whoever fills it in what an empty field stands for (`Instrument; null: none`). A reader is told
 * the field, and that where it is empty.
 * @param words `description` and `x-fr` of a schema
 * @param name of the member, where it has no words
 */
export function spokenLabel(
  { description, 'x-fr': french }: { readonly description?: unknown; readonly 'x-fr'?: unknown },
  name: string,
): SpokenLabel {
  const en = typeof description === 'string' && description !== '' ? description : name;
  const fr = typeof french === 'string' && french !== '' ? french : en;
  const [told, toldFr] = [whenEmpty.exec(en)?.[1], whenEmptyInFrench.exec(fr)?.[1]];
  return {
    label: { en: en.replace(aboutEmpty, ''), fr: fr.replace(aboutEmptyInFrench, '') },
    whenEmpty: told === undefined || toldFr === undefined ? null : { en: told, fr: toldFr },
  };
}

const aboutEmpty = /; (?:0: [^,]+, )?(?:null|empty|none|may be (?:none|empty))\b.*$/;
const aboutEmptyInFrench = / ; (?:0 : [^,]+, )?(?:null|vide|aucune?)\b.*$/;
const whenEmpty = /[;,] (?:null|empty|none): ([^.]+)/;
const whenEmptyInFrench = /[;,] (?:null|vide|aucune?) : ([^.]+)/;
