import type { SignedEvent } from './event.js';

const COUNTERSIGNED = '.countersigned';
const BODY_MEMBERS = 'as,eventId';

/** `<kind>.countersigned` (log-format section 10). */
export function isCountersignature(event: SignedEvent): boolean {
  return event.type.endsWith(COUNTERSIGNED);
}

function hasBodyOf(act: SignedEvent, { body }: SignedEvent): boolean {
  const { as } = body;
  return (
    Object.keys(body).sort().join() === BODY_MEMBERS &&
    body.eventId === act.eventId &&
    typeof as === 'string' &&
    as !== ''
  );
}

/**
 * What keeps `signature` from being the next countersignature of an act (log-format section 10). Whether officer
 * and key are good at the leaf of the act is for the rules.
 * @param signed the act and its countersignatures so far, in order
 */
export function findCountersignatureFault(
  signature: SignedEvent,
  signed: readonly [act: SignedEvent, ...earlier: SignedEvent[]],
): string | undefined {
  const [act] = signed;
  const before = signed.at(-1) ?? act;
  if (signature.subject !== act.subject)
    return `expected a countersignature in the history of ${act.subject}`;
  if (signature.seq !== before.seq + 1 || signature.prev !== before.eventId) {
    return 'expected a countersignature directly after what it follows in the history';
  }
  if (!hasBodyOf(act, signature)) return `expected the body {"eventId": "${act.eventId}", "as": capacity}`;
  if (signature.refs.length !== 1 || signature.refs[0] !== act.eventId)
    return 'expected refs to be the act alone';
  for (const other of signed) {
    if (signature.actor.officer === other.actor.officer) return 'the same officer signs twice';
    if (signature.kid === other.kid) return 'the same key signs twice';
  }
  return undefined;
}
