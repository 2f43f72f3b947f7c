import {
  FormatError,
  isJsonObject,
  isUuid,
  type JsonValue,
  logOrigin,
  type PublicKey,
  parsePublicJwk,
  type SignedEvent,
  splitJws,
  utf8Text,
  verifyProofOfPossession,
} from '../../log/index.js';

export interface NamedFounder {
  readonly officer: string;
  readonly key: PublicKey;
  readonly pop: string;
}

const MEMBERS = 'jwk,officer,pop';

function readFounder(value: JsonValue): NamedFounder {
  if (!isJsonObject(value) || Object.keys(value).sort().join() !== MEMBERS) {
    throw new FormatError('key', `expected founders with the members ${MEMBERS}`);
  }
  const { officer, jwk, pop } = value;
  if (typeof officer !== 'string' || !isUuid(officer) || typeof pop !== 'string') {
    throw new FormatError('key', 'a founder is not in its form');
  }
  return { officer, key: parsePublicJwk(jwk), pop };
}

/**
 * The founders that leaf 0 names: whoever signs it is one of them, so they are read before its signature is checked,
 * and before anything else of it.
 * @throws {FormatError} `jws`; `key`, also where it names none
 */
export function readFounders(jws: string): readonly NamedFounder[] {
  const payload = readUnchecked(splitJws(jws, 'custody-event+jws').payloadBytes);
  const body = isJsonObject(payload) && payload.type === 'log.opened' ? payload.body : undefined;
  const founders = isJsonObject(body) ? body.founders : undefined;
  if (!Array.isArray(founders)) throw new FormatError('key', 'leaf 0 names no founders');
  const values: readonly JsonValue[] = founders;
  return values.map(readFounder);
}

function readUnchecked(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8Text(bytes));
  } catch (cause) {
    throw new FormatError('key', 'leaf 0 names no founders: its payload is not JSON', { cause });
  }
}

/**
 * The founders are those whom the origin promises: the policy was handed over apart, and names the origin
 * (log-format section 5).
 * @throws {FormatError} `key`
 */
export async function checkFounders(event: SignedEvent, founders: readonly NamedFounder[]): Promise<void> {
  const named = founders.map(({ officer, key }) => ({ officer, jwk: key.jwk }));
  const [name = ''] = event.log.split('/', 1);
  if (logOrigin(name, named, event.subject) !== event.log) {
    throw new FormatError('key', `${event.log} is not the origin of a log opened by these founders`);
  }
  for (const { officer, key, pop } of founders) {
    await verifyProofOfPossession(pop, { log: event.log, officer }, key);
  }
}

/**
 * Two founders or more, of different officers and keys; signed by the first, countersigned by all others at the
 * leaves after it (log-format section 8).
 * @throws {FormatError} `role`
 */
export function checkFoundingAct(
  event: SignedEvent,
  countersignatures: readonly SignedEvent[],
  founders: readonly NamedFounder[],
): void {
  const officers = new Set(founders.map(({ officer }) => officer));
  const keys = new Set(founders.map(({ key }) => key.kid));
  if (founders.length < 2 || officers.size < founders.length || keys.size < founders.length) {
    throw new FormatError('role', 'expected two founders or more, different officers with different keys');
  }
  if (event.seq !== 1) throw new FormatError('role', 'log.opened begins the history of the log');
  if (event.actor.officer !== founders[0]?.officer) {
    throw new FormatError('role', 'log.opened is signed by its first founder');
  }
  const signed = new Set(countersignatures.map(({ actor }) => actor.officer));
  const missing = founders.slice(1).find(({ officer }) => !signed.has(officer));
  if (missing !== undefined || countersignatures.length !== founders.length - 1) {
    throw new FormatError('role', 'expected the countersignature of every other founder, and of nobody else');
  }
}
