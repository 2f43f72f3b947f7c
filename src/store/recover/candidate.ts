import {
  collectDigests,
  decodeLeaf,
  disclosureDigest,
  equalBytes,
  FormatError,
  hashJws,
  leafHash,
  type PublicKey,
  peekEvent,
  readDisclosure,
  readEvent,
  type SignedEvent,
  subjectTag,
} from '../../log/index.js';
import type { SequencedEvent } from '../appender/sequence.js';
import { registrationsIn } from '../fsck/keys-in-log.js';

/** An event at its place, as somebody still has it. Nothing of it is believed. */
export interface Candidate {
  readonly index: number;
  readonly leaf: Uint8Array;
  readonly jws: string;
  readonly disclosures: readonly string[];
  /** Of its subject; null where the source does not hold it. */
  readonly salt: Uint8Array | null;
}

/** A receipt that an officer was given (log-format section 7). */
export interface HeldReceipt {
  readonly index: number;
  /** C2SP tlog-proof with the leaf data. */
  readonly proof: string;
}

/** Somebody who may still have events that are missing here. */
export interface RecoverySource {
  /** As it was named by the operator. */
  readonly name: string;
  /** Signed notes of the log that it holds: how far the log had come when they were given out. */
  readonly notes: readonly string[];
  /** Receipts that it keeps: each is compared with the log that comes of it all. */
  readonly receipts: readonly HeldReceipt[];
  /** Its events with an index of `from` or more, each once, in any order. */
  candidates(from: number): AsyncIterable<Candidate>;
}

/** An event of a source that is not taken. */
export interface RejectedCandidate {
  readonly source: string;
  readonly index: number;
  readonly detail: string;
}

/** What was found at the places that are missing. */
export interface Gathered {
  /** Verified, in the order of their places. */
  readonly events: readonly SequencedEvent[];
  /** Salts of the subjects of `events` that the database does not know. */
  readonly salts: ReadonlyMap<string, Uint8Array>;
  readonly rejected: readonly RejectedCandidate[];
}

export interface GatherGround {
  readonly origin: string;
  readonly from: number;
  readonly to: number;
  /** Keys registered in the database. */
  readonly findKey: (kid: string) => Promise<PublicKey | undefined>;
  readonly saltOf: (subject: string) => Promise<Uint8Array | undefined>;
}

type Named = Candidate & { readonly source: string };

/**
 * The missing events from all sources together: each verified by itself (signature by a key that the log registers
 * before, leaf of these bytes, tag of its subject). Whether they are the right ones only the tree can tell.
 */
export async function gatherCandidates(
  sources: readonly RecoverySource[],
  ground: GatherGround,
): Promise<Gathered> {
  const offered = await collect(sources, ground);
  const keys = new Map<string, PublicKey>();
  const salts = new Map<string, Uint8Array>();
  const rejected: RejectedCandidate[] = [];
  const events: SequencedEvent[] = [];
  for (const index of [...offered.keys()].sort((left, right) => left - right)) {
    let taken: SequencedEvent | null = null;
    for (const candidate of offered.get(index) ?? []) {
      const { source } = candidate;
      try {
        const verified = await verify(candidate, ground, keys, salts);
        taken = taken === null ? verified : merge(taken, verified);
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
        rejected.push({ source, index, detail: error.message });
      }
    }
    if (taken === null) continue;
    for (const key of keysOf(taken.event)) keys.set(key.kid, key);
    events.push(taken);
  }
  return { events, salts, rejected };
}

async function collect(
  sources: readonly RecoverySource[],
  { from, to }: GatherGround,
): Promise<ReadonlyMap<number, readonly Named[]>> {
  const offered = new Map<number, Named[]>();
  for (const source of sources) {
    for await (const candidate of source.candidates(from)) {
      if (candidate.index < from || candidate.index >= to) continue;
      const others = offered.get(candidate.index) ?? [];
      offered.set(candidate.index, [...others, { ...candidate, source: source.name }]);
    }
  }
  return offered;
}

/** @throws FormatError */
async function verify(
  candidate: Named,
  { origin, findKey, saltOf }: GatherGround,
  keys: ReadonlyMap<string, PublicKey>,
  salts: Map<string, Uint8Array>,
): Promise<SequencedEvent> {
  const { index, jws } = candidate;
  const own = new Map(keysOf(peekEvent(jws)).map(key => [key.kid, key]));
  const event = await readEvent(
    jws,
    async kid => keys.get(kid) ?? (await findKey(kid)) ?? (index === 0 ? own.get(kid) : undefined),
  );
  if (event.log !== origin) throw new FormatError('jcs', `it is an event of ${event.log}`);
  const leaf = decodeLeaf(candidate.leaf);
  if (!equalBytes(leaf.jwsHash, hashJws(jws)) || leaf.seq !== event.seq) {
    throw new FormatError('leaf', 'its leaf is that of another event');
  }
  const stored = await saltOf(event.subject);
  // A source may hand over a wrong salt: the right one is that which fits, whoever has it.
  const offered = stored === undefined ? [candidate.salt, salts.get(event.subject)] : [stored];
  const salt = offered.find(one => one && equalBytes(leaf.subjectTag, subjectTag(one, event.subject)));
  if (!salt) throw new FormatError('leaf', 'it comes without the salt of its subject');
  if (stored === undefined) salts.set(event.subject, salt);
  return {
    event,
    disclosures: belonging(event, candidate.disclosures),
    index,
    receivedAt: leaf.receivedAt,
    leaf: candidate.leaf,
    leafHash: leafHash(candidate.leaf),
  };
}

function keysOf({ subject, body }: Pick<SignedEvent, 'subject' | 'body'>): readonly PublicKey[] {
  return registrationsIn(subject, body).map(({ key }) => key);
}

/** Those that stand behind a digest of the event; whatever else a source hands over is left. */
function belonging(event: SignedEvent, disclosures: readonly string[]): readonly string[] {
  const digests = new Set(collectDigests(event.body).map(({ digest }) => digest));
  return disclosures.filter(disclosure => {
    readDisclosure(disclosure);
    return digests.delete(disclosureDigest(disclosure));
  });
}

/** One source may know claims that another was not shown. @throws FormatError where they speak of different leaves */
function merge(taken: SequencedEvent, other: SequencedEvent): SequencedEvent {
  if (!equalBytes(taken.leaf, other.leaf)) {
    throw new FormatError('leaf', 'another source, named before, has another leaf at this place');
  }
  return { ...taken, disclosures: [...new Set([...taken.disclosures, ...other.disclosures])] };
}
