import { firstQuorum, type VerifiedCheckpoint, verifyCheckpoint } from '../log/index.js';
import { readLastWitnessed } from './cosignatures.js';
import type { OpenLog } from './open-log.js';
import { readLogStanding } from './read-log-standing.js';

/** A size of the log, and when it was seen (ms since 1970). */
interface Seen {
  readonly size: number;
  readonly at: number;
}

/** How far others than the operator vouch for the log, and since when. */
export interface OutsideStanding {
  /** The newest checkpoint with a quorum, and when the last of that quorum cosigned. Null: none, or none is asked for. */
  readonly witnessed: Seen | null;
  /** The last cosigned checkpoint that the log itself names, and when it did. Null: none yet. */
  readonly anchored: Seen | null;
  /** Which of them is older than it may be, where the policy asks for witnesses. */
  readonly overdue: readonly ('witnessed' | 'anchored')[];
}

const hourMs = 3_600_000;
/** Both happen daily (log-format sections 5 and 8); a log that is younger owes nothing yet. */
const mayBeOld = { witnessed: 26 * hourMs, anchored: 50 * hourMs } as const;

/** Verifies what is kept; too much work to be done for whoever asks. */
export async function readOutsideStanding(
  log: Pick<OpenLog, 'db' | 'policy' | 'origin' | 'subject' | 'now'>,
): Promise<OutsideStanding> {
  const { db, policy, origin } = log;
  const { state } = await readLogStanding(log);
  const kept = await readLastWitnessed(db, policy, origin);
  const checkpoint = kept === undefined ? null : await verifyCheckpoint(kept.note, policy);
  const witnessed = checkpoint === null ? null : { size: checkpoint.size, at: quorumAt(checkpoint, policy) };
  const { size, receivedAt } = state.anchored ?? {};
  const anchored = size === undefined || receivedAt === undefined ? null : { size, at: receivedAt };
  const asked = policy.quorum !== null && policy.witnesses.length > 0;
  const now = log.now();
  const isOverdue = (what: 'witnessed' | 'anchored', seen: Seen | null) =>
    now - (seen?.at ?? state.openedAt) > mayBeOld[what];
  const overdue = [
    ...(asked && isOverdue('witnessed', witnessed) ? (['witnessed'] as const) : []),
    ...(asked && isOverdue('anchored', anchored) ? (['anchored'] as const) : []),
  ];
  return { witnessed, anchored, overdue };
}

/** When the last one cosigned that the quorum needed. */
function quorumAt({ cosignatures }: VerifiedCheckpoint, policy: OpenLog['policy']): number {
  const inOrder = [...cosignatures].sort((one, other) => one.time - other.time);
  return (firstQuorum(policy, inOrder) ?? inOrder).at(-1)?.time ?? 0;
}
