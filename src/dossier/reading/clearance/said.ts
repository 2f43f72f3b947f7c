import { textOf } from '../../../audit/report/report-event.js';
import type { Text } from '../../../custody/text.js';
import { inWords } from '../../../custody/vocabulary/told.js';
import type { Vocabulary } from '../../../custody/vocabulary/vocabulary.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../log/index.js';
import { joined, moment, semicolon } from '../../paper/print/told.js';
import type { Bilingual, Row } from '../../paper/words.js';
import { asWritten } from '../people.js';

/** A withheld claim is told to be there; what it holds is not (GATE-8). */
export const withheld: Text = {
  fr: 'Réservé : l’empreinte en est signée, le contenu n’est pas communiqué',
  en: 'Withheld: its digest is signed, what it says is not handed over',
};

const withheldInside: Text = {
  fr: 'réservé : l’empreinte en est signée, le contenu n’est pas communiqué',
  en: 'withheld: its digest is signed, what it says is not handed over',
};

/** What was said, where it goes on in a sentence. */
export function inSentence(value: Bilingual): Bilingual {
  return value === withheld ? withheldInside : value;
}

export const nothing: Text = { fr: 'Néant', en: 'None' };

/** What a member of a body says, in the words of who signed it. */
export function said(value: JsonValue | undefined, none: Bilingual = nothing): Bilingual {
  if (isWithheld(value)) return withheld;
  const text = textOf(value);
  return text === '' ? none : asWritten(text);
}

function isWithheld(value: JsonValue | undefined): boolean {
  return isJsonObject(value ?? null) && Object.hasOwn(value as JsonObject, '_sd');
}

/** A flag in words; one that is withheld is neither yes nor no. */
export function yesOrNo(value: JsonValue | undefined): Text {
  if (isWithheld(value)) return withheld;
  return value === true ? { fr: 'Oui', en: 'Yes' } : { fr: 'Non', en: 'No' };
}

/** A code of a closed vocabulary. */
export function coded(vocabulary: Vocabulary, value: JsonValue | undefined): Text {
  if (isWithheld(value)) return withheld;
  const code = textOf(value);
  return Object.hasOwn(vocabulary, code)
    ? (vocabulary[code] ?? { fr: code, en: code })
    : inWords(vocabulary)(code);
}

/** A day of a body, `YYYY-MM-DD`, in words. */
export function day(value: JsonValue | undefined): Bilingual {
  const text = textOf(value);
  return text === '' ? nothing : moment({ at: `${text}T00:00:00Z`, precision: 'DAY' });
}

export function row(fr: string, en: string, ...values: readonly Bilingual[]): Row {
  const [first, ...others] = values;
  return {
    label: { fr, en },
    value: joined([...(first ? [first] : []), ...others.map(inSentence)], semicolon),
  };
}
