import type { BagSink } from '../../audit/bag/bag-sink.js';
import type { ExportProgress } from '../../audit/export-content.js';
import { selectEvents } from '../../audit/selection.js';
import { type WrittenExport, writeExport } from '../../audit/write-export.js';
import type { ExportScopeOf } from '../../custody/export/scope.js';
import { formatPolicy } from '../../log/index.js';
import { readTokenOf } from '../../store/checkpoint-timestamps.js';
import { withCosignatures } from '../../store/cosignatures.js';
import type { OpenLog } from '../../store/open-log.js';
import { filesAndSopDocuments } from '../../store/readers/snapshot/export-files.js';
import { withSnapshot } from '../../store/readers/snapshot/take-snapshot.js';

export interface HomeExport {
  readonly scope: ExportScopeOf;
  readonly withheld: boolean;
  /** Makes the sink once it is known how the export is called and dated. */
  openSink(of: { readonly name: string; readonly receivedAt: number }): Promise<BagSink>;
  readonly onProgress: ExportProgress;
}

/** The policy of a log (C2SP tlog-policy): its key, its witnesses, how many are enough. */
export function policyOf(log: Pick<OpenLog, 'policy'>): string {
  return formatPolicy(log.policy);
}

/** Writes an export of the log as it is now, at the size of its last checkpoint. */
export async function writeHomeExport(
  log: OpenLog,
  { scope, withheld, openSink, onProgress }: HomeExport,
): Promise<WrittenExport> {
  const {
    origin,
    subject,
    logKey: { signer },
  } = log;
  const signed = await log.vault.read();
  const note = await withCosignatures(log.db, log.policy, signed);
  const token = await readTokenOf(log.db, signed.size);
  const files = { find: filesAndSopDocuments(log.files, log.sopDocuments) };
  return withSnapshot(log.db, { origin, subject, note, token }, async snapshot => {
    const selection = await selectEvents(snapshot, scope);
    const sink = await openSink({ name: `audit-${snapshot.size}`, receivedAt: snapshot.receivedAt });
    return writeExport({ snapshot, selection, withheld, policy: policyOf(log), signer, files }, sink, {
      onProgress,
    });
  });
}
