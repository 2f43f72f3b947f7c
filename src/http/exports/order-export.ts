import { randomBytes } from 'node:crypto';
import { selectEvents } from '../../audit/selection.js';
import { writeExport } from '../../audit/write-export.js';
import { newId } from '../../log/index.js';
import { readTokenOf } from '../../store/checkpoint-timestamps.js';
import { type ExportOrder, type ExportRequest, keepOrder } from '../../store/exports/order.js';
import type { OpenLog } from '../../store/open-log.js';
import { withSnapshot } from '../../store/readers/snapshot/take-snapshot.js';
import { awaitQuorum } from './await-quorum.js';
import { contentOf } from './content-of.js';

/**
 * Freezes an export at the size of the last checkpoint, with the cosignatures that it has or that come soon, and
 * computes its hash: what an officer then answers for. Nothing of it leaves.
 * @throws NothingSelected
 */
export async function orderExport(
  log: OpenLog,
  orderedBy: string,
  request: ExportRequest,
): Promise<ExportOrder> {
  const checkpoint = await awaitQuorum(log);
  const { note } = checkpoint;
  const token = await readTokenOf(log.db, checkpoint.size);
  const { size, hash, counts, missing } = await withSnapshot(
    log.db,
    { origin: log.origin, subject: log.subject, note, token },
    async snapshot => {
      const selection = await selectEvents(snapshot, request.scope);
      const content = contentOf(log, {
        snapshot,
        selection,
        withheld: request.withheldIncluded,
        missing: [],
      });
      return { size: snapshot.size, ...(await writeExport(content, null)) };
    },
  );
  const id = newId(log.now(), randomBytes(16));
  const order = { id, orderedBy, request, size, note, token, hash, counts, missing };
  await keepOrder(log.db, order, log.now());
  return order;
}
