import type { Kysely } from 'kysely';
import type { PlacedViolation } from '../../custody/violation.js';
import { peekEvent, readActs, splitSubmission } from '../../log/index.js';
import type { Reading } from '../readers/visibility.js';
import type { Database } from '../schema/index.js';
import { type JudgingParts, judgeAsSeen } from './judge-as-seen.js';

export interface ViolationsSeen {
  readonly violations: readonly PlacedViolation[];
  /** Subjects whose record had a say. */
  readonly read: readonly string[];
}

/**
 * What the rules say of a batch that was refused, on what its sender may read. A value that stands in both refusals
 * he could have worked out himself; any other comes from a record that is not for him, e.g. of an item he listed
 * without holding it.
 * @param submitted a batch whose form is good
 */
export function violationsSeen(
  db: Kysely<Database>,
  parts: JudgingParts,
  reading: Reading,
  submitted: readonly string[],
): Promise<ViolationsSeen> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async trx => {
      const placed = submitted.map((text, position) => ({
        position,
        event: peekEvent(splitSubmission(text).jws),
      }));
      const known = await eventsKnown(
        trx,
        placed.map(({ event }) => event.eventId),
      );
      const fresh = placed.filter(({ event }) => !known.has(event.eventId));
      const events = fresh.map(({ event }) => event);
      const { acts } = readActs(events);
      const signers = [reading.reader.officer, ...events.map(({ actor }) => actor.officer)];
      const { verdict, read } = await judgeAsSeen(trx, parts, reading, { acts, events }, signers);
      if (verdict.kind !== 'refused') return { violations: [], read };
      const violations = verdict.violations.map(violation => ({
        ...violation,
        event: fresh[violation.event]?.position ?? violation.event,
      }));
      return { violations, read };
    });
}

/** What is in the log already is not judged again: a batch may hold it. */
async function eventsKnown(db: Kysely<Database>, eventIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('event').select('event_id').where('event_id', 'in', eventIds).execute();
  return new Set(rows.map(({ event_id }) => event_id));
}
