import {
  type Checkpoint,
  cosignNote,
  EMPTY_ROOT,
  equalBytes,
  FormatError,
  formatSignatureLine,
  parseCheckpoint,
  parseNote,
  provesOtherBeginning,
  type Signer,
  type VerifierKey,
  verifyConsistency,
  verifyNote,
} from '../log/index.js';
import { type AddCheckpoint, NotAddCheckpoint, parseAddCheckpoint } from './add-checkpoint.js';
import { InTurn } from './in-turn.js';
import type { LastCheckpoints, WitnessedCheckpoint } from './last-checkpoints.js';

export interface WitnessParts {
  /** A key for cosignatures, and who holds it. */
  readonly key: VerifierKey;
  readonly signer: Signer;
  /** Keys of the logs that are witnessed, of each log oldest first; a log that renews its key has two. */
  readonly logs: readonly VerifierKey[];
  readonly last: LastCheckpoints;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What became of a request, as C2SP tlog-witness tells it by status. */
export type WitnessAnswer =
  | { readonly kind: 'cosigned'; readonly checkpoint: WitnessedCheckpoint; readonly line: string }
  | { readonly kind: 'malformed'; readonly why: string }
  | { readonly kind: 'unknown-log' }
  | { readonly kind: 'bad-signature' }
  /** Another size was cosigned last. */
  | { readonly kind: 'other-size'; readonly size: number }
  /** Two roots of one size: the log shows two histories. */
  | { readonly kind: 'forked'; readonly checkpoint: WitnessedCheckpoint }
  | {
      readonly kind: 'not-consistent';
      readonly checkpoint: WitnessedCheckpoint;
      /** Whether the proof itself shows that the log has two histories; otherwise it shows nothing. */
      readonly proven: boolean;
    }
  /** What it cosigned of this log is not known any more: anything would be consistent with that. */
  | { readonly kind: 'forgotten'; readonly origin: string };

/**
 * C2SP tlog-witness: cosigns a checkpoint of a known log that is consistent with the last one it cosigned, and no
 * other; of a log whose record is gone, none. The new one is durable before its cosignature exists; so a crash may lose a cosignature, which is asked for
 * again, and never lets the witness contradict itself.
 */
export class Witness {
  readonly #parts: WitnessParts;
  readonly #turns = new InTurn();

  /** @throws {FormatError} `key` where the signer does not hold the key */
  constructor(parts: WitnessParts) {
    this.#parts = parts;
  }

  /** @throws TooManyWaiting; Error where the record cannot be read or written, and then nothing is cosigned */
  async addCheckpoint(body: Uint8Array): Promise<WitnessAnswer> {
    const request = readRequest(body);
    if ('kind' in request) return request;
    const { checkpoint } = request;
    const keys = this.#parts.logs.filter(({ name }) => name === checkpoint.origin);
    if (keys.length === 0) return { kind: 'unknown-log' };
    const age = await newestSigner(checkpoint.note, keys);
    if (age === null) return { kind: 'bad-signature' };
    if (request.oldSize > checkpoint.size) return { kind: 'malformed', why: 'the old size is above the new' };
    return this.#turns.run(checkpoint.origin, () => this.#judge(request, { age, keys }));
  }

  async #judge(
    { oldSize, proof, checkpoint }: ReadRequest,
    { age, keys }: { readonly age: number; readonly keys: readonly VerifierKey[] },
  ): Promise<WitnessAnswer> {
    const { last } = this.#parts;
    const known = await last.read(checkpoint.origin);
    if (known === null) return { kind: 'forgotten', origin: checkpoint.origin };
    // Once a newer key has signed, an older one alone counts no more: it may be anybody's by now.
    const reached = known.size === 0 ? null : await newestSigner(known.note, keys);
    if (reached !== null && age < reached) return { kind: 'bad-signature' };
    const { size, root: oldRoot } = known;
    if (oldSize !== size) return { kind: 'other-size', size };
    if (size > 0 && checkpoint.size === size && !equalBytes(checkpoint.root, oldRoot)) {
      await last.keepContradiction({ known, other: checkpoint, proof: [], proven: true });
      return { kind: 'forked', checkpoint };
    }
    if (!isConsistent(known, checkpoint, proof)) {
      const proven = provesOtherBeginning({ ...checkpoint, oldSize, oldRoot, proof });
      await last.keepContradiction({ known, other: checkpoint, proof, proven });
      return { kind: 'not-consistent', checkpoint, proven };
    }
    return this.#cosign(checkpoint, known);
  }

  async #cosign(checkpoint: WitnessedCheckpoint, known: WitnessedCheckpoint): Promise<WitnessAnswer> {
    const { key, signer, last, now } = this.#parts;
    // A crash before this line: nothing was promised. After it: whoever asks again is told the new size, and gets the
    // cosignature by asking from there.
    if (checkpoint.note !== known.note) await last.write(checkpoint);
    const line = formatSignatureLine(
      await cosignNote(textOf(checkpoint.note), key, signer, Math.floor(now() / 1000)),
    );
    return { kind: 'cosigned', checkpoint, line };
  }
}

interface ReadRequest extends Pick<AddCheckpoint, 'oldSize' | 'proof'> {
  readonly checkpoint: WitnessedCheckpoint;
}

function readRequest(body: Uint8Array): ReadRequest | Extract<WitnessAnswer, { kind: 'malformed' }> {
  try {
    const { oldSize, proof, note } = parseAddCheckpoint(body);
    return { oldSize, proof, checkpoint: { ...parseCheckpoint(textOf(note)), note } };
  } catch (error) {
    if (error instanceof NotAddCheckpoint || error instanceof FormatError)
      return { kind: 'malformed', why: error.message };
    throw error;
  }
}

/** The text of a note, whatever its signature lines are: without a good one it is told that, not that it is no note. */
function textOf(note: string): string {
  const end = note.lastIndexOf('\n\n');
  if (end < 0) throw new NotAddCheckpoint('expected a checkpoint, an empty line and signature lines');
  return note.slice(0, end + 1);
}

/** Place of the newest of the keys that have signed; null: none has, or one badly. */
async function newestSigner(note: string, keys: readonly VerifierKey[]): Promise<number | null> {
  try {
    const lines = await verifyNote(parseNote(note), keys);
    return Math.max(...lines.map(({ key }) => keys.indexOf(key)));
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

/** The empty tree is the beginning of every tree, and has no proof (RFC 9162 section 2.1.4.2). */
function isConsistent(known: Checkpoint, { size, root }: Checkpoint, proof: readonly Uint8Array[]): boolean {
  if (known.size === 0) {
    return proof.length === 0 && (size > 0 || equalBytes(root, EMPTY_ROOT));
  }
  return verifyConsistency({ oldSize: known.size, size, oldRoot: known.root, root, proof });
}
