import { eventRule } from '../../custody/catalogue.js';
import { leavesCustody } from '../../custody/evidence/leaves-custody.js';
import { rulesInForce } from '../../custody/judge/editions.js';
import { checkItemsDigest, checkItemsPresent } from '../../custody/judge/group.js';
import { type ActVerdict, checkHead } from '../../custody/judge/judge-act.js';
import {
  checkAuthority,
  checkBegun,
  checkOwnHistory,
  judgeCountersignature,
  unknownType,
  whatCounts,
} from '../../custody/judge/judge-event.js';
import { checkAcrossSubjects, checkClaims, checkNamedSubjects } from '../../custody/judge/log-wide.js';
import { checkOccurrence } from '../../custody/judge/occurrence.js';
import { type EventOfAct, eventsOfAct, placeEvent, stateAfter } from '../../custody/judge/place-act.js';
import { Overlay, officerIn } from '../../custody/judge/world.js';
import type { AnyEventRule } from '../../custody/rule.js';
import type { Sop } from '../../custody/sop/document.js';
import type { PlacedViolation, Violation } from '../../custody/violation.js';
import type { GatheredAct } from './gather-acts.js';
import type { OpenRules } from './open-rules.js';
import type { ReplayedLog } from './replayed-log.js';

interface Judging {
  readonly world: ReplayedLog;
  readonly overlay: Overlay;
  readonly open: OpenRules;
}

/**
 * Judges what a partial export shows of an act: the events of whole subjects by all rules, and of a group whose own
 * subject is not whole what its items rest on, its signatures and circumstances. A rule that looks at what is not
 * inside is neither passed nor failed: it goes to `open` (log-format section 12). An act that stands is taken over by
 * `world`.
 */
export function judgeInside(world: ReplayedLog, open: OpenRules, act: GatheredAct, sop: Sop): ActVerdict {
  const judging = { world, open, overlay: new Overlay(world) };
  const found: PlacedViolation[] = [];
  const before = new Map(
    act.signed.countersignatures.map(({ actor: { officer } }) => [officer, officerIn(world, officer)]),
  );
  for (const event of eventsAtTheirLeaves(judging, act, sop)) {
    const { signed, own, role, position } = event;
    const isWhole = world.isWhole(own.subject);
    const stale = isWhole ? checkHead(headOf(judging, own.subject), signed, position) : undefined;
    if (stale !== undefined) return { kind: 'stale', stale };
    const violations =
      role === 'countersignature'
        ? judgeCountersignature(own, before.get(own.actor.officer), act.signed.event, event.circumstances)
        : judgeEvent(judging, event, isWhole, act.signed.items.length > 0);
    found.push(...violations.map(violation => ({ ...violation, event: position })));
    if (violations.length > 0 && role !== 'item') break;
    if (violations.length === 0) place(judging, event, isWhole);
  }
  if (found.length > 0) return { kind: 'refused', violations: found };
  world.absorb(
    judging.overlay,
    act.events.map(({ event }) => event),
  );
  return { kind: 'accepted' };
}

/** As `eventsOfAct`, at their own leaves; the items of a group are known where all that it lists are inside. */
function eventsAtTheirLeaves(
  { world, overlay }: Judging,
  { signed, events }: GatheredAct,
  sop: Sop,
): readonly EventOfAct[] {
  const moment = { receivedAt: events[0].receivedAt, firstIndex: 0, sop };
  const { items } = signed.event.body;
  const isMissed = Array.isArray(items) && items.length > signed.items.length;
  return eventsOfAct(overlay, signed, moment).map((event, step) => {
    const position = events[step]?.index ?? event.position;
    if (event.role !== 'act' || !isMissed) return { ...event, position };
    const circumstances = {
      ...event.circumstances,
      get items() {
        world.asked.add(`items of ${signed.event.subject}`);
        return event.circumstances.items;
      },
    };
    return { ...event, position, circumstances };
  });
}

