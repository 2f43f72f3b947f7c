import type { JsonObject } from './json.js';

/** Signature algorithms an officer's key may use (log-format section 1). */
export type Algorithm = 'ES256' | 'ES384' | 'Ed25519';

/** Who signs, and in which capacity. */
export interface Actor {
  readonly officer: string;
  readonly role: string;
}

/** The payload of an event, exactly these members (log-format section 1). */
export interface EventPayload {
  readonly v: 1;
  readonly log: string;
  readonly subject: string;
  readonly seq: number;
  readonly prev: string | null;
  readonly type: string;
  readonly form: number;
  readonly actor: Actor;
  readonly at: string;
  readonly nonce: string;
  readonly refs: readonly string[];
  readonly body: JsonObject;
}

/**
 * An event that was read: signature, canonical form and members are checked. The string in `jws` is the
 * one received and is never rebuilt. Whether the officer may do what it says is not known here.
 */
export interface SignedEvent extends EventPayload {
  readonly jws: string;
  readonly eventId: string;
  readonly kid: string;
  readonly alg: Algorithm;
}
