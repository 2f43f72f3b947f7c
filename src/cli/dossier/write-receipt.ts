import { writeFileDurably } from '../../disk/write-durably.js';
import type { GivenAnswer } from '../audit/answer-for-order.js';

/**
 * The event that records a dossier, with its receipt, beside the dossier: it is appended after the build, so it cannot be
 * inside. `scelle verify --receipt` takes it.
 * @returns where it was written
 */
export async function writeReceiptBeside(
  out: string,
  { jws, receipt }: Pick<GivenAnswer, 'jws' | 'receipt'>,
): Promise<string> {
  const path = `${out.replace(/\.zip$/, '')}.receipt.json`;
  await writeFileDurably(path, `${JSON.stringify({ ...receipt, jws })}\n`);
  return path;
}
