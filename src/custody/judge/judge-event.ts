import type { SignedEvent } from '../../log/index.js';
import { currentRule, kindRules } from '../catalogue.js';
import type { OfficerState } from '../officer/state.js';
import type { Act, AnyEventRule, Circumstances } from '../rule.js';
import type { Sop } from '../sop/document.js';
import { refuse, refuseIf, type Violation } from '../violation.js';
import { checkCorrectedInClear } from './corrected-in-clear.js';
import { rulesInForce } from './editions.js';
import { applyGates, checkOverrides } from './gates.js';
import { checkItemOfGroup } from './group.js';
import { checkOccurrence } from './occurrence.js';
import { kindOf } from './place-act.js';
import { checkSignatories } from './signatories.js';
import { checkCountersigner, checkSigner } from './signer.js';
import type { LogWorld } from './world.js';

/*
 * The parts of a judgement over one event, in the order in which a person wants to hear of them. The judge of a batch
 * asks them all; who replays an export asks those for which he has what they look at.
 */

/** No rule is known for the type, or not in this form. */
export function unknownType({ type, form }: Pick<SignedEvent, 'type' | 'form'>): Violation {
  return refuse('type.unknown', '/type', { type, form: String(form) });
}

/** `seq` 1 is for the types that begin a subject, and for them alone; whether the subject exists is its head's. */
export function checkBegun({ subject, type, seq }: Act, { begins }: AnyEventRule): readonly Violation[] {
  if (begins === (seq === 1)) return [];
  return [refuse(begins ? 'subject.begun' : 'subject.unknown', '/subject', { subject, type })];
}

/**
 * What the batch itself and the officers show of who signs, before anything is asked of the subject: who may not act
 * on it at all is not told whether it exists (design section 6).
 */
export function checkAuthority(
  world: LogWorld,
  act: Act,
  circumstances: Circumstances,
  isItem: boolean,
): readonly Violation[] {
  return [
    ...checkFormInUse(act, circumstances.sop),
    ...(isFoundingEvent(act) ? checkFounding(world) : checkSigner(act, circumstances)),
    ...(isItem ? checkItemOfGroup(act, circumstances) : checkSignatories(act, circumstances)),
  ];
}

/**
 * What fails at the leaf of the act is not said a second time of the countersignature's own leaf.
 * @param before the countersigner as of the act
 */
export function judgeCountersignature(
  countersignature: Act,
  before: OfficerState | undefined,
  act: Pick<Act, 'type'>,
  circumstances: Circumstances,
): readonly Violation[] {
  const { receivedAt } = circumstances;
  const faults = isFoundingEvent(act) ? [] : checkCountersigner(countersignature, before, receivedAt);
  return faults.length > 0 ? faults : checkSigner(countersignature, circumstances);
}

/** What is replayed from the history of the act's own subject. */
export function checkOwnHistory(
  rule: AnyEventRule,
  state: unknown,
  act: Act,
  circumstances: Circumstances,
): readonly Violation[] {
  const always = state === undefined ? undefined : kindRules(kindOf(act))?.decideAlways;
  return [
    ...checkOccurrence(act, circumstances),
    ...checkCorrectedInClear(act, circumstances),
    ...rule.decide(state, act, circumstances),
    ...(always?.(state, act, circumstances) ?? []),
  ];
}

/** What is left of what was found once the gates that were passed, and the edition in force, are counted. */
export function whatCounts(
  found: readonly Violation[],
  act: Act,
  circumstances: Circumstances,
): readonly Violation[] {
  return rulesInForce(
    [...applyGates(found, act, circumstances), ...checkOverrides(act, circumstances)],
    circumstances.sop,
  );
}

/** A form that was taken over by a newer one says less than the edition of the rules in force asks for. */
function checkFormInUse({ type, form }: Act, { edition = 1 }: Sop): readonly Violation[] {
  const rule = currentRule(type);
  const former = rule?.former?.find(earlier => earlier.form === form);
  const isRefused = former !== undefined && edition >= former.supersededIn;
  return refuseIf(isRefused, 'type.form-superseded', '/form', {
    type,
    form: String(form),
    current: String(rule?.form),
  });
}

/** `log.opened` brings its signers' keys and roles itself; nothing before it could. */
function isFoundingEvent({ type }: Pick<Act, 'type'>): boolean {
  return type === 'log.opened';
}

/** A second `log.opened` would bring in registrars of its own making. */
function checkFounding(world: LogWorld): readonly Violation[] {
  return refuseIf(world.log() !== undefined, 'log.not-founding', '/type');
}
