import { admitBody } from '../../custody/judge/admit-body.js';
import type { PlacedViolation } from '../../custody/violation.js';
import {
  disclosedValues,
  FormatError,
  isJsonObject,
  type JsonValue,
  type PublicKey,
  parsePublicJwk,
  peekEvent,
  readEvent,
  revealBody,
  type SignedEvent,
  splitSubmission,
  verifyProofOfPossession,
} from '../../log/index.js';
import type { BatchFault } from './outcome.js';

/** An event whose bytes, signature, form and disclosures are good; no place in the log yet. */
export interface PendingEvent {
  readonly event: SignedEvent;
  readonly disclosures: readonly string[];
}

export type ReadOutcome =
  | { readonly kind: 'read'; readonly events: readonly PendingEvent[] }
  | { readonly kind: 'malformed'; readonly faults: readonly BatchFault[] }
  | { readonly kind: 'refused'; readonly violations: readonly PlacedViolation[] };

/** Finds a registered key, revoked or not; `undefined` costs no arithmetic. */
export type FindRegisteredKey = (kid: string) => Promise<PublicKey | undefined>;

/**
 * Step 1 of the write path (design section 4), outside any lock: sizes, header, key, signature over the bytes
 * received, canonical form, body by type and form, disclosures, structure of acts. A batch that fails here
 * costs the others nothing. Input is hostile.
 */
export async function readBatch(
  submitted: readonly string[],
  origin: string,
  findKey: FindRegisteredKey,
): Promise<ReadOutcome> {
  let brought: ReadonlyMap<string, PublicKey> | undefined;
  const find = async (kid: string) => {
    const registered = await findKey(kid);
    if (registered !== undefined) return registered;
    // Only where a key is unknown: most batches bring none, and looking for some decodes every event twice.
    brought ??= keysBroughtBy(submitted);
    return brought.get(kid);
  };
  const results = await Promise.all(submitted.map((text, event) => readOne(text, event, origin, find)));
  const faults = results.flatMap(result => ('fault' in result ? [result.fault] : []));
  if (faults.length > 0) return { kind: 'malformed', faults };
  const events = results.flatMap(result => ('pending' in result ? [result.pending] : []));
  const violations = events.flatMap(({ event, disclosures }, position) =>
    admitBody(event, disclosedValues(disclosures)).map(violation => ({ ...violation, event: position })),
  );
  if (violations.length > 0) return { kind: 'refused', violations };
  return { kind: 'read', events };
}

async function readOne(
  text: string,
  position: number,
  origin: string,
  findKey: FindRegisteredKey,
): Promise<{ readonly pending: PendingEvent } | { readonly fault: BatchFault }> {
  try {
    const { jws, disclosures } = splitSubmission(text);
    const event = await readEvent(jws, findKey);
    if (event.log !== origin) throw new FormatError('jcs', `expected log ${origin}, received ${event.log}`);
    revealBody(event.body, disclosures, { complete: true });
    await checkProofsOfPossession(event);
    return { pending: { event, disclosures } };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { fault: { event: position, check: error.check, message: error.message } };
  }
}

/** Keys that an event of the batch registers may sign later events of it; the judge checks the order. */
function keysBroughtBy(submitted: readonly string[]): ReadonlyMap<string, PublicKey> {
  const keys = new Map<string, PublicKey>();
  for (const text of submitted) {
    for (const { key } of registrationsIn(text)) keys.set(key.kid, key);
  }
  return keys;
}

interface Registration {
  readonly officer: string;
  readonly key: PublicKey;
  readonly pop: string;
}

function registrationsIn(text: string): readonly Registration[] {
  try {
    const { type, subject, body } = peekEvent(splitSubmission(text).jws);
    return registrationsOf({ type, subject, body });
  } catch (error) {
    // What cannot be read here fails by name in `readOne`.
    if (error instanceof FormatError) return [];
    throw error;
  }
}

function registrationsOf({
  type,
  subject,
  body,
}: Pick<SignedEvent, 'type' | 'subject' | 'body'>): readonly Registration[] {
  if (type === 'officer.key-registered') return [registration(subject.slice('officer/'.length), body)];
  if (type !== 'log.opened') return [];
  const founders: JsonValue = body.founders ?? [];
  if (!Array.isArray(founders)) return [];
  return founders.filter(isJsonObject).map(founder => registration(String(founder.officer), founder));
}

function registration(officer: string, { jwk, pop }: { readonly [member: string]: JsonValue }): Registration {
  return { officer, key: parsePublicJwk(jwk), pop: String(pop) };
}

/** A key enters the log only with a proof that its holder has it (log-format section 8, *key*). */
async function checkProofsOfPossession(event: SignedEvent): Promise<void> {
  for (const { officer, key, pop } of registrationsOf(event)) {
    await verifyProofOfPossession(pop, { log: event.log, officer }, key);
  }
}
