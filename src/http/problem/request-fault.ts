import type { FastifySchemaValidationError } from 'fastify';
import type { Language, Text } from '../../custody/text.js';

/** What each keyword of JSON Schema asks for. `{limit}` and the like are the schema's own, never the input's. */
const keywords: Readonly<Record<string, Text>> = {
  type: { en: 'expected {type}', fr: 'type attendu : {type}' },
  required: { en: 'the member {missingProperty} is missing', fr: 'le champ {missingProperty} est absent' },
  additionalProperties: { en: 'a member is not known here', fr: "un champ n'est pas connu ici" },
  minItems: { en: 'expected at least {limit} entries', fr: 'au moins {limit} entrées attendues' },
  maxItems: { en: 'expected at most {limit} entries', fr: 'au plus {limit} entrées attendues' },
  uniqueItems: { en: 'expected no entry twice', fr: 'aucune entrée en double attendue' },
  minLength: { en: 'expected at least {limit} characters', fr: 'au moins {limit} caractères attendus' },
  maxLength: { en: 'expected at most {limit} characters', fr: 'au plus {limit} caractères attendus' },
  minimum: { en: 'expected {limit} or more', fr: '{limit} ou plus attendu' },
  maximum: { en: 'expected {limit} or less', fr: '{limit} ou moins attendu' },
  pattern: {
    en: 'the form of the value is not the one expected',
    fr: "la forme de la valeur n'est pas celle attendue",
  },
  format: { en: 'expected a {format}', fr: 'format attendu : {format}' },
  enum: { en: 'expected one of the values allowed', fr: "l'une des valeurs admises attendue" },
  const: { en: 'expected the one value allowed', fr: 'la seule valeur admise attendue' },
  discriminator: { en: 'the type is not known', fr: "le type n'est pas connu" },
};

const unreadable: Text = { en: 'the value cannot be read', fr: 'la valeur est illisible' };

/** A fault of a request against its schema: where, and what was expected. The value itself is not repeated. */
export function explainRequestFault(
  { instancePath, keyword, params }: FastifySchemaValidationError,
  part: string,
  language: Language,
) {
  const template = (keywords[keyword] ?? unreadable)[language];
  const message = template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  return { in: part, pointer: instancePath, message };
}
