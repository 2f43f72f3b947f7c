import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';

/** Values that are visibly of a demonstration, in the order they are tried against a pattern. */
const candidates = [
  'DEMO',
  'DEMO-1',
  '0192f3a0-0000-7000-8000-000000000001',
  'evidence/0192f3a0-0000-7000-8000-000000000001',
  'bq3VQx5p0s8l9WnEBK1mF2hXyTzc7uJgRd4aOeN6kLI',
  '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'image/jpeg',
  '2021-04-02T08:00:00Z',
  '2021-04-02',
  '1',
  '12.5',
  'XX',
  'demo',
  'evidence.collected',
  'WIT',
] as const;

const [, , uuid, subject, digest] = candidates;

/** Texts without a pattern, by the name of their member: what the service shows is not validated again. */
const byName: Readonly<Record<string, string>> = {
  eventId: digest,
  prev: digest,
  kid: digest,
  digest,
  subject,
  officer: uuid,
  unit: uuid,
  leaf: 'AfGh',
  subjectSalt: '9w==',
  type: 'evidence.collected',
  role: 'WIT',
  rule: 'signer.role-not-held',
  pointer: '/body/place',
  jws: 'eyJhbGciOiJFUzI1NiJ9.eyJ2IjoxfQ.c2ln',
};

/**
 * A value that follows a schema, for the examples of the OpenAPI document: the same for the same schema. A schema
 * that cannot be met by what is known here says so and has to bring `examples` of its own.
 */
export function sampleValue(schema: JsonValue, name = ''): JsonValue {
  if (!isJsonObject(schema)) return {};
  const { examples, const: only, enum: choices, type } = schema;
  if (Array.isArray(examples) && examples[0] !== undefined) return examples[0];
  if (only !== undefined) return only;
  if (Array.isArray(choices) && choices[0] !== undefined) return choices[0];
  const options = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(options)) return sampleOption(options, name);
  switch (type) {
    case 'object':
      return sampleObject(schema);
    case 'array':
      return sampleList(schema, name);
    case 'string':
      return sampleText(schema, name);
    case 'integer':
    case 'number':
      return typeof schema.minimum === 'number' ? schema.minimum : 1;
    case 'boolean':
      return false;
    default:
      return null;
  }
}

/** What is stated, rather than that nothing is. */
function sampleOption(options: readonly JsonValue[], name: string): JsonValue {
  const stated = options.find(option => isJsonObject(option) && option.type !== 'null');
  return stated === undefined ? null : sampleValue(stated, name);
}

function sampleObject({ properties, required }: JsonObject): JsonObject {
  const owed: readonly JsonValue[] = Array.isArray(required) ? required : [];
  const members = isJsonObject(properties) ? Object.entries(properties) : [];
  return Object.fromEntries(
    members
      .filter(([name]) => owed.includes(name))
      .map(([name, member]) => [name, sampleValue(member, name)]),
  );
}

function sampleList({ items, minItems }: JsonObject, name: string): JsonValue {
  if (items === undefined) return [];
  const count = typeof minItems === 'number' ? Math.max(minItems, 1) : 1;
  return Array.from({ length: count }, () => sampleValue(items, name));
}

function sampleText({ pattern, format, minLength, maxLength }: JsonObject, name: string): string {
  if (pattern === undefined && byName[name] !== undefined) return byName[name];
  const expected = new RegExp(typeof pattern === 'string' ? pattern : '', 'u');
  const found = candidates.find(
    text =>
      expected.test(text) &&
      hasFormat(text, format) &&
      text.length >= Number(minLength ?? 0) &&
      text.length <= Number(maxLength ?? Number.POSITIVE_INFINITY),
  );
  if (found === undefined) {
    throw new Error(`no example is known for ${name} (${pattern}): give its schema \`examples\``);
  }
  return found;
}

function hasFormat(text: string, format: JsonValue | undefined): boolean {
  switch (format) {
    case 'date-time':
      return /T.*Z$/.test(text);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text);
    case 'uuid':
      return text === uuid;
    default:
      return true;
  }
}
