import type { Act as SignedAct, SignedEvent } from '../../log/index.js';
import { eventRule, kindRules } from '../catalogue.js';
import type { Act, AnyEventRule, Circumstances, PlacedAct } from '../rule.js';
import type { Sop } from '../sop/document.js';
import { type PlacedViolation, refuseIf, type Violation } from '../violation.js';
import { applyGates, checkOverrides } from './gates.js';
import { checkItemOfGroup, checkItemsPresent } from './group.js';
import { checkLogWide } from './log-wide.js';
import { checkOccurrence } from './occurrence.js';
import { checkSignatories } from './signatories.js';
import { checkSigner } from './signer.js';
import { type Overlay, officerIn } from './world.js';

/** When and where in the log a batch would be appended. */
export interface Moment {
  readonly receivedAt: number;
  /** Leaf index of the first event of the batch. */
  readonly firstIndex: number;
  /** The SOP where the log does not say yet which is in force: at its founding. */
  readonly sop: Sop;
}

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
  const { event, countersignatures, items } = act;
  const countersigners = countersignatures.map(({ actor, kid, body }) => ({
    ...actor,
    kid,
    as: String(body.as),
  }));
  const group = items.length > 0 ? asAct(event) : null;
  const itemActs = items.map(asAct);
  const found: PlacedViolation[] = [];
  for (const [step, signed] of [event, ...countersignatures, ...items].entries()) {
    const position = act.position + step;
    const stale = checkHead(world, signed, position);
    if (stale !== undefined) return { kind: 'stale', stale };
    const isCountersignature = step > 0 && step <= countersignatures.length;
    const isItem = step > countersignatures.length;
    const own = asAct(signed);
    const circumstances: Circumstances = {
      receivedAt: moment.receivedAt,
      sop: moment.sop,
      countersigners,
      group: isItem ? group : null,
      items: isItem ? [] : itemActs,
      referenced: id => (signed.refs.includes(id) || id === own.body.group ? world.event(id) : undefined),
      officer: id => officerIn(world, id),
    };
    const violations = isCountersignature
      ? checkSigner(own, circumstances)
      : judgeEvent(world, own, signed, circumstances, isItem);
    found.push(...violations.map(violation => ({ ...violation, event: position })));
    if (violations.length > 0 && !isItem) break;
    if (violations.length === 0) {
      place(world, signed, own, circumstances, moment.firstIndex + position, isCountersignature);
    }
  }
  return found.length === 0 ? { kind: 'accepted' } : { kind: 'refused', violations: found };
}

function judgeEvent(
  world: Overlay,
  act: Act,
  signed: SignedEvent,
  circumstances: Circumstances,
  isItem: boolean,
): readonly Violation[] {
  const rule = eventRule(act.type, signed.form);
  if (rule === undefined) return unknownType(act, signed.form);
  const standing = world.standing(act.subject);
  const begun = checkBegun(act, rule, standing !== undefined);
  if (begun.length > 0) return begun;
  const authority = [
    ...(isFoundingEvent(act) ? [] : checkSigner(act, circumstances)),
    ...(isItem ? checkItemOfGroup(act, circumstances) : checkSignatories(act, circumstances)),
    ...checkItemsPresent(act, rule, circumstances, isItem),
  ];
  if (authority.length > 0) return authority;
  const found = [
    ...checkOccurrence(act, circumstances),
    ...rule.decide(standing?.state, act, circumstances),
    ...(standing === undefined
      ? []
      : (kindRules(kindOf(act))?.decideAlways?.(standing.state, act, circumstances) ?? [])),
    ...checkLogWide(world, rule, standing?.state, act, circumstances),
  ];
  return [...applyGates(found, act, circumstances), ...checkOverrides(act, circumstances)];
}

/** `log.opened` brings its signers' keys and roles itself; nothing before it could. */
function isFoundingEvent(act: Act): boolean {
  return act.type === 'log.opened';
}

function place(
  world: Overlay,
  signed: SignedEvent,
  act: Act,
  circumstances: Circumstances,
  index: number,
  isCountersignature: boolean,
): void {
  const placed: PlacedAct = { ...act, index, receivedAt: circumstances.receivedAt };
  const before = world.standing(act.subject)?.state;
  const rule = eventRule(act.type, signed.form);
  const state =
    isCountersignature || rule === undefined ? before : evolve(rule, before, placed, circumstances);
  world.place(placed, { seq: signed.seq, head: signed.eventId, state });
  if (isCountersignature || rule === undefined) return;
  for (const { set, key } of rule.claims?.(act) ?? []) world.claim(set, key, act.subject);
}

/** The state after an accepted event. Pure; also what a rebuild and a replay by an outsider call. */
export function evolve(
  rule: AnyEventRule,
  before: unknown,
  act: PlacedAct,
  circumstances: Circumstances,
): unknown {
  const after = rule.evolve(before, act, circumstances);
  const always = kindRules(kindOf(act))?.evolveAlways;
  return always === undefined ? after : always(after, act, circumstances);
}

function checkHead(world: Overlay, event: SignedEvent, position: number): StaleEvent | undefined {
  const standing = world.standing(event.subject);
  const head = { seq: standing?.seq ?? 0, eventId: standing?.head ?? null };
  if (event.seq === head.seq + 1 && event.prev === head.eventId) return undefined;
  return { event: position, subject: event.subject, seq: event.seq, head };
}

function checkBegun(act: Act, rule: AnyEventRule, exists: boolean): readonly Violation[] {
  const about = { subject: act.subject, type: act.type };
  return rule.begins
    ? refuseIf(exists, 'subject.begun', '/subject', about)
    : refuseIf(!exists, 'subject.unknown', '/subject', about);
}

function unknownType(act: Act, form: number): readonly Violation[] {
  return refuseIf(true, 'type.unknown', '/type', { type: act.type, form: String(form) });
}

export function asAct(event: SignedEvent): Act {
  const { eventId, subject, seq, type, actor, kid, at, refs, body } = event;
  return {
    eventId,
    subject,
    id: subject.slice(subject.indexOf('/') + 1),
    seq,
    type,
    actor,
    kid,
    at,
    refs,
    body,
  };
}

function kindOf(act: Act): string {
  return act.subject.slice(0, act.subject.indexOf('/'));
}
