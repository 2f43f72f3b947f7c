import {
  decodeLeaf,
  equalBytes,
  FormatError,
  hashJws,
  leafHash,
  parseCheckpoint,
  parseNote,
  parseTlogProof,
  peekEvent,
  type SignedEvent,
  type VerifiedCheckpoint,
  verifyCheckpoint,
  verifyInclusion,
} from '../../log/index.js';
import type { NotePolicies } from '../events/claimed-log-keys.js';
import { type Recorded, type Recording, recordingOf } from './recording.js';

/** What an officer was answered with and kept (log-format section 7). */
export interface HeldReceipt {
  readonly jws: string;
  /** C2SP tlog-proof with its checkpoint. */
  readonly proof: string;
}

/** A checkpoint that the receiver holds, as a signed note, or a receipt with the one that it is under. */
export type Held = string | Uint8Array | HeldReceipt;

/** What a receipt shows of the log. */
export interface ShownEvent {
  readonly event: SignedEvent;
  readonly index: number;
  readonly leafHash: Uint8Array;
}

/** Something held that was read. */
export interface ReadHeld {
  /** Null where it does not count. */
  readonly checkpoint: VerifiedCheckpoint | null;
  /**
   * Why it does not: it is not of this log by this policy; or a key of the log has signed it, and not the one in force
   * for its size; or it is under a receipt whose statement or entry is not in its tree.
   */
  readonly refused?: 'not of this log' | 'key not in force' | 'altered';
  readonly shown?: ShownEvent;
  /** Of a receipt of an act that records an export: this one, or another. */
  readonly records?: Recording;
}

const foreign: ReadHeld = { checkpoint: null, refused: 'not of this log' };
const altered: ReadHeld = { checkpoint: null, refused: 'altered' };

/**
 * What the policy does not vouch for proves nothing, for or against the export; nor does what was signed with a key that
 * the log had given up by then: whoever has stolen it could have.
 * @param policies what vouches for a checkpoint, also of a receipt
 * @param recorded what receipts may record
 */
export function readHeld(
  known: readonly Held[],
  policies: NotePolicies,
  { origin, recorded }: { readonly origin: string; readonly recorded: Recorded },
): Promise<readonly ReadHeld[]> {
  return Promise.all(
    known.map(async held => {
      try {
        if (!isReceipt(held)) return await readCheckpoint(held, policies, origin);
        const read = await readReceipt(held, policies, origin);
        const records = recordingOf(read.shown, recorded);
        return records === undefined ? read : { ...read, records };
      } catch (error) {
        if (error instanceof FormatError) return foreign;
        throw error;
      }
    }),
  );
}

function isReceipt(held: Held): held is HeldReceipt {
  return typeof held === 'object' && 'proof' in held;
}

async function readCheckpoint(
  note: string | Uint8Array,
  { inForce, ever }: NotePolicies,
  origin: string,
): Promise<ReadHeld> {
  const checkpoint = parseCheckpoint(parseNote(note).text);
  if (checkpoint.origin !== origin) return foreign;
  try {
    return { checkpoint: await verifyCheckpoint(note, inForce(checkpoint.size)) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    await verifyCheckpoint(note, ever);
    return { checkpoint: null, refused: 'key not in force' };
  }
}

async function readReceipt(
  { jws, proof: text }: HeldReceipt,
  policies: NotePolicies,
  origin: string,
): Promise<ReadHeld> {
  const { extra, index, proof, checkpoint: note } = parseTlogProof(text);
  const read = await readCheckpoint(note, policies, origin);
  const { checkpoint } = read;
  if (checkpoint === null) return read;
  const event = peekStatement(jws);
  if (extra === undefined || event?.log !== origin) return altered;
  const { size, root } = checkpoint;
  const hash = leafHash(extra);
  const isItsLeaf = equalBytes(decodeLeaf(extra).jwsHash, hashJws(jws));
  const isInside = verifyInclusion({ index, size, leafHash: hash, proof, root });
  return isItsLeaf && isInside ? { checkpoint, shown: { event, index, leafHash: hash } } : altered;
}

/** Undefined of what is no statement: its checkpoint may be of this log all the same. */
function peekStatement(jws: string): SignedEvent | undefined {
  try {
    return peekEvent(jws);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}
