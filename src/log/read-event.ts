import { FormatError } from './error.js';
import type { Algorithm, EventPayload, SignedEvent } from './event.js';
import { readEventPayload } from './event-payload.js';
import { parseCanonical } from './jcs.js';
import type { JsonObject } from './json.js';
import { jwsSigningInput, type SplitJws, signJws, splitJws, verifyJws } from './jws.js';
import type { PublicKey } from './key.js';
import type { Signer } from './signer.js';

const EVENT_TYPE = 'custody-event+jws';

/** Looks an officer's key up by its thumbprint; `undefined` where nobody registered it. */
export type FindKey = (kid: string) => PublicKey | undefined | Promise<PublicKey | undefined>;

/** An event whose signature nobody checked: good for looking up its subject, its key and what it refers to. */
export interface UnverifiedEvent extends EventPayload {
  readonly jws: string;
  readonly eventId: string;
  readonly kid: string;
  readonly alg: Algorithm;
  readonly verified: false;
}

function combine(jws: string, { header, eventId }: SplitJws, payload: EventPayload): SignedEvent {
  return { ...payload, jws, eventId, kid: header.kid, alg: header.alg };
}

/**
 * Reads an event in the order of log-format section 1: split and decode, find the key, check the signature over
 * the bytes received, and only then the canonical form and the members.
 * @throws {FormatError} `jws`, `key` (unknown `kid`: no arithmetic is done for it) or `jcs`
 */
export async function readEvent(jws: string, findKey: FindKey): Promise<SignedEvent> {
  const split = splitJws(jws, EVENT_TYPE);
  const key = await findKey(split.header.kid);
  if (key === undefined) throw new FormatError('key', `unknown kid ${split.header.kid}`);
  await verifyJws(split, key);
  return combine(jws, split, readEventPayload(parseCanonical(split.payloadBytes)));
}

/**
 * Decodes and parses without checking the signature. Nothing it returns may be acted on.
 * @throws {FormatError} `jws` or `jcs`
 */
export function peekEvent(jws: string): UnverifiedEvent {
  const split = splitJws(jws, EVENT_TYPE);
  const payload = readEventPayload(parseCanonical(split.payloadBytes));
  return { ...combine(jws, split, payload), verified: false };
}

/** The payload as JSON, every member once; refuses what would not read back. */
function toJson(payload: EventPayload): JsonObject {
  const { v, log, subject, seq, prev, type, form, actor, at, nonce, refs, body } = payload;
  const { officer, role } = actor;
  const json = { v, log, subject, seq, prev, type, form, actor: { officer, role }, at, nonce, refs, body };
  readEventPayload(json);
  return json;
}

/**
 * What an officer's key signs: known before it signs, and so is the `event_id` (`eventIdOf`).
 * @throws {FormatError} `jcs` or `jws`
 */
export function eventSigningInput(
  payload: EventPayload,
  key: { readonly alg: Algorithm; readonly kid: string },
): string {
  return jwsSigningInput(EVENT_TYPE, key, toJson(payload));
}

/** @throws {FormatError} `jcs` or `jws` */
export async function signEvent(payload: EventPayload, signer: Signer): Promise<SignedEvent> {
  const json = toJson(payload);
  const jws = await signJws(EVENT_TYPE, json, signer);
  return combine(jws, splitJws(jws, EVENT_TYPE), readEventPayload(json));
}
