import { type Kysely, sql } from 'kysely';
import { base64Text, formatTlogProof, inclusionProofsFromTiles } from '../../log/index.js';
import type { Database } from '../schema/index.js';
import { storedTiles } from '../tiles.js';
import type { SignedCheckpoint } from '../vault.js';
import type { Receipt } from './outcome.js';

/** Receipts for events of the log under one checkpoint that covers them (log-format section 7). */
export async function buildReceipts(
  db: Kysely<Database>,
  indices: readonly number[],
  checkpoint: SignedCheckpoint,
): Promise<ReadonlyMap<number, Receipt>> {
  const wanted = [...new Set(indices)];
  const [rows, proofs] = await Promise.all([
    db
      .selectFrom('event')
      .innerJoin('subject', 'subject.subject', 'event.subject')
      .select([
        'event.log_index',
        'event.event_id',
        'event.subject',
        'event.seq',
        'event.leaf',
        'subject.salt',
      ])
      .where('event.log_index', '=', sql<number>`any(${wanted}::bigint[])`)
      .execute(),
    inclusionProofsFromTiles(wanted, checkpoint.size, storedTiles(db)),
  ]);
  const proofOf = new Map(wanted.map((index, position) => [index, proofs[position] ?? []]));
  return new Map(
    rows.map(row => {
      const index = row.log_index;
      const proof = formatTlogProof({
        extra: row.leaf,
        index,
        proof: proofOf.get(index) ?? [],
        checkpoint: checkpoint.note,
      });
      const { event_id: eventId, subject, seq } = row;
      const salt = base64Text(row.salt);
      return [index, { eventId, subject, seq, index, leaf: base64Text(row.leaf), subjectSalt: salt, proof }];
    }),
  );
}
