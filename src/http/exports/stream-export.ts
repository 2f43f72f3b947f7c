import type { Readable } from 'node:stream';
import { openZipSink } from '../../audit/bag/zip-sink.js';
import { EXPORT_LAYOUT } from '../../audit/export-layout.js';
import { selectEvents } from '../../audit/selection.js';
import { writeExport } from '../../audit/write-export.js';
import type { ExportOrder } from '../../store/exports/order.js';
import { LogKeyNotHeld } from '../../store/log-keys.js';
import type { OpenLog } from '../../store/open-log.js';
import { takeSnapshot } from '../../store/readers/snapshot/take-snapshot.js';
import { Problem } from '../problem/problem.js';
import { contentOf } from './content-of.js';
import { atReaderPace, type ReaderPace, usualReaderPace } from './reader-pace.js';

/** The bytes of an export while they are made. */
export interface StreamedExport {
  /** Name of the folder inside the ZIP. */
  readonly name: string;
  readonly output: Readable;
  /** Settles when all is written, or nobody reads any more; never rejects. Undefined: written whole. */
  readonly ended: Promise<unknown>;
}

/**
 * Writes an export anew as it was ordered. What is read is of one size of the log and does not change, but for
 * withheld claims that were erased since: that is found before the first byte leaves. Whatever else does not come to
 * the hash, and whoever reads too slowly, ends the ZIP before its end, so that nobody takes it for one.
 * @throws Problem `export-outdated`
 */
export async function streamExport(
  log: OpenLog,
  order: ExportOrder,
  pace: ReaderPace = usualReaderPace,
): Promise<StreamedExport> {
  const { note, token, hash, missing, request } = order;
  if (request.layout !== EXPORT_LAYOUT) throw new Problem('export-outdated');
  const snapshot = await takeSnapshot(log.db, { origin: log.origin, subject: log.subject, note, token });
  const selection = await selectEvents(snapshot, request.scope);
  const { withheldIncluded: withheld, since } = request;
  const chosen = { snapshot, selection, withheld, since, missing };
  const content = await contentOf(log, chosen).catch((error: unknown) => {
    // Head statements of this size are by a key that a later rotation destroyed: nobody can make them again.
    throw error instanceof LogKeyNotHeld ? new Problem('export-outdated') : error;
  });
  if (withheld && (await writeExport(content, null)).hash !== hash) {
    throw new Problem('export-outdated');
  }
  const name = `audit-${snapshot.size}`;
  const sink = openZipSink(name, snapshot.receivedAt);
  const ended = writeExport(content, sink, { expected: hash }).then(
    () => undefined,
    (error: unknown) => {
      sink.output.destroy(error instanceof Error ? error : undefined);
      return error;
    },
  );
  return { name, output: atReaderPace(sink.output, pace), ended };
}
