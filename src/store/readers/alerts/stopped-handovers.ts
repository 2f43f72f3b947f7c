import { type Kysely, sql } from 'kysely';
import type { TransferState } from '../../../custody/transfer/state.js';
import type { Database } from '../../schema/index.js';
import { mayReadAlerts, type Reading } from '../visibility.js';
import type { Found } from './alert.js';

interface Stopped {
  readonly subject: string;
  readonly manifest: string;
  readonly state: TransferState;
  readonly release: string;
  /** How many items of it are not to be handed over. */
  readonly items: number;
  /** Time received of the last suspension or withdrawal, ms. */
  readonly halted: number;
}

/**
 * E40: a handover is under way whose release was suspended or withdrawn meanwhile. Shown to whoever answers for the
 * transfer, giver and courier before all, who would else learn it at the prosecutor's door; nothing of the reasons.
 */
export async function findStoppedHandovers(
  db: Kysely<Database>,
  reading: Reading,
): Promise<readonly Found[]> {
  const { rows } = await sql<Stopped>`
    select 'transfer/' || transfer.id as subject, transfer.manifest, subject.state, transfer.release,
      (select count(*)::int from transfer_item line
        join release_item listed on listed.release = transfer.release and listed.item = line.item
        where line.transfer = transfer.id and line.status in ('OFFERED', 'DEPARTED', 'REFUSED_ON_ARRIVAL')
          and listed.status in ('SUSPENDED', 'WITHDRAWN')) as items,
      (select max(halt.received_at) from event halt where halt.subject = 'release/' || transfer.release
        and halt.type in ('release.suspended', 'release.withdrawn')) as halted
    from transfer join subject on subject.subject = 'transfer/' || transfer.id
    where transfer.release is not null and ${mayReadAlerts(reading, 'transfers', 'transfer')}`.execute(db);
  return rows
    .filter(({ items }) => items > 0)
    .map(({ subject, manifest, state, release, items, halted }) => ({
      kind: 'HANDOVER_STOPPED' as const,
      subject,
      label: manifest,
      officer: state.legs.at(-1)?.courier ?? state.giver.officer,
      detail: `release/${release} ${items}`,
      since: halted,
    }));
}
