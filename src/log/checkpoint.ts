import { base64Bytes, base64Text } from './base64.js';
import { FormatError } from './error.js';
import { formatNote } from './note.js';
import { signNote } from './sign-note.js';
import type { Signer } from './signer.js';
import type { VerifierKey } from './verifier-key.js';

/** What the log says of its tree (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** A key with who holds it. */
interface NoteSigner {
  readonly key: VerifierKey;
  readonly signer: Signer;
}

const DECIMAL = /^(?:0|[1-9][0-9]{0,15})$/;
const ROOT_BYTES = 32;

/**
 * A number as checkpoints and proofs write it: decimal, no leading zero.
 * @returns `undefined` for any other text, or above 2^53-1
 */
export function parseDecimal(text: string): number | undefined {
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The three lines of a checkpoint, each with its newline. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64Text(root)}\n`;
}

/**
 * Reads the text of a note as a checkpoint; extension lines are ignored.
 * @throws {FormatError} `checkpoint`
 */
export function parseCheckpoint(text: string): Checkpoint {
  if (!text.endsWith('\n')) throw new FormatError('checkpoint', 'expected a newline after each line');
  const lines = text.slice(0, -1).split('\n');
  const [origin, sizeText, rootText] = lines;
  if (origin === undefined || sizeText === undefined || rootText === undefined || lines.includes('')) {
    throw new FormatError('checkpoint', 'expected origin, size and root, no line empty');
  }
  const size = parseDecimal(sizeText);
  if (size === undefined) throw new FormatError('checkpoint', `not a tree size: ${sizeText.slice(0, 40)}`);
  const root = base64Bytes(rootText, 'checkpoint');
  if (root.length !== ROOT_BYTES)
    throw new FormatError('checkpoint', `expected a root of ${ROOT_BYTES} bytes`);
  return { origin, size, root };
}

/**
 * The signed note with the line of the log's key in force, and after it that of the key before where one still signs
 * (log-format section 8). Whoever calls it has made sure that it is consistent with every checkpoint signed before
 * (section 5, Signing).
 * @throws {FormatError} `key` where a signer does not hold its key, or the name of a key is not the origin
 */
export async function signCheckpoint(
  checkpoint: Checkpoint,
  inForce: NoteSigner,
  before: NoteSigner | null = null,
): Promise<string> {
  const text = formatCheckpoint(checkpoint);
  const signatures = [];
  for (const { key, signer } of before === null ? [inForce] : [inForce, before]) {
    if (key.name !== checkpoint.origin) throw new FormatError('key', 'the name of the key is not the origin');
    signatures.push(await signNote(text, key, signer));
  }
  return formatNote({ text, signatures });
}
