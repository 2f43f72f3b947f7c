import type { ExportContent } from '../../audit/export-content.js';
import { formatPolicy } from '../../log/index.js';
import { signersAt } from '../../store/log-keys.js';
import type { OpenLog } from '../../store/open-log.js';
import { policyAt } from '../../store/policy-at.js';
import { readLogStanding } from '../../store/read-log-standing.js';
import { filesAndSopDocuments } from '../../store/readers/snapshot/export-files.js';

/**
 * What an export of this log is made of; its head statements are by the key in force for its size.
 * @throws LogKeyNotHeld where that key was destroyed since
 */
export async function contentOf(
  log: OpenLog,
  {
    missing,
    ...chosen
  }: Pick<ExportContent, 'snapshot' | 'selection' | 'withheld' | 'since' | 'part'> & {
    readonly missing: readonly string[];
  },
): Promise<ExportContent> {
  const { size } = chosen.snapshot;
  const { state } = await readLogStanding(log);
  const { inForce } = await signersAt(log.logKeys, state, size);
  const find = filesAndSopDocuments(log.files, log.sopDocuments, missing);
  const policy = formatPolicy(policyAt(log.policy, state, size));
  return { ...chosen, policy, signer: inForce.signer, files: { find } };
}
