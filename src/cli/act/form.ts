import type { AnyEventRule } from '../../custody/rule.js';
import { isJsonObject, type JsonObject } from '../../log/index.js';
import { readJsonFile } from '../home.js';
import { UsageError } from '../usage-error.js';
import { readTypedTime, timeNow } from './typed-time.js';

/** When, where and under what reserve an act took place, as typed. */
export interface CircumstanceOptions {
  /** UTC, as much of it as is known. */
  readonly at?: string;
  /** Where it is not as precise as it was typed. */
  readonly precision?: string;
  readonly zone: string;
  readonly clockDoubt?: string;
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
  const { occurred, place } = stored;
  return {
    occurred: occurred ?? occurredOf(options),
    place: place ?? placeOf(options),
    ...reserveOf(options),
    ...stored,
  };
}

/** @throws UsageError where no place was named, or the time is none */
export function circumstancesOf(options: CircumstanceOptions): JsonObject {
  return { occurred: occurredOf(options), place: placeOf(options), ...reserveOf(options) };
}

function occurredOf({ at, precision, zone, clockDoubt }: CircumstanceOptions): JsonObject {
  const typed = at === undefined ? timeNow() : readTypedTime(at);
  if (typed === undefined) {
    throw new UsageError({
      en: `--at: expected UTC like 2021-04-02T08:00:00Z, or as much of it as is known (2021-04-02), not ${at}`,
      fr: `--at : attendu l'heure UTC comme 2021-04-02T08:00:00Z, ou ce qui en est connu (2021-04-02), pas ${at}`,
    });
  }
  return {
    at: typed.at,
    precision: precision ?? typed.precision,
    zone,
    clockDoubt: clockDoubt ?? null,
  };
}

/** Where it took place is stated by who was there: there is no place to fall back on. */
function placeOf({ place, site }: CircumstanceOptions): JsonObject {
  if (place === undefined) {
    throw new UsageError({
      en: '--place TEXT is needed: where the act took place, in words (--site UUID beside it where it is registered)',
      fr: "--place TEXTE est nécessaire : le lieu de l'acte, en clair (et --site UUID s'il est enregistré)",
    });
  }
  return { site: site ?? null, description: place, position: null };
}

function reserveOf({ late, override = [] }: CircumstanceOptions): JsonObject {
  return {
    lateEntry: late === undefined ? null : { reason: late },
    overrides: override.map(readOverride),
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
