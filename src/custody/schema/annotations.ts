import type { JsonValue } from '../../log/index.js';
import { isJsonObject } from '../../log/index.js';
import type { TSchema } from './described.js';

/** One place of a body and the schema that governs it. */
interface Visit {
  readonly schema: Record<string, unknown>;
  readonly value: JsonValue;
  readonly pointer: string;
}

/** A subject that a body names. */
export interface NamedSubject {
  readonly kind: string;
  readonly id: string;
  readonly subject: string;
  /** JSON pointer inside the body. */
  readonly pointer: string;
}

/** Subjects named by fields annotated `x-subject`. The body has passed its schema. */
export function namedSubjects(schema: TSchema, body: JsonValue): readonly NamedSubject[] {
  const found: NamedSubject[] = [];
  walk(
    'x-subject',
    { schema: asRecord(schema), value: body, pointer: '' },
    ({ schema: { 'x-subject': kind }, value, pointer }) => {
      if (typeof kind === 'string' && typeof value === 'string') {
        found.push({ kind, id: value, subject: `${kind}/${value}`, pointer });
      }
    },
  );
  return found;
}

/** A place of a body that holds a digest instead of a value, and the schema of the value. */
export interface WithheldPlace {
  readonly pointer: string;
  readonly digest: string;
  readonly value: TSchema;
}

/** Places annotated `x-withheld` (log-format section 2). The body has passed its schema. */
export function withheldPlaces(schema: TSchema, body: JsonValue): readonly WithheldPlace[] {
  const found: WithheldPlace[] = [];
  walk(
    'x-withheld',
    { schema: asRecord(schema), value: body, pointer: '' },
    ({ schema: { 'x-withheld': inner }, value, pointer }) => {
      if (inner !== undefined && isJsonObject(value) && typeof value._sd === 'string') {
        found.push({ pointer, digest: value._sd, value: inner as TSchema });
      }
    },
  );
  return found;
}

/** Digests of the claims annotated `x-of-report`: they go along with a report that is released. */
export function digestsOfReport(schema: TSchema, body: JsonValue): readonly string[] {
  const found: string[] = [];
  walk(
    'x-of-report',
    { schema: asRecord(schema), value: body, pointer: '' },
    ({ schema: { 'x-of-report': ofReport }, value }) => {
      if (ofReport === true && isJsonObject(value) && typeof value._sd === 'string') found.push(value._sd);
    },
  );
  return found;
}

/** A choice from a vocabulary that stands in a body, with the words beside it. */
export interface CodedPlace {
  readonly pointer: string;
  readonly code: string;
  readonly text: string | null;
}

/** Places annotated `x-coded`: `{"code", "text"}`. The body has passed its schema. */
export function codedPlaces(schema: TSchema, body: JsonValue): readonly CodedPlace[] {
  const found: CodedPlace[] = [];
  walk(
    'x-coded',
    { schema: asRecord(schema), value: body, pointer: '' },
    ({ schema: { 'x-coded': coded }, value, pointer }) => {
      if (coded === true && isJsonObject(value) && typeof value.code === 'string') {
        const text = typeof value.text === 'string' ? value.text : null;
        found.push({ pointer, code: value.code, text });
      }
    },
  );
  return found;
}

/** Events that a body names and so relies on, by fields annotated `x-event`; a group's own event is not repeated. */
export function namedEvents(schema: TSchema, body: JsonValue): readonly string[] {
  const found = new Set<string>();
  walk(
    'x-event',
    { schema: asRecord(schema), value: body, pointer: '' },
    ({ schema: { 'x-event': named }, value, pointer }) => {
      if (named === true && typeof value === 'string' && pointer !== '/group') found.add(value);
    },
  );
  return [...found];
}

