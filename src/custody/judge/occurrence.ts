import { parseTime } from '../../log/index.js';
import type { Act, Circumstances } from '../rule.js';
import type { Occurrence } from '../schema/occurrence.js';
import { refuseIf, type Violation } from '../violation.js';

const hour = 3_600_000;
const minute = 60_000;

/**
 * When the act took place (RQ-09) against when it was received: not in the future, and where it is entered
 * late, with a reason and the signature of a supervisor (RQ-10). Item events follow their group.
 */
export function checkOccurrence(act: Act, circumstances: Circumstances): readonly Violation[] {
  const occurred = occurrenceOf(act);
  if (occurred === undefined || circumstances.group !== null) return [];
  const { deadlines } = circumstances.sop;
  const at = parseTime(occurred.at);
  const late = circumstances.receivedAt - at > deadlines.lateEntryHours.value * hour;
  const hours = String(deadlines.lateEntryHours.value);
  const supervised = circumstances.countersigners.some(signer => signer.as === 'supervisor');
  return [
    ...refuseIf(
      at > circumstances.receivedAt + deadlines.futureToleranceMinutes.value * minute,
      'time.in-future',
      '/body/occurred/at',
      { at: occurred.at },
    ),
    ...refuseIf(late && act.body.lateEntry === null, 'time.late-without-reason', '/body/lateEntry', {
      hours,
    }),
    ...refuseIf(late && !supervised, 'time.late-without-supervisor', '/body/lateEntry', { hours }),
  ];
}

/** The `occurred` member of an act's body. Bodies were checked against their schema before. */
export function occurrenceOf(act: Act): Occurrence | undefined {
  return act.body.occurred as unknown as Occurrence | undefined;
}
