import { equalBytes, type Policy, type VerifiedCheckpoint } from '../../log/index.js';
import { CheckFailure } from '../check-failure.js';
import { tellTime } from '../events/times.js';
import { lastCosigned, type Sighting, seenBy, sightingsOf, type Vouched } from '../witnesses.js';
import { consistencyPath, hasGrownFrom, type Tree } from './consistency.js';
import type { ReadHeld } from './read-held.js';
import type { Recording } from './recording.js';

/** What came of a checkpoint that is held; `newer`: of a larger tree than the export. */
export interface HeldOutcome {
  /** Of its tree; null where it does not count. */
  readonly size: number | null;
  readonly outcome:
    | 'compared'
    | 'not of this log'
    | 'key not in force'
    | 'altered'
    | 'newer'
    | 'not comparable';
  /** By when its tree had been seen by a quorum; null where it was not. */
  readonly seen: Vouched | null;
  /** Of a receipt of an act that records an export or a dossier; null of anything else. */
  readonly records: Recording | null;
}

/** A checkpoint held, compared with the export. */
export interface ComparedHeld extends HeldOutcome {
  readonly checkpoint: VerifiedCheckpoint | null;
  readonly sightings: readonly Sighting[];
  /** It is of another history. */
  readonly failure: CheckFailure | null;
}

/** Times received, or of one witness, stand within 5 minutes of the clock of the log (log-format sections 4 and 5). */
const TOLERANCE_MS = 5 * 60 * 1000;

/** Who saw the very tree of the export, as checkpoints held show. */
export function sightingsOfSame(
  held: readonly ReadHeld[],
  tree: Pick<Tree, 'size' | 'root'>,
  policy: Policy,
): readonly Sighting[] {
  return held.flatMap(({ checkpoint }) => {
    const isSame = checkpoint?.size === tree.size && equalBytes(checkpoint.root, tree.root);
    return isSame ? sightingsOf(checkpoint, policy) : [];
  });
}

/** Nothing is thrown for another history: where that counts among the checks, the caller knows. */
export async function compareHeld(
  held: readonly ReadHeld[],
  tree: Tree,
  policy: Policy,
): Promise<readonly ComparedHeld[]> {
  const compared: ComparedHeld[] = [];
  for (const one of held) compared.push(await compareOne(one, tree, policy));
  return compared;
}

async function compareOne(
  { checkpoint, refused = 'not of this log', records }: ReadHeld,
  tree: Tree,
  policy: Policy,
): Promise<ComparedHeld> {
  if (checkpoint === null) {
    const nothing = { size: null, seen: null, records: null, sightings: [], failure: null };
    return { checkpoint, outcome: refused, ...nothing };
  }
  const { size } = checkpoint;
  const sightings = sightingsOf(checkpoint, policy);
  const found = {
    checkpoint,
    size,
    records: records ?? null,
    sightings,
    seen: seenBy(sightings, policy) ?? null,
  };
  try {
    const grown = await hasGrownFrom(checkpoint, tree);
    if (grown === true) return { ...found, outcome: 'compared', failure: null };
    if (grown === false) return { ...found, outcome: 'compared', failure: anotherHistory(size) };
    return { ...found, outcome: size > tree.size ? 'newer' : 'not comparable', failure: null };
  } catch (error) {
    if (!(error instanceof CheckFailure) || error.check !== 'consistency') throw error;
    return { ...found, outcome: 'compared', failure: error };
  }
}

function anotherHistory(size: number): CheckFailure {
  const detail = `the checkpoint held of size ${size} is of another history`;
  return new CheckFailure('consistency', consistencyPath(size), detail);
}

/** Of the export, what a larger checkpoint must not be older than. */
export interface LastSeen {
  /** Time received of the last leaf of the tree, as the head statements say; null where there are none. */
  readonly asOf: number | null;
  /** Who saw the tree of the export. */
  readonly seen: readonly Sighting[];
  readonly policy: Policy;
}

/**
 * Checkpoints held are of the history of the export. A larger one cannot be compared; but a log that had been seen with
 * it, and after that takes a leaf of the smaller tree in or has the smaller tree cosigned, has shrunk. Both times are
 * those of a quorum: a single witness with another clock, or of ill will, fails no log.
 * @throws {CheckFailure} `consistency`
 */
export function checkHeldCheckpoints(held: readonly ComparedHeld[], last: LastSeen): void {
  for (const { failure, outcome, size, seen } of held) {
    if (failure !== null) throw failure;
    if (outcome === 'newer' && size !== null && seen !== null) requireNotShrunk(size, seen.time, last);
  }
}

/** @param before when a quorum had seen the larger tree, ms since 1970 */
function requireNotShrunk(size: number, before: number, { asOf, seen, policy }: LastSeen): void {
  const where = consistencyPath(size);
  if (asOf !== null && asOf > before + TOLERANCE_MS) {
    throw new CheckFailure(
      'consistency',
      where,
      `the log has shrunk: it was seen with ${size} leaves at ${tellTime(before)}, and this smaller tree took a leaf in at ${tellTime(asOf)}`,
    );
  }
  const again = lastCosigned(seen, policy)?.time;
  // Each of the two clocks may be off by as much.
  if (again !== undefined && again > before + 2 * TOLERANCE_MS) {
    throw new CheckFailure(
      'consistency',
      where,
      `the log has shrunk: it was seen with ${size} leaves at ${tellTime(before)}, and this smaller tree was cosigned at ${tellTime(again)}`,
    );
  }
}
