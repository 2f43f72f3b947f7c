import {
  FormatError,
  parsePublicJwk,
  parseVerifierKey,
  type SignedEvent,
  verifyProofOfPossession,
} from '../../log/index.js';
import type { Officers } from './officers.js';

/**
 * What an event brings in that may stand in a log only once, or must be proven by its holder: keys and the names of
 * grants (log-format section 8, Keys).
 * @throws {FormatError} `key`
 */
export async function checkKeyClaims(event: SignedEvent, officers: Officers): Promise<void> {
  const { type, body, subject, log } = event;
  if (type === 'officer.key-registered') {
    const key = parsePublicJwk(body.jwk);
    officers.requireNewKey(key);
    if (typeof body.pop !== 'string') throw new FormatError('key', 'expected a proof of possession');
    await verifyProofOfPossession(body.pop, { log, officer: officerOf(subject) }, key);
  } else if (type === 'officer.role-granted') {
    if (typeof body.grant !== 'string') throw new FormatError('key', 'expected the grant to have a name');
    officers.requireNewGrant(body.grant);
  } else if (type === 'log.opened' || type === 'log.key-rotated') {
    if (typeof body.logKey !== 'string') throw new FormatError('key', 'expected the key of the log');
    const key = parseVerifierKey(body.logKey, 'key');
    if (key.name !== log || key.type !== 'note')
      throw new FormatError('key', 'the key is not one of this log');
  } else if (type === 'officer.key-revoked') {
    checkCompromise(event, officers);
  }
}

/** `compromisedSince` is a leaf index above the key's registration, and is there with `compromised` only. */
function checkCompromise({ body }: SignedEvent, officers: Officers): void {
  const { kid, reason, compromisedSince } = body;
  if (reason !== 'compromised') {
    if (compromisedSince === undefined) return;
    throw new FormatError('key', 'compromisedSince stands with the reason compromised only');
  }
  const registered = typeof kid === 'string' ? officers.registrationOf(kid) : -1;
  if (typeof compromisedSince !== 'number' || compromisedSince <= registered) {
    throw new FormatError('key', `expected compromisedSince above the key's registration at ${registered}`);
  }
}

/** The officer that a subject `officer/<UUID>` is about. */
export function officerOf(subject: string): string {
  return subject.slice(subject.indexOf('/') + 1);
}
