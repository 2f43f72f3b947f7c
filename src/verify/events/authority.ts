import { FormatError, isUuid, parseTime, type SignedEvent } from '../../log/index.js';
import { officerOf } from './key-claims.js';
import type { Officers } from './officers.js';

const REGISTRAR = 'REG';
const OPERATOR = 'OPS';
const REVOCATION_REASONS = ['superseded', 'ceased', 'lost', 'compromised'];

/** An act with those who countersigned it, as they say who they are; whether they are is checked at their own leaves. */
interface SignedAct {
  readonly event: SignedEvent;
  readonly countersignatures: readonly SignedEvent[];
}

/**
 * The signer holds the role at this leaf. Whoever revokes a key of his own does so whatever his role. A grant is in
 * its form before it takes effect.
 * @throws {FormatError} `role`
 */
export function checkRole(event: SignedEvent, leaf: number, receivedAt: number, officers: Officers): void {
  const { officer, role } = event.actor;
  if (event.type === 'officer.role-granted') checkGrant(event);
  if (isRevokedByHolder(event)) return;
  if (!officers.holdsRole(officer, role, leaf, receivedAt)) {
    throw new FormatError('role', `${officer} does not hold the role ${role} at this leaf`);
  }
}

/**
 * Who may sign the events of log-format section 8 about officers, keys, roles and the log.
 * @throws {FormatError} `role`
 */
export function checkAuthority(act: SignedAct, officers: Officers): void {
  switch (act.event.type) {
    case 'officer.registered':
      requireTwoRegistrars(act);
      break;
    case 'officer.role-granted':
      requireTwoRegistrars(act);
      break;
    case 'officer.role-ended':
      requireTwoRegistrars(act);
      requireOwn(act.event.body.grant, name => officers.ownsGrant(name, officerOf(act.event.subject)));
      break;
    case 'officer.key-registered':
      requireRegistration(act);
      break;
    case 'officer.key-revoked':
      checkRevocation(act, officers);
      break;
    case 'log.anchored':
      requireRole(act.event, OPERATOR);
      break;
    case 'log.key-rotated':
      requireRole(act.event, OPERATOR);
      if (!isSecondedBy(act, ({ actor }) => actor.role === REGISTRAR)) {
        throw new FormatError('role', 'expected the countersignature of a registrar');
      }
      break;
  }
}

function requireRole({ actor }: SignedEvent, role: string): void {
  if (actor.role !== role) throw new FormatError('role', `expected the role ${role}, received ${actor.role}`);
}

function requireAboutAnother({ actor, subject }: SignedEvent): void {
  if (actor.officer === officerOf(subject))
    throw new FormatError('role', 'a registrar signs about somebody else');
}

function isSecondedBy(
  { event, countersignatures }: SignedAct,
  isGood: (signature: SignedEvent) => boolean,
): boolean {
  return countersignatures.some(
    signature => signature.actor.officer !== event.actor.officer && isGood(signature),
  );
}

function requireTwoRegistrars(act: SignedAct): void {
  requireRole(act.event, REGISTRAR);
  requireAboutAnother(act.event);
  if (!isSecondedBy(act, ({ actor }) => actor.role === REGISTRAR)) {
    throw new FormatError('role', 'expected the countersignature of another registrar');
  }
}

/** The officer himself, with a good key of his, may stand for the second registrar. */
function requireRegistration(act: SignedAct): void {
  requireRole(act.event, REGISTRAR);
  requireAboutAnother(act.event);
  const holder = officerOf(act.event.subject);
  if (!isSecondedBy(act, ({ actor }) => actor.role === REGISTRAR || actor.officer === holder)) {
    throw new FormatError(
      'role',
      'expected the countersignature of another registrar, or of the officer himself',
    );
  }
}

function isRevokedByHolder({ type, actor, subject, body }: SignedEvent): boolean {
  return (
    type === 'officer.key-revoked' && body.reason !== 'compromised' && actor.officer === officerOf(subject)
  );
}

function checkRevocation(act: SignedAct, officers: Officers): void {
  const { event } = act;
  const { kid, reason } = event.body;
  requireOwn(kid, name => officers.ownsKey(name, officerOf(event.subject)));
  if (typeof reason !== 'string' || !REVOCATION_REASONS.includes(reason)) {
    throw new FormatError('role', `expected the reason ${REVOCATION_REASONS.join(' or ')}`);
  }
  if (reason === 'compromised') requireTwoRegistrars(act);
  else if (!isRevokedByHolder(event)) requireRole(event, REGISTRAR);
}

function requireOwn(name: unknown, isOwn: (name: string) => boolean): void {
  if (typeof name !== 'string' || !isOwn(name)) {
    throw new FormatError('role', 'the key or grant named is not one of this officer');
  }
}

function checkGrant({ body: { grant, role, from, until } }: SignedEvent): void {
  if (typeof grant !== 'string' || !isUuid(grant) || typeof role !== 'string' || typeof from !== 'string') {
    throw new FormatError('role', 'a grant is not in its form');
  }
  const begin = parseTime(from, 'role');
  if (until === null) return;
  if (typeof until !== 'string' || parseTime(until, 'role') <= begin) {
    throw new FormatError('role', 'expected until to be later than from, or null');
  }
}
