import type { Kysely } from 'kysely';
import type { Database } from '../../schema/index.js';
import type { Reading } from '../visibility.js';
import { type Alert, type AlertPosition, compareAlerts, identify } from './alert.js';
import { findCustodiansOutOfOffice } from './custodians.js';
import { findDisputed } from './disputed.js';
import { findHoldersNotTold } from './holders-not-told.js';
import { findLegalMatters } from './legal-matters.js';
import { findListed } from './listed.js';
import { findNewInTheatre } from './new-in-theatre.js';
import { findOverdue } from './overdue.js';
import { findStoppedHandovers } from './stopped-handovers.js';

/** Before the first of all alerts. */
export const beforeAllAlerts: AlertPosition = { since: -1, id: '' };

/**
 * What holds at `now` and the reader may see, oldest first. An alert stands where it began to hold, so that going
 * on after the last one read shows what came since; what has ceased is simply no longer there.
 */
export async function readAlerts(
  db: Kysely<Database>,
  reading: Reading,
  { now, after, limit }: { readonly now: number; readonly after: AlertPosition; readonly limit: number },
): Promise<{ readonly items: readonly Alert[]; readonly next: AlertPosition | null }> {
  const [overdue, custodians, disputed, holders, legal, stopped, fresh, listed] = await Promise.all([
    findOverdue(db, reading, now),
    findCustodiansOutOfOffice(db, reading, now),
    findDisputed(db, reading),
    findHoldersNotTold(db, reading),
    findLegalMatters(db, reading, now),
    findStoppedHandovers(db, reading, now),
    findNewInTheatre(db, reading, now),
    findListed(db, reading, now, after, limit + 1),
  ]);
  const found = [
    ...[...overdue, ...custodians, ...disputed, ...holders, ...legal, ...stopped, ...fresh].map(identify),
    ...listed,
  ]
    .filter(({ since }) => since <= now)
    .filter(alert => compareAlerts(alert, after) > 0)
    .sort(compareAlerts);
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1) ?? null) : null };
}
