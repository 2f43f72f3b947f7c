import type { PlainAct } from '../../client/index.js';
import type { AnyEventRule } from '../../custody/rule.js';
import { formatTime, isJsonObject, type JsonObject } from '../../log/index.js';
import { readJsonFile } from '../home.js';
import { UsageError } from '../usage-error.js';

/** When, where and under what reserve an act took place, as typed. */
export interface CircumstanceOptions {
  readonly at?: string;
  readonly precision: string;
  readonly zone: string;
  readonly place?: string;
  readonly site?: string;
  readonly late?: string;
  readonly override?: readonly string[];
}

/** The members every act has, where its form has them; a body from a file wins. */
export async function baseBody(
  rule: AnyEventRule,
  options: CircumstanceOptions & { readonly body?: string },
): Promise<JsonObject> {
  const stored = options.body === undefined ? {} : await readJsonFile(options.body);
  if (!isJsonObject(stored)) {
    throw new UsageError({
      en: `${options.body} holds no form: a JSON object is expected`,
      fr: `${options.body} ne contient pas de formulaire : un objet JSON est attendu`,
    });
  }
  const { properties } = rule.body as { readonly properties?: object };
  if (properties === undefined || !('occurred' in properties)) return stored;
  return { ...circumstancesOf(options), ...stored };
}

export function circumstancesOf(options: CircumstanceOptions): JsonObject {
  const at = options.at ?? formatTime(Date.now());
  return {
    occurred: { at, precision: options.precision, zone: options.zone, clockDoubt: null },
    place: { site: options.site ?? null, description: options.place ?? '-', position: null },
    lateEntry: options.late === undefined ? null : { reason: options.late },
    overrides: (options.override ?? []).map(readOverride),
  };
}

function readOverride(text: string): JsonObject {
  const [gate = '', officer = '', ...reason] = text.split(':');
  if (reason.length === 0) {
    throw new UsageError({
      en: `--override takes GATE:OFFICER:REASON, not ${text}`,
      fr: `--override prend VERROU:OFFICIER:RAISON, pas ${text}`,
    });
  }
  return { gate, officer, reason: reason.join(':') };
}

/** `FIELD=VALUE`, several times; a field may be given several values. */
export function givenFields(set: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const given = new Map<string, readonly string[]>();
  for (const text of set) {
    const at = text.indexOf('=');
    if (at < 1) {
      throw new UsageError({
        en: `--set takes FIELD=VALUE, not ${text}`,
        fr: `--set prend CHAMP=VALEUR, pas ${text}`,
      });
    }
    const path = text.slice(0, at);
    given.set(path, [...(given.get(path) ?? []), text.slice(at + 1)]);
  }
  return given;
}

/** A list of `{"subject": "evidence/…", …}`; when and where are those of the act. */
export async function readItems(
  path: string,
  rule: AnyEventRule,
  body: JsonObject,
): Promise<NonNullable<PlainAct['items']>> {
  const stored = await readJsonFile(path);
  const [type] = rule.itemTypes ?? [];
  if (type === undefined) {
    throw new UsageError({
      en: 'this act is not about items: leave --items out',
      fr: 'cet acte ne porte pas sur des pièces : retirez --items',
    });
  }
  if (!Array.isArray(stored) || !stored.every(isJsonObject)) {
    throw new UsageError({
      en: `${path} holds no list of items: a JSON list of objects is expected`,
      fr: `${path} ne contient pas de liste de pièces : une liste JSON d'objets est attendue`,
    });
  }
  const { occurred, place } = body;
  return stored.map(({ subject, type: own, ...item }) => ({
    subject: String(subject),
    type: typeof own === 'string' ? own : type,
    body: {
      ...(occurred === undefined ? {} : { occurred }),
      ...(place === undefined ? {} : { place }),
      ...item,
    },
  }));
}
