import {
  collectDigests,
  decodeLeaf,
  disclosureDigest,
  equalBytes,
  FormatError,
  hashJws,
  leafHash,
  NO_PREVIOUS_LEAF,
  orNothing,
  type PublicKey,
  peekEvent,
  readDisclosure,
  readEvent,
  type SignedEvent,
  subjectTag,
} from '../../log/index.js';
import type { FsckCheck } from './difference.js';

/** An event as it is stored, with all that its own check needs. Can be handed to another thread. */
export interface StoredEvent {
  readonly index: number;
  readonly eventId: string;
  readonly subject: string;
  readonly seq: number;
  readonly type: string;
  readonly form: number;
  readonly officer: string;
  readonly jws: string;
  /** 145 bytes. */
  readonly leaf: Uint8Array;
  readonly receivedAt: number;
  /** Time received of the event before it in the log; null for leaf 0, or where that event is missing. */
  readonly receivedBefore: number | null;
  /** Of the subject; null where that has no row. */
  readonly salt: Uint8Array | null;
  /** The event with `seq - 1` of the same subject; null where there is none. */
  readonly previous: {
    readonly index: number;
    readonly eventId: string;
    readonly leaf: Uint8Array;
  } | null;
  readonly disclosures: readonly { readonly digest: string; readonly disclosure: string }[];
}

/** A key that the log registers, whose it is, and at which leaf. */
export interface RegisteredKey {
  readonly key: PublicKey;
  readonly officer: string;
  readonly index: number;
}

export interface EventFindings {
  readonly index: number;
  readonly eventId: string;
  readonly findings: readonly { readonly check: FsckCheck; readonly detail: string }[];
  /** Digests of withheld claims without their disclosure: erased by an event, or lost. */
  readonly undisclosed: readonly string[];
}

/** What every event is checked with. */
export interface EventGround {
  readonly origin: string;
  readonly keys: ReadonlyMap<string, RegisteredKey>;
}

/**
 * Everything about one stored event that needs nothing but itself and the one before it (log-format sections 1 to 4):
 * bytes, signature, key, columns, leaf, chain, disclosures. All that is wrong is found, not the first thing only.
 */
export async function checkEvent(stored: StoredEvent, ground: EventGround): Promise<EventFindings> {
  const found = new Findings();
  const event = await readStored(stored, ground, found);
  if (event !== null) {
    checkColumns(stored, event, ground, found);
    checkKeyHolder(stored, event, ground, found);
    checkPrev(stored, event, found);
  }
  checkLeafOf(stored, found);
  const undisclosed = event === null ? [] : checkDisclosures(stored, event, found);
  return { index: stored.index, eventId: stored.eventId, findings: found.list, undisclosed };
}

class Findings {
  readonly list: { check: FsckCheck; detail: string }[] = [];

  add(check: FsckCheck, detail: string): void {
    this.list.push({ check, detail });
  }

  addFormat(error: unknown): void {
    if (!(error instanceof FormatError)) throw error;
    this.add(fsckCheckOf(error.check), error.message);
  }

  /** Runs what may throw a FormatError, and keeps that. */
  try<Result>(work: () => Result): Result | null {
    try {
      return work();
    } catch (error) {
      this.addFormat(error);
      return null;
    }
  }
}

const formatChecks: readonly FsckCheck[] = ['jws', 'jcs', 'key', 'disclosure', 'leaf', 'checkpoint'];

function fsckCheckOf(check: string): FsckCheck {
  return formatChecks.find(known => known === check) ?? 'event';
}

/** The event as its bytes say it; where only key or signature are bad, the rest is checked all the same. */
async function readStored(
  { jws }: StoredEvent,
  { keys }: EventGround,
  found: Findings,
): Promise<SignedEvent | null> {
  try {
    return await readEvent(jws, kid => keys.get(kid)?.key);
  } catch (error) {
    found.addFormat(error);
    // Where the bytes themselves are broken, that was found above.
    return orNothing(() => peekEvent(jws));
  }
}

function checkColumns(
  stored: StoredEvent,
  event: SignedEvent,
  { origin }: EventGround,
  found: Findings,
): void {
  const columns = ['eventId', 'subject', 'seq', 'type', 'form'] as const;
  for (const column of columns) {
    if (stored[column] !== event[column]) found.add('event', `${column} is not what the event says`);
  }
  if (stored.officer !== event.actor.officer) found.add('event', 'officer is not who signed');
  if (event.log !== origin) found.add('event', `the event is of the log ${event.log}`);
}

/** Whether the key was registered before, to who signs. Whether it was revoked is a question of the rules. */
function checkKeyHolder(
  { index }: StoredEvent,
  event: SignedEvent,
  { keys }: EventGround,
  found: Findings,
): void {
  const registered = keys.get(event.kid);
  if (registered === undefined) return;
  if (registered.officer !== event.actor.officer) found.add('key', `the key is one of ${registered.officer}`);
  // The founders' keys stand in leaf 0, which one of them signs.
  if (index > 0 && registered.index >= index) found.add('key', 'the key is registered later');
}

function checkPrev({ previous, index }: StoredEvent, event: SignedEvent, found: Findings): void {
  if (event.seq === 1) {
    if (event.prev !== null) found.add('prev', 'the first event of a subject follows none');
    return;
  }
  if (previous === null) found.add('sequence', `event ${event.seq - 1} of ${event.subject} is not stored`);
  else if (previous.index >= index) found.add('sequence', 'the event before it stands behind it');
  else if (previous.eventId !== event.prev) found.add('prev', 'it follows another event than the one stored');
}

function checkLeafOf(stored: StoredEvent, found: Findings): void {
  const leaf = found.try(() => decodeLeaf(stored.leaf));
  if (leaf === null) return;
  const { salt, subject, seq, jws, previous } = stored;
  if (salt === null) found.add('leaf', `${subject} has no salt`);
  else if (!equalBytes(leaf.subjectTag, subjectTag(salt, subject)))
    found.add('leaf', 'the subject tag is another');
  if (leaf.seq !== seq) found.add('leaf', `it says seq ${leaf.seq}`);
  if (!equalBytes(leaf.jwsHash, hashJws(jws))) found.add('leaf', 'it is the leaf of other bytes');
  if (leaf.receivedAt !== stored.receivedAt) found.add('leaf', 'the time received is not that of its row');
  if (stored.receivedBefore !== null && stored.receivedBefore > leaf.receivedAt) {
    found.add('leaf', 'it was received before the leaf before it');
  }
  const expected = previous === null ? NO_PREVIOUS_LEAF : leafHash(previous.leaf);
  if ((previous !== null || seq === 1) && !equalBytes(leaf.prevLeaf, expected)) {
    found.add('prev-leaf', 'it follows another leaf than the one stored');
  }
}

/** @returns digests in the event that have no disclosure */
function checkDisclosures(stored: StoredEvent, event: SignedEvent, found: Findings): readonly string[] {
  const places = found.try(() => collectDigests(event.body)) ?? [];
  const digests = new Set(places.map(({ digest }) => digest));
  const disclosed = new Set<string>();
  for (const { digest, disclosure } of stored.disclosures) {
    const good = found.try(() => readDisclosure(disclosure)) !== null;
    if (!digests.has(digest)) found.add('disclosure', `the event withholds nothing under ${digest}`);
    else if (disclosureDigest(disclosure) !== digest)
      found.add('disclosure', `not what stands behind ${digest}`);
    else if (good) disclosed.add(digest);
  }
  const kept = new Set(stored.disclosures.map(({ digest }) => digest));
  return [...digests].filter(digest => !kept.has(digest) && !disclosed.has(digest));
}