function judgeEvent(
  judging: Judging,
  event: EventOfAct,
  isWhole: boolean,
  hasItems: boolean,
): readonly Violation[] {
  const { own, circumstances } = event;
  // Named by another event, nothing is claimed about its own subject.
  if (!isWhole && !hasItems) return [];
  if (!isWhole && event.role === 'item') return [];
  const rule = eventRule(own.type, own.form);
  if (rule === undefined) return [unknownType(own)];
  if (isItemAlone(event)) {
    judging.open.note(own.type, event.position, [`event ${own.body.group}`]);
    return [];
  }
  const begun = checkBegun(own, rule);
  if (begun.length > 0) return begun;
  const unauthorized = judgeAuthority(judging, event, rule);
  if (unauthorized.length > 0) return unauthorized;
  const found =
    isWhole && !judging.world.isUncertain(own.subject)
      ? judgeContent(judging, event, rule)
      : judgeWithoutState(judging, event);
  return whatCounts(found, own, circumstances);
}

/** The event of an item whose group is not inside. */
function isItemAlone({ own, role }: EventOfAct): boolean {
  return role === 'act' && own.body.group !== undefined;
}

function judgeAuthority(judging: Judging, event: EventOfAct, rule: AnyEventRule): readonly Violation[] {
  const { own, role, circumstances } = event;
  const isItem = role === 'item';
  const found = [
    ...whereKnown(judging, event, () => checkAuthority(judging.overlay, own, circumstances, isItem)),
    ...whereKnown(judging, event, () => checkItemsPresent(own, rule, circumstances, isItem)),
    ...whereKnown(judging, event, () => checkItemsDigest(own, circumstances)),
  ];
  return rulesInForce(found, circumstances.sop);
}

function judgeContent(judging: Judging, event: EventOfAct, rule: AnyEventRule): readonly Violation[] {
  const { world, overlay, open } = judging;
  const { own, position, circumstances } = event;
  const state = overlay.standing(own.subject)?.state;
  const history = whereKnown(judging, event, () => checkOwnHistory(rule, state, own, circumstances));
  world.asked.clear();
  const unknown = checkNamedSubjects(overlay, rule, own).filter(({ parameters: { subject = '' } }) =>
    world.isWhole(subject),
  );
  open.note(own.type, position, world.asked);
  return [
    ...history,
    ...unknown,
    ...checkClaims(overlay, rule, state, own),
    ...whereKnown(judging, event, () => checkAcrossSubjects(overlay, rule, state, own, circumstances)),
  ];
}

/** What the act says of itself; the rest of its rules look at the state of its subject. */
function judgeWithoutState({ open }: Judging, event: EventOfAct): readonly Violation[] {
  open.note(event.own.type, event.position, [event.own.subject]);
  return checkOccurrence(event.own, event.circumstances);
}

/** What a check finds, where it was shown all that it looked at. */
function whereKnown(
  { world, open }: Judging,
  { own, position }: EventOfAct,
  check: () => readonly Violation[],
): readonly Violation[] {
  world.asked.clear();
  const found = check();
  if (world.asked.size === 0) return found;
  open.note(own.type, position, world.asked);
  return [];
}

function headOf({ world, overlay }: Judging, subject: string) {
  return overlay.standings.get(subject) ?? world.head(subject);
}

function place({ world, overlay, open }: Judging, event: EventOfAct, isWhole: boolean): void {
  const { signed, own, position, circumstances } = event;
  const placed = { ...own, index: position, receivedAt: circumstances.receivedAt };
  if (!isWhole) {
    overlay.events.set(own.eventId, placed);
    return;
  }
  if (isItemAlone(event) && !world.isUncertain(own.subject))
    world.doubt(own.subject, overlay.standing(own.subject)?.state);
  if (world.isUncertain(own.subject)) {
    follow(world, event);
    overlay.events.set(own.eventId, placed);
    overlay.standings.set(own.subject, { seq: signed.seq, head: signed.eventId, state: undefined });
    return;
  }
  world.asked.clear();
  placeEvent(overlay, event, 0);
  if (world.asked.size === 0) return;
  open.note(own.type, position, world.asked);
  world.doubt(own.subject, overlay.standing(own.subject)?.state);
}

/** What an act whose group is not inside leaves as it was is followed over it; what it may have changed is not. */
function follow(world: ReplayedLog, event: EventOfAct): void {
  const { own, position } = event;
  world.follow(own.subject, before => {
    if (!isItemAlone(event)) return stateAfter(event, before, position);
    return leavesCustody(own.type) ? before : undefined;
  });
}
