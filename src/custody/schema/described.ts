import Type, { type Static, type TSchema } from 'typebox';

/**
 * The words of a field, in English and French. They are shown in refusals, in the OpenAPI document and in
 * the help of the commands, so that a field is explained in one place.
 */
export type Words = {
  readonly description: string;
  readonly 'x-fr': string;
};

/** A field's words: `description` in English, `x-fr` in French. */
export function words(en: string, fr: string): Words {
  return { description: en, 'x-fr': fr };
}

/** No control characters: a text may not move the cursor of whoever reads it, nor hide in a line. */
const printable = '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+$';
const printableLines = '^[^\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]+$';

/**
 * The first character of a text that `Line` or `Prose` refuses, as `U+202E`; null where it has none.
 * @param pattern of the schema that refused it
 */
export function unprintableIn(text: string, pattern: string): string | null {
  if (pattern !== printable && pattern !== printableLines) return null;
  const one = new RegExp(pattern, 'u');
  const found = [...text].find(character => !one.test(character));
  return found === undefined
    ? null
    : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** One line of text, 1 to `maxLength` characters. */
export function Line(en: string, fr: string, maxLength = 200) {
  return Type.String({ ...words(en, fr), minLength: 1, maxLength, pattern: printable });
}

/** Text with line breaks, 1 to `maxLength` characters. */
export function Prose(en: string, fr: string, maxLength = 4000) {
  return Type.String({ ...words(en, fr), minLength: 1, maxLength, pattern: printableLines });
}

/** An object with exactly these members: unknown ones are refused, never dropped. */
export function Exactly<P extends Record<string, TSchema>>(properties: P, options: Partial<Words> = {}) {
  return Type.Object(properties, { ...options, additionalProperties: false });
}

/** A member that is always there and may be null: what is not known is stated, not left out. */
export function Nullable<S extends TSchema>(schema: S, options: Partial<Words> = {}) {
  const described = schema as S & Partial<Words>;
  return Type.Union([Type.Null(), schema], {
    ...(described.description === undefined ? {} : { description: described.description }),
    ...(described['x-fr'] === undefined ? {} : { 'x-fr': described['x-fr'] }),
    ...options,
  });
}

/** One of a closed list of codes. Codes never change their meaning. */
export function Code<const T extends readonly string[]>(codes: T, en: string, fr: string) {
  return Type.Enum([...codes] as T[number][], words(en, fr));
}

export function List<S extends TSchema>(
  schema: S,
  en: string,
  fr: string,
  { min = 0, max = 500 }: { min?: number; max?: number } = {},
) {
  return Type.Array(schema, { ...words(en, fr), minItems: min, maxItems: max });
}

export function Flag(en: string, fr: string) {
  return Type.Boolean(words(en, fr));
}

export function Count(en: string, fr: string, { min = 0, max = 1_000_000_000 } = {}) {
  return Type.Integer({ ...words(en, fr), minimum: min, maximum: max });
}

export type { Static, TSchema };
