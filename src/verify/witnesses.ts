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

/** Somebody independent of the operator saw a tree. */
export interface Sighting {
  /** Name of a log witness in the policy; null for a time-stamp authority. */
  readonly witness: string | null;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/**
 * When witnesses that count for the quorum saw this checkpoint; empty where there is no quorum, or none is asked for:
 * then nobody independent saw it.
 */
export function sightingsOf(checkpoint: VerifiedCheckpoint, policy: Policy): readonly Sighting[] {
  if (!checkpoint.quorum) return [];
  const counted = countedWitnesses(policy);
  return checkpoint.cosignatures.filter(({ witness }) => counted.has(witness));
}

/** The earliest of one or more. */
export function earliestOf(sightings: readonly Sighting[]): Sighting | undefined {
  return [...sightings].sort((one, other) => one.time - other.time)[0];
}
