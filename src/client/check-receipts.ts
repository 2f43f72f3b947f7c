import {
  base64Bytes,
  checkReceivedAt,
  FormatError,
  parsePolicy,
  peekEvent,
  SUBJECT_SALT_BYTES,
  type VerifiedInclusion,
  verifyInclusionOfEvent,
} from '../log/index.js';
import { type BatchFile, eventIdsOf } from './batch-file.js';
import type { ReceiptAnswer } from './service.js';

/** `faults`: the receipts prove nothing. `doubts`: they are good, and something about them is to be looked at. */
export interface ReceiptCheck {
  readonly faults: readonly string[];
  readonly doubts: readonly string[];
}

/**
 * Checks what a service gave for a batch with the key of the log alone: one receipt for each event, its leaf, its
 * tag, its inclusion under a checkpoint signed by this log, and the time received against the device's own clock.
 * A batch that was sent before has receipts of then: their time is a doubt, never a fault.
 * @param logKey verifier key of the log, as it was handed over apart
 * @param now ms since 1970
 */
export async function checkReceipts(
  batch: BatchFile,
  receipts: readonly ReceiptAnswer[],
  logKey: string,
  now: number,
): Promise<ReceiptCheck> {
  const ids = eventIdsOf(batch);
  if (receipts.length !== ids.length) {
    return { faults: [`${ids.length} events were sent and ${receipts.length} receipts came`], doubts: [] };
  }
  const faults: string[] = [];
  const doubts = new Set<string>();
  for (const [position, receipt] of receipts.entries()) {
    const jws = batch.events[position]?.jws ?? '';
    try {
      if (receipt.eventId !== ids[position]) throw new FormatError('leaf', 'the receipt is of another event');
      const { leaf } = await verifyReceiptAnswer(jws, receipt, [logKey]);
      for (const doubt of timeDoubt(() => checkReceivedAt(leaf, now))) doubts.add(doubt);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      faults.push(`${ids[position]}: ${error.message}`);
    }
  }
  return { faults, doubts: [...doubts] };
}

/**
 * @param logKeys of the log: one has signed the checkpoint
 * @throws FormatError
 */
export async function verifyReceiptAnswer(
  jws: string,
  { proof, subjectSalt, index }: ReceiptAnswer,
  logKeys: readonly string[],
): Promise<VerifiedInclusion> {
  const policy = parsePolicy(`${logKeys.map(key => `log ${key}\n`).join('')}quorum none\n`);
  const salt = base64Bytes(subjectSalt, 'leaf');
  if (salt.length !== SUBJECT_SALT_BYTES) {
    throw new FormatError('leaf', `expected a salt of ${SUBJECT_SALT_BYTES} bytes`);
  }
  const verified = await verifyInclusionOfEvent(peekEvent(jws), { proof, subjectSalt: salt }, policy);
  if (verified.index !== index)
    throw new FormatError('leaf', 'the receipt names another index than its proof');
  return verified;
}

function timeDoubt(check: () => void): readonly string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof FormatError) return [error.message];
    throw error;
  }
}
