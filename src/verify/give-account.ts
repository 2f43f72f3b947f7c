import type { Language } from '../custody/text.js';
import { formatVerifierKey, type Policy, type VerifierKey } from '../log/index.js';
import type { Account, AnchorTold } from './account.js';
import { coveredTrees } from './covered.js';
import { listDisputedKeys, listLostKeys } from './disputed.js';
import type { Anchor } from './events/anchors.js';
import type { EventWalk } from './events/event-walk.js';
import type { Findings } from './findings.js';
import { lastCosigned, type Sighting, seenBy, type Vouched } from './witnesses.js';

/** Somebody independent saw this many leaves. */
export interface SeenTree {
  readonly size: number;
  readonly seen: readonly Sighting[];
}

/** What an account is made of. */
export interface AccountGround {
  readonly walk: EventWalk;
  readonly exportHash: string;
  readonly recordedBy: Account['recordedBy'];
  readonly unrecorded: boolean;
  readonly complete: boolean;
  readonly policy: Policy;
  /** Keys of the policy handed over whose lines are good. */
  readonly believed: readonly VerifierKey[];
  /** Leaves of the tree. */
  readonly size: number;
  /** Who saw the whole tree. */
  readonly seen: readonly Sighting[];
  /** Older trees of this log: of anchors and checkpoints held that were compared. */
  readonly older: readonly SeenTree[];
  readonly uncomparedAnchors: readonly number[];
}

export function giveAccount(ground: AccountGround, findings: Findings, language: Language): Account {
  const { walk, exportHash, recordedBy, complete, policy, believed, size, seen, older, uncomparedAnchors } =
    ground;
  const inForce = walk.logKeys.inForce(size);
  const logKey = formatVerifierKey(inForce);
  return {
    verdict: findings.verdict(null, language),
    exportHash,
    recordedBy,
    unrecorded: ground.unrecorded,
    logKey,
    complete,
    seen: seenBy(seen, policy) ?? null,
    lastCosigned: lastCosigned(seen, policy) ?? latest(older, policy),
    covered: coveredTrees(older, policy).at(-1) ?? null,
    anchors: walk.anchors.flatMap(anchor => tellAnchor(anchor, policy)),
    uncountedAnchors: walk.uncountedAnchors,
    uncomparedAnchors,
    held: findings.held,
    disputed: listDisputedKeys(walk),
    lostKeys: listLostKeys(walk),
    newLogKey: believed.some(({ key }) => key.kid === inForce.key.kid) ? null : logKey,
    notProven: findings.toldIn(language),
  };
}

function latest(older: readonly SeenTree[], policy: Policy): Vouched | null {
  const times = older.flatMap(({ seen }) => lastCosigned(seen, policy) ?? []);
  return times.sort((one, other) => other.time - one.time)[0] ?? null;
}

function tellAnchor({ leaf, size, seen }: Anchor, policy: Policy): readonly AnchorTold[] {
  const vouched = seenBy(seen, policy);
  return vouched === undefined ? [] : [{ leaf, size, seen: vouched }];
}
