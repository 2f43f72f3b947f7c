import { type Kysely, sql } from 'kysely';
import type { TransferState } from '../../../custody/transfer/state.js';
import type { Database } from '../../schema/index.js';
import { findStoppedItems } from '../transfer/stopped-items.js';
import { mayReadAlerts, type Reading } from '../visibility.js';
import type { Found } from './alert.js';

interface UnderWay {
  readonly subject: string;
  readonly manifest: string;
  readonly state: TransferState;
  readonly release: string;
  readonly unit: string;
  readonly items: readonly string[];
  readonly offered: number;
}

/**
 * E40: a handover is under way that is not to be carried out as things stand. Shown to whoever answers for the transfer,
 * giver and courier before all, who would else learn it at the prosecutor's door; nothing of the reasons. Nor does it stand
 * when the stop came about: beside what else he reads, that would tell him an act on a source (GATE-8).
 */
export async function findStoppedHandovers(
  db: Kysely<Database>,
  reading: Reading,
  now: number,
): Promise<readonly Found[]> {
  const { rows } = await sql<UnderWay>`
    with under_way as (
      select line.transfer, array_agg(line.item::text order by line.item) as items from transfer_item line
      where line.status in ('OFFERED', 'DEPARTED', 'REFUSED_ON_ARRIVAL') group by line.transfer)
    select 'transfer/' || transfer.id as subject, transfer.manifest, subject.state, transfer.release,
      transfer.receiver_unit as unit, offered.received_at as offered,
      under_way.items
    from under_way join transfer on transfer.id = under_way.transfer
    join subject on subject.subject = 'transfer/' || transfer.id
    join event offered on offered.log_index = transfer.first_index
    where transfer.release is not null and transfer.receiver_unit is not null
      and ${mayReadAlerts(reading, 'transfers', 'transfer')}`.execute(db);
  const found = await Promise.all(
    rows.map(async (row): Promise<readonly Found[]> => {
      const { subject, manifest, state, release, offered } = row;
      const items = await findStoppedItems(db, reading.sop, row, now);
      if (items.size === 0) return [];
      const officer = state.legs.at(-1)?.courier ?? state.giver.officer;
      const detail = `release/${release} ${items.size}`;
      return [
        { kind: 'HANDOVER_STOPPED', subject, label: manifest, officer, detail, since: Number(offered) },
      ];
    }),
  );
  return found.flat();
}
