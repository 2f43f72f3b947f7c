import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The checkout. */
export const root = join(import.meta.dirname, '../..');
const tests = join(root, 'dist/test');

/** @returns the compiled test files, relative to {@link root}, whose path contains one of `words`; all of them without words */
export async function findTestFiles(words: readonly string[]): Promise<string[]> {
  return (
    (await readdir(tests, { recursive: true }))
      .filter(name => name.endsWith('.test.js'))
      // What was compiled from a file that is no more is not run.
      .filter(name => existsSync(join(root, 'test', name.replace(/\.js$/, '.ts'))))
      .filter(name => words.length === 0 || words.some(word => name.includes(word)))
      .sort()
      .map(name => relative(root, join(tests, name)))
  );
}
