import { parseTime } from '../../log/index.js';
import type { EvidenceState } from '../evidence/state.js';
import type { Sop } from '../sop/document.js';
import { openLines, type TransferState } from './state.js';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * RQ-25: the receiver has not answered for an item, longer than the SOP allows after the planned arrival. What is overdue
 * is shown, never an event (design section 1).
 * @param now ms since 1970
 */
export function isOverdue(transfer: TransferState, now: number, { deadlines }: Sop): boolean {
  const { plannedArrival } = transfer;
  if (plannedArrival === null || openLines(transfer).length === 0) return false;
  return now > parseTime(plannedArrival) + deadlines.transferOverdueHours.value * hour;
}

/**
 * RQ-25: an item refused on arrival has been with the courier, and nothing happened to it, longer than the SOP
 * allows. The item tells, not the transfer: the courier may have offered it on under another manifest.
 */
export function isReturnOverdue(
  { transit, lastOccurred }: EvidenceState,
  now: number,
  { deadlines }: Sop,
): boolean {
  if (transit?.stage !== 'REFUSED') return false;
  return now > parseTime(lastOccurred.at) + deadlines.transferOverdueHours.value * hour;
}

/** RQ-26: an item that was checked out and is not back. */
export function isCheckOutOverdue({ checkOut }: EvidenceState, now: number, { deadlines }: Sop): boolean {
  if (checkOut === null) return false;
  return now > parseTime(checkOut.dueBack) + deadlines.checkOutOverdueDays.value * day;
}
