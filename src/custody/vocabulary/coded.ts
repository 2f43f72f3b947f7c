import Type from 'typebox';
import type { JsonValue } from '../../log/index.js';
import { codedPlaces } from '../schema/annotations.js';
import { Code, Line, Nullable, type TSchema, words } from '../schema/described.js';
import { refuse, type Violation } from '../violation.js';
import { codesOf, type Vocabulary } from './vocabulary.js';

/**
 * A choice from a vocabulary, and words beside it: `{"code", "text"}`. Where the code is `OTHER` the text is
 * owed (domain.md section (e)); `checkOtherTexts` finds the places by the annotation.
 */
export function Coded<C extends string>(vocabulary: Vocabulary<C>, en: string, fr: string) {
  return Type.Object(
    {
      code: Code(codesOf(vocabulary), en, fr),
      text: Nullable(
        Line('In words; owed where the code is OTHER', 'En clair ; exigé lorsque le code est OTHER'),
      ),
    },
    { ...words(en, fr), additionalProperties: false, 'x-coded': true },
  );
}

/** A choice as it stands in a body. */
export interface CodedValue {
  readonly code: string;
  readonly text: string | null;
}

/** What a projection shows of a choice: its code, or the words where no code fits. */
export function codeOrText({ code, text }: CodedValue): string {
  return code === 'OTHER' ? (text ?? code) : code;
}

/** `OTHER` goes with words (domain.md section (e)). The value has passed its schema. */
export function checkOtherTexts(schema: TSchema, value: JsonValue, at: string): readonly Violation[] {
  return codedPlaces(schema, value)
    .filter(({ code, text }) => code === 'OTHER' && text === null)
    .map(({ pointer }) =>
      refuse('vocabulary.other-without-text', `${at}${pointer}/text`, { member: pointer.slice(1) }),
    );
}
