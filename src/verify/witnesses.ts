import type { Text } from '../custody/text.js';
import { firstQuorum, type Policy, type VerifiedCheckpoint } from '../log/index.js';

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

/** A time that enough of the witnesses, or a time-stamp authority, vouch for. */
export interface Vouched {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Names in the policy; none where it is a time-stamp authority. */
  readonly witnesses: readonly string[];
}

/** Who vouches: a log witness is a program, and a person must not be taken for it. */
export function vouchedWords({ witnesses }: Vouched): Text {
  const names = witnesses.join(', ');
  if (witnesses.length === 0) {
    return { en: 'stamped by a time-stamp authority', fr: "horodaté par une autorité d'horodatage" };
  }
  return witnesses.length === 1
    ? {
        en: `cosigned by log witness ${names}, a computer`,
        fr: `cosigné par le cosignataire du journal ${names}, un ordinateur`,
      }
    : {
        en: `cosigned by log witnesses ${names}, computers`,
        fr: `cosigné par les cosignataires du journal ${names}, des ordinateurs`,
      };
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

/** The tree was there at this time at the latest: a quorum had seen it by then, or an authority had stamped it. */
export function seenBy(sightings: readonly Sighting[], policy: Policy): Vouched | undefined {
  const inOrder = [...sightings].sort((one, other) => one.time - other.time);
  const [quorum, stamp] = [quorumAmong(inOrder, policy), inOrder.find(({ witness }) => witness === null)];
  if (stamp === undefined || (quorum !== undefined && quorum.time <= stamp.time)) return quorum;
  return { time: stamp.time, witnesses: [] };
}

/** The latest time at which a quorum saw it: each of its cosignatures is of this time or later. */
export function lastCosigned(sightings: readonly Sighting[], policy: Policy): Vouched | undefined {
  return quorumAmong(
    [...sightings].sort((one, other) => other.time - one.time),
    policy,
  );
}

/** The first quorum in this order, with the time of the last that it takes. */
function quorumAmong(sightings: readonly Sighting[], policy: Policy): Vouched | undefined {
  const cosigned = sightings.flatMap(({ witness, time }) => (witness === null ? [] : [{ witness, time }]));
  const quorum = firstQuorum(policy, cosigned);
  const time = quorum?.at(-1)?.time;
  if (quorum === undefined || time === undefined) return undefined;
  return { time, witnesses: quorum.map(({ witness }) => witness) };
}
