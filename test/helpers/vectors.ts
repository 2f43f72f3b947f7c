import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `../shared/vectors` beside the project; seen from dist/test/helpers. */
const FOLDER = fileURLToPath(new URL('../../../../shared/vectors/', import.meta.url));

/** For the `skip` option of a test: a visible reason where the folder is not there, otherwise false. */
export const skipWithoutVectors: string | false = existsSync(FOLDER) ? false : 'no ../shared/vectors';

export function readVectorText(path: string): string {
  return readFileSync(`${FOLDER}${path}`, 'utf8');
}

export function readVectorBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(`${FOLDER}${path}`));
}

/** The caller names the shape: vectors are data of the tests, not input. */
export function readVectors<Shape>(path: string): Shape {
  return JSON.parse(readVectorText(path));
}
