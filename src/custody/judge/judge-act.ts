import type { Act as SignedAct, SignedEvent } from '../../log/index.js';
import { currentForm, eventRule, kindRules } from '../catalogue.js';
import type { OfficerState } from '../officer/state.js';
import type { Act, AnyEventRule, Circumstances } from '../rule.js';
import { type PlacedViolation, refuse, refuseIf, type Violation } from '../violation.js';
import { checkCorrectedInClear } from './corrected-in-clear.js';
import { rulesInForce } from './editions.js';
import { applyGates, checkOverrides } from './gates.js';
import { checkItemOfGroup, checkItemsDigest, checkItemsPresent } from './group.js';
import { checkLogWide } from './log-wide.js';
import { checkOccurrence } from './occurrence.js';
import { eventsOfAct, kindOf, type Moment, placeEvent } from './place-act.js';
import { checkSignatories } from './signatories.js';
import { checkCountersigner, checkSigner } from './signer.js';
import { type Overlay, officerIn } from './world.js';

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
        : judgeAuthority(world, own, signed, circumstances, isItem);
    const stale = unauthorized.length > 0 ? undefined : checkHead(world, signed, position);
    if (stale !== undefined) return { kind: 'stale', stale };
    const violations =
      unauthorized.length > 0 || role === 'countersignature'
        ? unauthorized
        : judgeContent(world, own, signed, circumstances);
    found.push(...violations.map(violation => ({ ...violation, event: position })));
    if (violations.length > 0 && !isItem) break;
    if (violations.length === 0) placeEvent(world, event, moment.firstIndex);
  }
  return found.length === 0 ? { kind: 'accepted' } : { kind: 'refused', violations: found };
}

/**
 * What the batch itself and the officers show, before anything is asked of the subject: who may not act on it at
 * all is not told whether it exists (design section 6).
 */
function judgeAuthority(
  world: Overlay,
  act: Act,
  { form }: SignedEvent,
  circumstances: Circumstances,
  isItem: boolean,
): readonly Violation[] {
  const rule = eventRule(act.type, form);
  if (rule === undefined) return unknownType(act, form);
  const begun = checkBegun(act, rule);
  if (begun.length > 0) return begun;
  const found = [
    ...checkFormInUse(act),
    ...(isFoundingEvent(act) ? checkFounding(world) : checkSigner(act, circumstances)),
    ...(isItem ? checkItemOfGroup(act, circumstances) : checkSignatories(act, circumstances)),
    ...checkItemsPresent(act, rule, circumstances, isItem),
    ...checkItemsDigest(act, circumstances),
  ];
  return rulesInForce(found, circumstances.sop);
}

/** The act itself, on the head its signer knew. */
function judgeContent(
  world: Overlay,
  act: Act,
  { form }: SignedEvent,
  circumstances: Circumstances,
): readonly Violation[] {
  const rule = eventRule(act.type, form);
  if (rule === undefined) return unknownType(act, form);
  const standing = world.standing(act.subject);
  const found = [
    ...checkOccurrence(act, circumstances),
    ...checkCorrectedInClear(act, circumstances),
    ...rule.decide(standing?.state, act, circumstances),
    ...(standing === undefined
      ? []
      : (kindRules(kindOf(act))?.decideAlways?.(standing.state, act, circumstances) ?? [])),
    ...checkLogWide(world, rule, standing?.state, act, circumstances),
  ];
  return rulesInForce(
    [...applyGates(found, act, circumstances), ...checkOverrides(act, circumstances)],
    circumstances.sop,
  );
}

/** A form that was taken over by a newer one says less than is asked for now. */
function checkFormInUse({ type, form }: Act): readonly Violation[] {
  const current = currentForm(type);
  return refuseIf(form < current, 'type.form-superseded', '/form', {
    type,
    form: String(form),
    current: String(current),
  });
}

/** What fails at the leaf of the act is not said a second time of the countersignature's own leaf. */
function judgeCountersignature(
  countersignature: Act,
  before: OfficerState | undefined,
  event: SignedEvent,
  circumstances: Circumstances,
): readonly Violation[] {
  const { receivedAt } = circumstances;
  const faults = isFoundingEvent(event) ? [] : checkCountersigner(countersignature, before, receivedAt);
  return faults.length > 0 ? faults : checkSigner(countersignature, circumstances);
}

/** `log.opened` brings its signers' keys and roles itself; nothing before it could. */
function isFoundingEvent({ type }: Pick<Act, 'type'>): boolean {
  return type === 'log.opened';
}

/** A second `log.opened` would bring in registrars of its own making. */
function checkFounding(world: Overlay): readonly Violation[] {
  return refuseIf(world.log() !== undefined, 'log.not-founding', '/type');
}

function checkHead(world: Overlay, event: SignedEvent, position: number): StaleEvent | undefined {
  const standing = world.standing(event.subject);
  const head = { seq: standing?.seq ?? 0, eventId: standing?.head ?? null };
  if (event.seq === head.seq + 1 && event.prev === head.eventId) return undefined;
  return { event: position, subject: event.subject, seq: event.seq, head };
}

/** `seq` 1 is for the types that begin a subject, and for them alone; whether the subject exists is its head's. */
function checkBegun({ subject, type, seq }: Act, { begins }: AnyEventRule): readonly Violation[] {
  if (begins === (seq === 1)) return [];
  return [refuse(begins ? 'subject.begun' : 'subject.unknown', '/subject', { subject, type })];
}

function unknownType(act: Act, form: number): readonly Violation[] {
  return refuseIf(true, 'type.unknown', '/type', { type: act.type, form: String(form) });
}
