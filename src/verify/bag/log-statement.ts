import { isJsonObject, isOrigin, parseCanonical } from '../../log/index.js';
import { at, CheckFailure } from '../check-failure.js';
import type { Contents } from './contents.js';

/** `log.json`: what the export says that it is (log-format section 11). */
export interface LogStatement {
  readonly origin: string;
  readonly size: number;
  /** b64. */
  readonly root: string;
  /** Every event of the tree is inside. */
  readonly complete: boolean;
}

const PATH = 'log.json';
const MAX_BYTES = 4096;
const MEMBERS = 'complete,origin,root,size,v';

/**
 * Reads `log.json`, in canonical form with or without a newline at its end.
 * @throws {CheckFailure} `bag`
 */
export async function readLogStatement(contents: Contents): Promise<LogStatement> {
  const bytes = await contents.read(PATH, MAX_BYTES);
  const end = bytes.at(-1) === 0x0a ? bytes.length - 1 : bytes.length;
  const value = at(`data/${PATH}`, () => parseCanonical(bytes.subarray(0, end)), 'bag');
  if (isJsonObject(value) && Object.keys(value).sort().join() === MEMBERS && value.v === 1) {
    const { origin, size, root, complete } = value;
    const isSize = typeof size === 'number' && size > 0;
    if (typeof origin === 'string' && isOrigin(origin) && isSize && typeof root === 'string') {
      if (typeof complete === 'boolean') return { origin, size, root, complete };
    }
  }
  throw new CheckFailure('bag', `data/${PATH}`, 'expected {"v":1,"origin","size","root","complete"}');
}
