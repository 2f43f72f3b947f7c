import t from 'tap';
import { catalogue, currentRule } from '../../src/custody/catalogue.js';
import { checkSchema } from '../../src/custody/judge/admit-body.js';
import type { TSchema } from '../../src/custody/schema/described.js';
import { kinds } from '../../src/custody/schema/identifiers.js';
import { SopDocument } from '../../src/custody/sop/document.js';
import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import { readSop, sopBytes } from '../../src/custody/sop/sop-bytes.js';

const events = catalogue.flatMap(({ events }) => events);
const itemTypes = new Set(events.flatMap(({ itemTypes = [] }) => itemTypes));

t.test(
  'SOP, acts: every act has its signatories, item events of a group have those of the group',
  async t => {
    for (const { type } of events)
      t.ok(
        Object.hasOwn(reconstruction.acts, type) || itemTypes.has(type),
        `${type} has an entry or a group`,
      );
    for (const type of Object.keys(reconstruction.acts)) t.ok(currentRule(type), `${type} is an act`);
  },
);

t.test('SOP, acts: every act has a signer, source and mark of confidence', async t => {
  for (const [type, { signers, source }] of Object.entries(reconstruction.acts)) {
    t.ok(signers.length > 0, type);
    t.ok(source, type);
  }
});

t.test(
  'domain.md (a), consequence 2: the SOP shipped follows its own schema, and is read back the same',
  async t => {
    t.same(checkSchema(SopDocument, reconstruction, ''), []);
    t.same(readSop(JSON.parse(new TextDecoder().decode(sopBytes(reconstruction)))), reconstruction);
    t.equal(readSop({ ...reconstruction, gates: {} }), undefined);
    t.equal(readSop('SOP'), undefined);
  },
);

t.test('log-format section 1: every kind has its rules; types carry the name of their kind', async t => {
  t.same(catalogue.map(({ kind }) => kind).toSorted(), kinds.toSorted(), 'each kind once');
  for (const { kind, events } of catalogue)
    for (const { type } of events) t.match(type, new RegExp(`^${kind}\\.[a-z-]+$`));
  const names = events.map(({ type, form }) => `${type}/${form}`);
  t.equal(new Set(names).size, names.length, 'each type and form once');
});

t.test('E55: every kind can be corrected, and what it withheld erased', async t => {
  for (const { kind } of catalogue.filter(({ kind }) => kind !== 'log'))
    for (const word of ['corrected', 'disclosure-erased']) t.ok(currentRule(`${kind}.${word}`), kind);
});

t.test('design section 6: titles and fields speak English and French', async t => {
  for (const { title, type, body } of [...events]) {
    t.not(title.fr, title.en, type);
    for (const { pointer, en, fr } of fieldsOf(body)) {
      t.match(en, capital, `${type} ${pointer}: words in English`);
      t.match(fr, capital, `${type} ${pointer}: words in French`);
    }
  }
});

t.test('design section 4: bodies refuse unknown members at every depth, and leave no member out', async t => {
  for (const { type, body } of events)
    for (const schema of objectsOf(body)) {
      t.equal(schema.additionalProperties, false, type);
      const optional = Object.keys(schema.properties).filter(name => !schema.required.includes(name));
      t.ok(optional.length === 0 || formatOwn.has(optional.join()), `${type}: ${optional.join()}`);
    }
});

/** Members that the log format itself leaves out (section 8): `y` of an Ed25519 key, `compromisedSince`. */
const formatOwn = new Set(['y', 'compromisedSince']);

interface ObjectSchema {
  readonly properties: Record<string, TSchema>;
  readonly required: readonly string[];
  readonly additionalProperties: unknown;
}

function objectsOf(schema: unknown): readonly ObjectSchema[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const inner = Object.values(schema).flatMap(objectsOf);
  return 'properties' in schema ? [{ required: [], ...schema } as unknown as ObjectSchema, ...inner] : inner;
}

/** A label begins as a sentence does: a form shows it as it stands, the name of the member where there is none. */
const capital = /^[\p{Lu}"«]/u;

interface Described {
  readonly description?: string;
  readonly 'x-fr'?: string;
  readonly properties?: Record<string, TSchema>;
  readonly items?: TSchema;
  readonly anyOf?: readonly TSchema[];
  readonly 'x-withheld'?: TSchema;
}

interface FieldWords {
  readonly pointer: string;
  readonly en: string;
  readonly fr: string;
}

/** Members at every depth: inside what may be null, inside lists, and inside claims that are withheld. */
function fieldsOf(schema: TSchema, at = ''): readonly FieldWords[] {
  const { properties = {}, items, anyOf = [], 'x-withheld': withheld } = schema as Described;
  const claim = withheld !== undefined;
  const members = Object.entries(claim ? {} : properties).flatMap(([name, member]) => [
    wordsOf(member, `${at}/${name}`),
    ...fieldsOf(member, `${at}/${name}`),
  ]);
  const inside = [...anyOf, ...(claim ? [withheld] : [])].flatMap(option => fieldsOf(option, at));
  return [...members, ...inside, ...(items === undefined ? [] : fieldsOf(items, `${at}/0`))];
}

function wordsOf(schema: TSchema, pointer: string): FieldWords {
  const { anyOf = [] } = schema as Described;
  const named = ([schema, ...anyOf] as readonly Described[]).find(option => option.description !== undefined);
  return { pointer, en: named?.description ?? '', fr: named?.['x-fr'] ?? '' };
}
