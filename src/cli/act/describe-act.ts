import { type BatchEvent, type BatchFile, eventIdsOf } from '../../client/index.js';
import { eventRule } from '../../custody/catalogue.js';
import { countersignedBody } from '../../custody/common/countersigned-body.js';
import { evidenceNumber } from '../../custody/evidence/number.js';
import { alternativeOf, asSchema, type SchemaNode } from '../../custody/schema/alternative.js';
import { spokenLabel } from '../../custody/schema/spoken-label.js';
import { subjectNamed } from '../../custody/schema/subject-named.js';
import { isWithheld } from '../../custody/schema/withheld.js';
import type { Language } from '../../custody/text.js';
import { wordsOfCode } from '../../custody/vocabulary/every-vocabulary.js';
import { subCategoryWords } from '../../custody/vocabulary/materiel.js';
import { capacityTold, roleTold } from '../../custody/vocabulary/told.js';
import { disclosedValues, isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { printableLine } from '../printable.js';

/**
 * The acts of a batch in words: what one puts one's name to. Nothing of a body is left out.
 * @param names what people call the subjects in it, by `<kind>/<UUID>`
 */
export function describeBatch(
  batch: BatchFile,
  language: Language,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const ids = eventIdsOf(batch);
  return batch.events.flatMap((event, position) => [
    ...(position === 0 ? [] : ['']),
    ...describeEvent(event, language, names),
    `  ${language === 'fr' ? 'Empreinte' : 'Event'}: ${ids[position]}`,
  ]);
}

/** One event: title, subject, who signs, and every field with its label. */
function describeEvent(
  event: BatchEvent,
  language: Language,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const { payload, jws, disclosures } = event;
  const french = language === 'fr';
  const { officer, role } = payload.actor;
  const signed = jws === null ? (french ? 'à signer' : 'to be signed') : french ? 'signé' : 'signed';
  const disclosed = disclosedValues(disclosures);
  const rule = eventRule(payload.type, payload.form);
  const signsAs = roleTold(role)[language];
  const signer = `officer/${officer}`;
  // Where no more is known of him than the role that he signs in, it stands there already.
  const who = names.get(signer) === signsAs ? `(${signer})` : nameSubject(signer, names);
  return [
    `${titleOf(payload, language)} — ${nameSubject(payload.subject, names)} #${payload.seq}`,
    `  ${signsAs} ${who}, ${payload.at}: ${signed}`,
    ...payload.refs.map(ref => `  ${french ? "S'appuie sur" : 'Relies on'}: ${ref}`),
    ...describeBody(rule?.body ?? countersignedBody, payload.body, { language, disclosed, names }),
  ];
}

export interface Told {
  readonly language: Language;
  /** Disclosed values by digest. */
  readonly disclosed: ReadonlyMap<string, JsonValue>;
  /** What people call the subjects that it names, by `<kind>/<UUID>`. */
  readonly names: ReadonlyMap<string, string>;
}

/** Every field of a body with its label, one a line, in the order of the form. */
export function describeBody(schema: object, body: JsonObject, told: Told): readonly string[] {
  return describeMembers(schema as SchemaNode, body, told, '  ');
}

const noNames: ReadonlyMap<string, string> = new Map();

/** `<kind>/<UUID>` with what people call it: of an item the number that is printed on it. */
export function nameSubject(subject: string, names = noNames): string {
  const name = subject.startsWith('evidence/')
    ? evidenceNumber(subject.slice('evidence/'.length))
    : names.get(subject);
  return name === undefined ? subject : `${printableLine(name)} (${subject})`;
}

function titleOf({ type, form, body }: BatchEvent['payload'], language: Language): string {
  if (type.endsWith('.countersigned')) {
    const as = capacityTold(String(body.as))[language];
    return language === 'fr' ? `Contreseing : ${as}` : `Countersigned as ${as}`;
  }
  return eventRule(type, form)?.title[language] ?? type;
}

function describeMembers(
  schema: SchemaNode,
  body: JsonObject,
  told: Told,
  indent: string,
): readonly string[] {
  const { properties } = schema as { readonly properties?: Readonly<Record<string, SchemaNode>> };
  const order = Object.keys(properties ?? {});
  const names = [
    ...order.filter(name => Object.hasOwn(body, name)),
    ...Object.keys(body).filter(name => !order.includes(name)),
  ];
  return names.flatMap(name => {
    const node = properties?.[name] ?? {};
    const { label, whenEmpty } = spokenLabel(node, printableLine(name));
    const value = body[name] ?? null;
    const words = label[told.language];
    if (isEmpty(value)) return [`${indent}${words}: ${whenEmpty?.[told.language] ?? '–'}`];
    return (
      subCategoryLine(name, body, words, told, indent) ?? describeValue(node, value, words, told, indent)
    );
  });
}

/** A sub-category is named by its category too: `OTHER` alone says nothing. */
function subCategoryLine(
  name: string,
  { category = null, [name]: value = null }: JsonObject,
  label: string,
  { language }: Told,
  indent: string,
): readonly string[] | undefined {
  if (name !== 'subCategory' || !isJsonObject(category) || !isJsonObject(value)) return undefined;
  const words = subCategoryWords(String(category.code), String(value.code));
  if (words === undefined) return undefined;
  return [`${indent}${label}: ${words[language]} [${value.code}]${textBeside(value)}`];
}

/** What stands beside a code in somebody's own words. */
function textBeside({ text = null }: JsonObject): string {
  return typeof text === 'string' ? ` (${printableLine(text)})` : '';
}

function describeValue(
  node: SchemaNode,
  value: JsonValue,
  label: string,
  told: Told,
  indent: string,
): readonly string[] {
  const line = (text: string) => [`${indent}${label}: ${text}`];
  if (isEmpty(value)) return line('–');
  const schema = alternativeOf(node, value);
  if (isWithheld(value)) return describeWithheld(schema, value._sd, label, told, indent);
  if (Array.isArray(value)) return describeList(schema, value, label, told, indent);
  if (!isJsonObject(value)) return line(plain(schema, value, told));
  const short = shortForm(schema, value, told);
  if (short !== undefined) return line(short);
  return [`${indent}${label}:`, ...describeMembers(schema, value, told, `${indent}  `)];
}

function isEmpty(value: JsonValue): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function describeList(
  schema: SchemaNode,
  values: readonly JsonValue[],
  label: string,
  told: Told,
  indent: string,
): readonly string[] {
  const items = asSchema(schema.items);
  return values.flatMap((value, position) =>
    describeValue(items, value, `${label} ${position + 1}/${values.length}`, told, indent),
  );
}

function describeWithheld(
  schema: SchemaNode,
  digest: string,
  label: string,
  told: Told,
  indent: string,
): readonly string[] {
  const value = told.disclosed.get(digest);
  const kept = told.language === 'fr' ? 'réservé' : 'withheld';
  if (value === undefined) return [`${indent}${label}: (${kept})`];
  return describeValue(asSchema(schema['x-withheld']), value, `${label} (${kept})`, told, indent);
}

/** A choice from a vocabulary, or a file, fits on one line. */
function shortForm(schema: SchemaNode, value: JsonObject, told: Told): string | undefined {
  if (schema['x-coded'] === true) {
    const { code } = asSchema(schema.properties);
    return `${plain(asSchema(code), value.code ?? null, told)}${textBeside(value)}`;
  }
  const { sha256, size, mediaType } = value;
  return Object.keys(value).length === 3 && typeof sha256 === 'string' && mediaType !== undefined
    ? `${printableLine(String(mediaType))}, ${size} B, SHA-256 ${sha256}`
    : undefined;
}

function plain(schema: SchemaNode, value: JsonValue, { language, names }: Told): string {
  if (value === true) return language === 'fr' ? 'oui' : 'yes';
  if (value === false) return language === 'fr' ? 'non' : 'no';
  const subject = subjectNamed(schema, value);
  if (subject !== null) return nameSubject(subject, names);
  const code = printableLine(String(value));
  const words = Array.isArray(schema.enum) ? wordsOfCode(schema.enum.map(String), code) : undefined;
  return words === undefined ? code : `${words[language]} [${code}]`;
}
