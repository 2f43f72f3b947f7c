import { base64Bytes, base64Text, FormatError, parseDecimal, utf8Text } from '../log/index.js';

/** What a log asks of a witness (C2SP tlog-witness, add-checkpoint). */
export interface AddCheckpoint {
  /** Size of the checkpoint that the witness cosigned last, as far as whoever asks knows. */
  readonly oldSize: number;
  /** Consistency proof from there; none where there is nothing to prove. */
  readonly proof: readonly Uint8Array[];
  /** The signed note, verbatim. */
  readonly note: string;
}

/** The body is not one of add-checkpoint; the message says why, for whoever sent it. */
export class NotAddCheckpoint extends Error {
  override readonly name = 'NotAddCheckpoint';
}

/** C2SP tlog-witness: no client sends more. */
const MAX_PROOF_LINES = 63;
const HASH_BYTES = 32;

export function formatAddCheckpoint({ oldSize, proof, note }: AddCheckpoint): string {
  return [`old ${oldSize}`, ...proof.map(base64Text), '', note].join('\n');
}

/**
 * Reads what may be hostile; nothing is verified, the note inside is not read.
 * @throws NotAddCheckpoint
 */
export function parseAddCheckpoint(body: Uint8Array): AddCheckpoint {
  const text = readText(body);
  const end = text.indexOf('\n\n');
  if (end < 0) throw new NotAddCheckpoint('expected an empty line before the checkpoint');
  const [first = '', ...lines] = text.slice(0, end).split('\n');
  const oldSize = first.startsWith('old ') ? parseDecimal(first.slice('old '.length)) : undefined;
  if (oldSize === undefined) throw new NotAddCheckpoint('expected the line old <size>');
  if (lines.length > MAX_PROOF_LINES)
    throw new NotAddCheckpoint(`expected at most ${MAX_PROOF_LINES} hashes`);
  return { oldSize, proof: lines.map(readHash), note: text.slice(end + 2) };
}

function readText(body: Uint8Array): string {
  try {
    return utf8Text(body);
  } catch (cause) {
    throw new NotAddCheckpoint('the body is not UTF-8', { cause });
  }
}

function readHash(line: string): Uint8Array {
  try {
    const hash = base64Bytes(line, 'consistency');
    if (hash.length === HASH_BYTES) return hash;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
  }
  throw new NotAddCheckpoint(`expected hashes of ${HASH_BYTES} bytes in base64`);
}
