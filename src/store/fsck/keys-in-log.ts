import { type Kysely, sql } from 'kysely';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  orNothing,
  type PublicKey,
  parsePublicJwk,
  parseVerifierKey,
  peekEvent,
  type VerifierKey,
} from '../../log/index.js';
import type { Database } from '../schema/index.js';
import type { RegisteredKey } from './check-event.js';

/** The keys that the events of a log register, read from the events alone (log-format section 8). */
interface KeysInLog {
  /** Officers' keys by `kid`; of two registrations the first counts. */
  readonly officers: ReadonlyMap<string, RegisteredKey>;
  /** The log's own, one after the other. */
  readonly log: readonly VerifierKey[];
  /** Of these, the one in force for a tree: a rotation counts for every tree that holds its leaf (section 8). */
  inForce(size: number): VerifierKey | undefined;
}

/** Events that cannot be read register nothing: that they cannot be read is found where all events are checked. */
export async function readKeysInLog(db: Kysely<Database>): Promise<KeysInLog> {
  const officers = new Map<string, RegisteredKey>();
  const log: VerifierKey[] = [];
  const begins: number[] = [];
  const rows = await db
    .selectFrom('event')
    .select(['log_index', 'jws'])
    .where('type', 'in', ['log.opened', 'log.key-rotated', 'officer.key-registered'])
    .orderBy('log_index')
    .execute();
  for (const { log_index: index, jws } of rows) {
    const { subject = '', body = {} } = orNothing(() => peekEvent(jws)) ?? {};
    for (const { officer, key } of registrationsIn(subject, body)) {
      if (!officers.has(key.kid)) officers.set(key.kid, { key, officer, index });
    }
    const logKey = orNothing(() => parseVerifierKey(String(body.logKey ?? ''), 'key'));
    if (logKey === null) continue;
    log.push(logKey);
    begins.push(index);
  }
  return { officers, log, inForce: size => log[begins.filter(begin => begin < size).length - 1] };
}

/** Officers' keys that an event registers, and whose they are; what is no key registers nothing. */
export function registrationsIn(
  subject: string,
  body: JsonObject,
): readonly { readonly officer: string; readonly key: PublicKey }[] {
  const founders: readonly JsonValue[] = Array.isArray(body.founders) ? body.founders : [];
  const named = [
    ...founders.filter(isJsonObject).map(({ officer, jwk }) => ({ officer: String(officer), jwk })),
    ...(body.jwk === undefined ? [] : [{ officer: subject.slice('officer/'.length), jwk: body.jwk }]),
  ];
  return named.flatMap(({ officer, jwk }) => {
    const key = orNothing(() => parsePublicJwk(jwk));
    return key === null ? [] : [{ officer, key }];
  });
}

/** Withheld claims that an event of the log ordered to be erased (log-format section 2). */
export async function readErasures(db: Kysely<Database>): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ jws: string }>`
    select jws from event where type like '%.disclosure-erased'`.execute(db);
  const erased = new Map<string, Set<string>>();
  for (const { jws } of rows) {
    const { eventId, digest } = orNothing(() => peekEvent(jws))?.body ?? {};
    if (typeof eventId !== 'string' || typeof digest !== 'string') continue;
    erased.set(eventId, (erased.get(eventId) ?? new Set()).add(digest));
  }
  return erased;
}
