import { FormatError, parseCheckpoint, parseNote, utf8Text } from '../../log/index.js';
import { type Held, readAuthorities, readReceipts } from '../../verify/index.js';

/** A small file that the reader handed over, by its name. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files beside an export, sorted by what they are. */
export interface Beside {
  readonly known: readonly Held[];
  readonly authorities: readonly Uint8Array[];
  /** Names of those that are none of it. */
  readonly unusable: readonly string[];
}

export const MAX_SMALL_BYTES = 8 * 1024 ** 2;

const PROOF = 'c2sp.org/tlog-proof@v1\n';
const PROOF_SUFFIX = '.tlog-proof';
const JWS_SUFFIX = '.jws';

/** What a file is that was dropped: by its first bytes, not by its name. */
export async function isZip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x50 && second === 0x4b;
}

/** A C2SP policy begins with a line about a log, a witness, a group or the quorum, or with a remark. */
export function isPolicy(bytes: Uint8Array): boolean {
  const text = textOf(bytes) ?? '';
  return /^(?:#[^\n]*\n|\s*\n)*(?:log|witness|group|quorum)[ \t]/.test(text);
}

/** Checkpoints, receipts and certificates; a `.tlog-proof` goes with the `.jws` of the same name. */
export function sortBeside(files: readonly NamedBytes[]): Beside {
  const known: Held[] = [];
  const authorities: Uint8Array[] = [];
  const unusable: string[] = [];
  const statements = new Map(
    files.filter(({ name }) => name.endsWith(JWS_SUFFIX)).map(({ name, bytes }) => [name, bytes]),
  );
  const used = new Set<string>();
  for (const { name, bytes } of files) {
    if (name.endsWith(JWS_SUFFIX)) continue;
    const text = textOf(bytes);
    const beside = `${name.slice(0, -PROOF_SUFFIX.length)}${JWS_SUFFIX}`;
    const statement = statements.get(beside);
    if (text?.startsWith(PROOF) && statement !== undefined) {
      known.push({ jws: (textOf(statement) ?? '').trimEnd(), proof: text });
      used.add(beside);
    } else if (isCheckpoint(bytes)) known.push(bytes);
    else if (readAuthorities(bytes) !== null) authorities.push(bytes);
    else {
      const receipts = text === null ? null : readKeptReceipts(text);
      if (receipts === null) unusable.push(name);
      else known.push(...receipts);
    }
  }
  return {
    known,
    authorities,
    unusable: [...unusable, ...[...statements.keys()].filter(name => !used.has(name))],
  };
}

function textOf(bytes: Uint8Array): string | null {
  return orNull(() => utf8Text(bytes));
}

function isCheckpoint(bytes: Uint8Array): boolean {
  return orNull(() => parseCheckpoint(parseNote(bytes).text)) !== null;
}

function readKeptReceipts(text: string): readonly Held[] | null {
  return orNull(() => readReceipts(JSON.parse(text)));
}

/** Null of what is in no such form. */
function orNull<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof FormatError || error instanceof SyntaxError || error instanceof TypeError)
      return null;
    throw error;
  }
}
