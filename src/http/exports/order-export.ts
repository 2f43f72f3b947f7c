import { randomBytes } from 'node:crypto';
import { EXPORT_LAYOUT } from '../../audit/export-layout.js';
import { selectEvents } from '../../audit/selection.js';
import { writeExport } from '../../audit/write-export.js';
import { newId } from '../../log/index.js';
import { type ExportOrder, type ExportRequest, keepOrder } from '../../store/exports/order.js';
import type { OpenLog } from '../../store/open-log.js';
import { withSnapshot } from '../../store/readers/snapshot/take-snapshot.js';
import { awaitQuorum } from './await-quorum.js';
import { contentOf } from './content-of.js';
import { readSince, type Since } from './read-since.js';
import { type Stamping, tokenOfOrder } from './stamp-order.js';

/** As it is asked for: earlier checkpoints by their size or as notes. */
type AskedExport = Omit<ExportRequest, 'since' | 'layout'> & {
  readonly since?: readonly Since[] | undefined;
};

/**
 * Freezes an export at the size of the last checkpoint, with the cosignatures that it has or that come soon and
 * a time-stamp, and computes its hash: what an officer then answers for. Nothing of it leaves.
 * @throws NothingSelected; Problem `export-since`, `export-since-differs`
 */
export async function orderExport(
  log: OpenLog,
  orderedBy: string,
  asked: AskedExport,
  stamping: Stamping,
): Promise<ExportOrder> {
  const checkpoint = await awaitQuorum(log);
  const { note } = checkpoint;
  const since = await readSince(log, asked.since ?? [], checkpoint.size);
  const request = { ...asked, since, layout: EXPORT_LAYOUT };
  const token = await tokenOfOrder(log, checkpoint, stamping);
  const { size, hash, bytes, counts, missing } = await withSnapshot(
    log.db,
    { origin: log.origin, subject: log.subject, note, token },
    async snapshot => {
      const selection = await selectEvents(snapshot, request.scope);
      const content = await contentOf(log, {
        snapshot,
        selection,
        withheld: request.withheldIncluded,
        since: request.since,
        missing: [],
      });
      return { size: snapshot.size, ...(await writeExport(content, null)) };
    },
  );
  const id = newId(log.now(), randomBytes(16));
  const order = { id, orderedBy, request, size, note, token, hash, counts: { ...counts, bytes }, missing };
  await keepOrder(log.db, order, log.now());
  return order;
}
