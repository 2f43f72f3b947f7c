import type { Act as SignedAct, SignedEvent } from '../../log/index.js';
import { eventRule } from '../catalogue.js';
import type { Act, Circumstances } from '../rule.js';
import type { PlacedViolation, Violation } from '../violation.js';
import { rulesInForce } from './editions.js';
import { checkItemsDigest, checkItemsPresent } from './group.js';
import {
  checkAuthority,
  checkBegun,
  checkOwnHistory,
  judgeCountersignature,
  unknownType,
  whatCounts,
} from './judge-event.js';
import { checkLogWide } from './log-wide.js';
import { eventsOfAct, type Moment, placeEvent } from './place-act.js';
import { type Overlay, officerIn, type Standing } from './world.js';

/** An event whose `seq` or `prev` is not the next of its subject: the signer knew an older state. */
export interface StaleEvent {
  readonly event: number;
  readonly subject: string;
  readonly seq: number;
  readonly head: { readonly seq: number; readonly eventId: string | null };
}

export type ActVerdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'stale'; readonly stale: StaleEvent }
  | { readonly kind: 'refused'; readonly violations: readonly PlacedViolation[] };

/**
 * Judges one act with its countersignatures and item events, in the order of their leaves, and places them
 * in `world` when all of it stands. The order of steps is the order in which a person wants to hear of them:
 * first who signs, then whether the procedure provides for it, then the act itself. Every item of a group is
 * judged, so that a manifest of twelve names all its faults at once. `world` is of no use after a refusal.
 */
export function judgeAct(world: Overlay, act: SignedAct, moment: Moment): ActVerdict {
  const before = new Map(
    act.countersignatures.map(({ actor: { officer } }) => [officer, officerIn(world, officer)]),
  );
  const found: PlacedViolation[] = [];
  for (const event of eventsOfAct(world, act, moment)) {
    const { signed, own, role, position, circumstances } = event;
    const isItem = role === 'item';
    const unauthorized =
      role === 'countersignature'
        ? judgeCountersignature(own, before.get(own.actor.officer), act.event, circumstances)
        : judgeAuthority(world, own, circumstances, isItem);
    const stale =
      unauthorized.length > 0 ? undefined : checkHead(world.standing(own.subject), signed, position);
    if (stale !== undefined) return { kind: 'stale', stale };
    const violations =
      unauthorized.length > 0 || role === 'countersignature'
        ? unauthorized
        : judgeContent(world, own, circumstances);
    found.push(...violations.map(violation => ({ ...violation, event: position })));
    if (violations.length > 0 && !isItem) break;
    if (violations.length === 0) placeEvent(world, event, moment.firstIndex);
  }
  return found.length === 0 ? { kind: 'accepted' } : { kind: 'refused', violations: found };
}

function judgeAuthority(
  world: Overlay,
  act: Act,
  circumstances: Circumstances,
  isItem: boolean,
): readonly Violation[] {
  const rule = eventRule(act.type, act.form);
  if (rule === undefined) return [unknownType(act)];
  const begun = checkBegun(act, rule);
  if (begun.length > 0) return begun;
  const found = [
    ...checkAuthority(world, act, circumstances, isItem),
    ...checkItemsPresent(act, rule, circumstances, isItem),
    ...checkItemsDigest(act, circumstances),
  ];
  return rulesInForce(found, circumstances.sop);
}

/** The act itself, on the head its signer knew. */
function judgeContent(world: Overlay, act: Act, circumstances: Circumstances): readonly Violation[] {
  const rule = eventRule(act.type, act.form);
  if (rule === undefined) return [unknownType(act)];
  const state = world.standing(act.subject)?.state;
  const found = [
    ...checkOwnHistory(rule, state, act, circumstances),
    ...checkLogWide(world, rule, state, act, circumstances),
  ];
  return whatCounts(found, act, circumstances);
}

/** @returns undefined where the event is the next of its subject, which stands there */
export function checkHead(
  standing: Standing | undefined,
  event: SignedEvent,
  position: number,
): StaleEvent | undefined {
  const head = { seq: standing?.seq ?? 0, eventId: standing?.head ?? null };
  if (event.seq === head.seq + 1 && event.prev === head.eventId) return undefined;
  return { event: position, subject: event.subject, seq: event.seq, head };
}
