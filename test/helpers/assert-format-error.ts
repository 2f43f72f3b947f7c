import type { Test } from 'tap';
import { type FormatCheck, FormatError } from '../../src/log/index.js';

function requireCheck(t: Test, error: unknown, check: FormatCheck, name: string): void {
  if (!(error instanceof FormatError)) throw error;
  t.equal(error.check, check, name);
}

/** Class and check are compared, never the message. */
export function throwsCheck(t: Test, act: () => unknown, check: FormatCheck, name: string): void {
  try {
    act();
  } catch (error) {
    requireCheck(t, error, check, name);
    return;
  }
  t.fail(`${name}: nothing was thrown`);
}

export async function rejectsCheck(
  t: Test,
  act: () => Promise<unknown>,
  check: FormatCheck,
  name: string,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    requireCheck(t, error, check, name);
    return;
  }
  t.fail(`${name}: nothing was thrown`);
}
