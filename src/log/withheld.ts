import { DIGEST_MEMBER, disclosureDigest, readDigest, readDisclosure } from './disclosure.js';
import { FormatError } from './error.js';
import { isJsonObject, type JsonObject, type JsonValue } from './json.js';

/** The place of a withheld claim in a body. */
export interface WithheldPlace {
  /** RFC 6901, from the body. */
  readonly pointer: string;
  readonly digest: string;
}

/** A member's name as a token of a JSON pointer (RFC 6901 section 3). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function walk(value: JsonValue, pointer: string, places: WithheldPlace[]): void {
  const digest = readDigest(value);
  if (digest !== undefined) {
    places.push({ pointer, digest });
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value))
      walk(member, `${pointer}/${escapePointer(name)}`, places);
  }
}

/**
 * Every place in `body` where a claim is withheld, in the order of its members (log-format section 2).
 * @throws {FormatError} `disclosure` where the body itself is one, where `_sd` stands beside other members, or
 * where one digest stands at two places
 */
export function collectDigests(body: JsonObject): readonly WithheldPlace[] {
  if (Object.hasOwn(body, DIGEST_MEMBER)) {
    throw new FormatError('disclosure', 'the body as a whole cannot be withheld');
  }
  const places: WithheldPlace[] = [];
  walk(body, '', places);
  if (new Set(places.map(({ digest }) => digest)).size !== places.length) {
    throw new FormatError('disclosure', 'one digest at two places');
  }
  return places;
}

function reveal(value: JsonValue, claims: ReadonlyMap<string, JsonValue>): JsonValue {
  const digest = readDigest(value);
  if (digest !== undefined) {
    const claim = claims.get(digest);
    return claim === undefined ? value : claim;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isJsonObject(value)) return revealMembers(value, claims);
  return value.map(item => reveal(item, claims));
}

/** Object.fromEntries defines members, so that one called `__proto__` stays a member. */
function revealMembers(value: JsonObject, claims: ReadonlyMap<string, JsonValue>): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, reveal(member, claims)]));
}

/**
 * The body with the disclosed claims put in their places; those not disclosed stay `{"_sd": digest}`.
 * @param complete a disclosure is required for every digest (an event on submission)
 * @throws {FormatError} `disclosure`, also for a disclosure that belongs nowhere or stands there twice
 */
export function revealBody(
  body: JsonObject,
  disclosures: readonly string[],
  { complete }: { readonly complete: boolean },
): JsonObject {
  const digests = new Set(collectDigests(body).map(place => place.digest));
  const claims = new Map<string, JsonValue>();
  for (const disclosure of disclosures) {
    const digest = disclosureDigest(disclosure);
    if (!digests.has(digest)) throw new FormatError('disclosure', `no place for the disclosure of ${digest}`);
    if (claims.has(digest)) throw new FormatError('disclosure', `two disclosures of ${digest}`);
    claims.set(digest, readDisclosure(disclosure).value);
  }
  if (complete && claims.size !== digests.size) {
    const missing = [...digests].filter(digest => !claims.has(digest));
    throw new FormatError('disclosure', `no disclosure for ${missing.join(', ')}`);
  }
  return revealMembers(body, claims);
}
