import type { ExportContent } from '../../audit/export-content.js';
import { formatPolicy } from '../../log/index.js';
import type { OpenLog } from '../../store/open-log.js';
import { filesAndSopDocuments } from '../../store/readers/snapshot/export-files.js';

/** What an export of this log is made of. */
export function contentOf(
  { policy, logKey: { signer }, files, sopDocuments }: OpenLog,
  {
    missing,
    ...chosen
  }: Pick<ExportContent, 'snapshot' | 'selection' | 'withheld' | 'since'> & {
    readonly missing: readonly string[];
  },
): ExportContent {
  const find = filesAndSopDocuments(files, sopDocuments, missing);
  return { ...chosen, policy: formatPolicy(policy), signer, files: { find } };
}