/** The words of the field a pointer leads to, for a message. */
export function describedAt(schema: TSchema, pointer: string): { readonly en: string; readonly fr: string } {
  let place = asRecord(schema);
  for (const step of pointer.split('/').slice(1)) place = stepInto(place, step);
  const [named] = [place, ...alternatives(place)].filter(option => typeof option.description === 'string');
  return { en: String(named?.description ?? ''), fr: String(named?.['x-fr'] ?? '') };
}

/** The forms a value may have at a place with a choice between several: by their members, null apart. */
export function formsAt(schema: TSchema, pointer: string): readonly string[] {
  let place = asRecord(schema);
  for (const step of pointer.split('/').slice(1)) place = stepInto(place, step);
  return alternatives(place)
    .filter(({ type, properties }) => type !== 'null' && properties !== undefined)
    .map(({ properties }) => `{${Object.keys(asRecord(properties)).join(', ')}}`);
}

/**
 * Whether what a pointer leads to is, lies inside, or holds a place annotated `x-withheld`: also where nothing is
 * withheld there now, since what is written instead could be what has to be withheld.
 */
export function mayBeWithheld(schema: TSchema, pointer: string): boolean {
  let place = asRecord(schema);
  for (const step of pointer.split('/').slice(1)) {
    if (isAnnotatedWithheld(place)) return true;
    place = stepInto(place, step);
  }
  return holdsWithheld(place);
}

function isAnnotatedWithheld(schema: Record<string, unknown>): boolean {
  return [schema, ...alternatives(schema)].some(option => option['x-withheld'] !== undefined);
}

function holdsWithheld(schema: Record<string, unknown>): boolean {
  if (isAnnotatedWithheld(schema)) return true;
  const members = [schema, ...alternatives(schema)].flatMap(({ properties, items }) => [
    ...Object.values(asRecord(properties)),
    ...(items === undefined ? [] : [items]),
  ]);
  return members.some(member => holdsWithheld(asRecord(member)));
}

/** What a schema, or one inside it, is annotated with: looked up once, since there are many bodies and few schemas. */
const annotationsOf = new WeakMap<object, ReadonlySet<string>>();

function annotationsIn(schema: Record<string, unknown>): ReadonlySet<string> {
  const known = annotationsOf.get(schema);
  if (known !== undefined) return known;
  const found = new Set(Object.keys(schema).filter(name => name.startsWith('x-')));
  const items = schema.items === undefined ? [] : [schema.items];
  const inside = [...alternatives(schema), ...items, ...Object.values(asRecord(schema.properties))];
  for (const part of inside) for (const name of annotationsIn(asRecord(part))) found.add(name);
  annotationsOf.set(schema, found);
  return found;
}

/** Visits what may bear the annotation: a part of a body whose schema has none of it inside is passed over. */
function walk(annotation: string, start: Visit, visit: (place: Visit) => void): void {
  const open = [start];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { schema, value, pointer } = place;
    if (!annotationsIn(schema).has(annotation)) continue;
    visit(place);
    for (const option of alternatives(schema)) open.push({ schema: option, value, pointer });
    if (Array.isArray(value)) {
      const items = asRecord(schema.items);
      for (const [index, item] of value.entries())
        open.push({ schema: items, value: item, pointer: `${pointer}/${index}` });
    } else if (isJsonObject(value)) {
      const properties = asRecord(schema.properties);
      for (const [name, member] of Object.entries(value)) {
        open.push({ schema: asRecord(properties[name]), value: member, pointer: `${pointer}/${name}` });
      }
    }
  }
}

function stepInto(schema: Record<string, unknown>, step: string): Record<string, unknown> {
  for (const option of [schema, ...alternatives(schema)]) {
    const properties = asRecord(option.properties);
    if (Object.hasOwn(properties, step)) return asRecord(properties[step]);
    if (option.items !== undefined && /^\d+$/.test(step)) return asRecord(option.items);
  }
  return {};
}

function alternatives(schema: Record<string, unknown>): readonly Record<string, unknown>[] {
  const options = schema.anyOf;
  return Array.isArray(options) ? options.map(asRecord) : [];
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
