import { CheckFailure } from '../check-failure.js';
import type { Contents } from './contents.js';

const FILE = /^file\/([0-9a-f]{64})$/;
const KNOWN =
  /^(?:log\.json|policy\.txt|checkpoint|checkpoint\.tsr|events\.ndjson|subjects\.ndjson|(?:tile|proof|consistency|file|report)\/.+)$/;

/**
 * Check *file*: what lies in `file/` has the hash that is its name.
 * @returns how many there are
 * @throws {CheckFailure} `file`
 */
export function checkFiles(contents: Contents): number {
  let count = 0;
  for (const path of contents.below('file/')) {
    const [, sha256] = FILE.exec(path) ?? [];
    if (sha256 === undefined)
      throw new CheckFailure('file', path, 'expected the SHA-256 of the file as its name');
    const found = contents.hashOf(path);
    if (found !== sha256) throw new CheckFailure('file', path, `the file has the SHA-256 ${found}`);
    count += 1;
  }
  return count;
}

/** Files that log-format section 11 does not know: nothing is said about them. */
export function findUnknownFiles(contents: Contents): readonly string[] {
  return [...contents.below('')].filter(path => !KNOWN.test(path)).sort();
}
