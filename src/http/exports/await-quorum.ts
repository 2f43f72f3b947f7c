import { setTimeout as sleep } from 'node:timers/promises';
import { verifyCheckpoint } from '../../log/index.js';
import { readLastWitnessed, withCosignatures } from '../../store/cosignatures.js';
import type { OpenLog } from '../../store/open-log.js';
import { policyAt } from '../../store/policy-at.js';
import { readLogStanding } from '../../store/read-log-standing.js';
import type { SignedCheckpoint } from '../../store/vault.js';

/** How long an order waits for witnesses, and how often it looks. */
const longestMs = 15_000;
const lookMs = 250;

/**
 * The last checkpoint with its cosignatures. Some seconds pass from its signing until enough witnesses of the policy
 * have cosigned it, or a later one where the log grows meanwhile: that is waited for. Where it does not come, the
 * checkpoint is answered as it is then.
 */
export async function awaitQuorum({
  db,
  policy,
  origin,
  vault,
}: Pick<OpenLog, 'db' | 'policy' | 'origin' | 'vault'>): Promise<Pick<SignedCheckpoint, 'size' | 'note'>> {
  const signed = await vault.read();
  const until = performance.now() + longestMs;
  while (policy.quorum !== null && performance.now() < until) {
    const witnessed = await readLastWitnessed(db, policy, origin);
    if (witnessed !== undefined && witnessed.size >= signed.size) return witnessed;
    await sleep(lookMs);
  }
  return { size: signed.size, note: await withCosignatures(db, policy, signed) };
}

/** Whether witnesses cosigned the checkpoint of an export, as many as the policy asks for. */
export async function cosignedBy(
  { policy, db, subject }: Pick<OpenLog, 'policy' | 'db' | 'subject'>,
  { size, note }: Pick<SignedCheckpoint, 'size' | 'note'>,
): Promise<'NO_QUORUM_ASKED' | 'QUORUM' | 'NO_QUORUM'> {
  if (policy.quorum === null) return 'NO_QUORUM_ASKED';
  const { state } = await readLogStanding({ db, subject });
  return (await verifyCheckpoint(note, policyAt(policy, state, size))).quorum ? 'QUORUM' : 'NO_QUORUM';
}
