import type { Act } from '../../log/index.js';
import type { Sop } from '../sop/document.js';
import type { PlacedViolation } from '../violation.js';
import { judgeAct, type StaleEvent } from './judge-act.js';
import type { Moment } from './place-act.js';
import { type LogWorld, Overlay } from './world.js';

export type BatchVerdict =
  | { readonly kind: 'accepted'; readonly overlay: Overlay }
  | { readonly kind: 'stale'; readonly stale: StaleEvent }
  | { readonly kind: 'refused'; readonly violations: readonly PlacedViolation[] };

/**
 * Judges a batch: whole or not at all. Nothing in `below` changes; an accepted batch comes back as an
 * overlay that the caller absorbs. Stops at the first act that does not stand, with all its violations:
 * what would follow from an act that did not happen is not worth saying.
 * @param acts the batch as `readActs` found it, without faults (log-format section 10)
 */
export function judgeBatch(below: LogWorld, acts: readonly Act[], moment: Moment): BatchVerdict {
  const overlay = new Overlay(below);
  for (const act of acts) {
    const verdict = judgeAct(overlay, act, { ...moment, sop: sopInForce(overlay) ?? moment.sop });
    if (verdict.kind !== 'accepted') return verdict;
  }
  return { kind: 'accepted', overlay };
}

/** The SOP in force at a leaf is the last one named at an earlier leaf (log-format section 8). */
export function sopInForce(world: LogWorld): Sop | undefined {
  const log = world.log();
  return log === undefined ? undefined : world.sopDocument(log.sop.sha256);
}
