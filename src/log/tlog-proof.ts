import { base64Bytes, base64Text } from './base64.js';
import { parseDecimal } from './checkpoint.js';
import { FormatError } from './error.js';

/** C2SP tlog-proof v1: that an entry is in the tree of a checkpoint. */
export interface TlogProof {
  /** Opaque here; in a receipt the leaf data. */
  readonly extra: Uint8Array | undefined;
  readonly index: number;
  /** Leaf side first. */
  readonly proof: readonly Uint8Array[];
  /** The signed note, verbatim. */
  readonly checkpoint: string;
}

const HEADER = 'c2sp.org/tlog-proof@v1';
const MAX_PROOF_CHARACTERS = 1_100_000;
const HASH_BYTES = 32;
/** Height of the tallest tree whose size is below 2^53. */
const MAX_HASHES = 53;

export function formatTlogProof({ extra, index, proof, checkpoint }: TlogProof): string {
  const extraLine = extra === undefined ? [] : [`extra ${base64Text(extra)}`];
  return [HEADER, ...extraLine, `index ${index}`, ...proof.map(base64Text), '', checkpoint].join('\n');
}

function readHash(line: string): Uint8Array {
  const hash = base64Bytes(line, 'inclusion');
  if (hash.length !== HASH_BYTES)
    throw new FormatError('inclusion', `expected hashes of ${HASH_BYTES} bytes`);
  return hash;
}

/** The text after `keyword` and a space, and the lines after it. */
function takeLine(lines: readonly string[], keyword: string): [string | undefined, readonly string[]] {
  const [line, ...rest] = lines;
  return line?.startsWith(`${keyword} `) ? [line.slice(keyword.length + 1), rest] : [undefined, lines];
}

/**
 * Reads a proof; nothing is verified, the checkpoint inside is not read.
 * @throws {FormatError} `inclusion`
 */
export function parseTlogProof(text: string): TlogProof {
  if (text.length > MAX_PROOF_CHARACTERS) throw new FormatError('inclusion', 'the proof is too long');
  const end = text.indexOf('\n\n');
  if (end < 0) throw new FormatError('inclusion', 'expected an empty line before the checkpoint');
  const [header, ...lines] = text.slice(0, end).split('\n');
  if (header !== HEADER) throw new FormatError('inclusion', `expected ${HEADER}`);
  const [extraText, afterExtra] = takeLine(lines, 'extra');
  const [indexText, hashes] = takeLine(afterExtra, 'index');
  const index = parseDecimal(indexText ?? '');
  if (index === undefined) throw new FormatError('inclusion', 'expected the line index <number>');
  if (hashes.length > MAX_HASHES) throw new FormatError('inclusion', `expected at most ${MAX_HASHES} hashes`);
  return {
    extra: extraText === undefined ? undefined : base64Bytes(extraText, 'inclusion'),
    index,
    proof: hashes.map(readHash),
    checkpoint: text.slice(end + 2),
  };
}
