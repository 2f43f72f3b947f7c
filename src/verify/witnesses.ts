import type { Policy, VerifiedCheckpoint } from '../log/index.js';

/** Witnesses that count for the quorum of the policy: those that its group is made of, directly or through others. */
function countedWitnesses({ quorum, groups }: Policy): ReadonlySet<string> {
  const counted = new Set(quorum === null ? [] : [quorum]);
  // A group names only what is defined before it: from the last to the first, one pass is enough.
  for (const { name, members } of [...groups].reverse()) {
    if (counted.has(name)) for (const member of members) counted.add(member);
  }
  return counted;
}

/**
 * When witnesses that count for the quorum saw this checkpoint, milliseconds since 1970; empty where there is no
 * quorum, or none is asked for: then nobody independent saw it.
 */
export function timesSeen(checkpoint: VerifiedCheckpoint, policy: Policy): readonly number[] {
  if (!checkpoint.quorum) return [];
  const counted = countedWitnesses(policy);
  return checkpoint.cosignatures.filter(({ witness }) => counted.has(witness)).map(({ time }) => time);
}
