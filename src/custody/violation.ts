import type { GateId } from './gates.js';
import { fillIn, type Provider, type Refusal } from './refusal.js';
import { type RuleCode, refusals } from './refusals.js';
import type { Language } from './text.js';

/**
 * A rule that says no. It is data, not an exception: the signature was good and the evidence whole, but
 * the act may not be done like this. Words for it, in two languages, are looked up by `rule`.
 */
export interface Violation {
  readonly rule: RuleCode;
  /** JSON pointer into the event's payload, e.g. `/body/quantity/amount`. */
  readonly pointer: string;
  /** Values that the message names. Never a disclosed claim. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** A violation and the event of the batch it stands at (position from 0). */
export interface PlacedViolation extends Violation {
  readonly event: number;
}

export function refuse(rule: RuleCode, pointer: string, parameters: Record<string, string> = {}): Violation {
  return { rule, pointer, parameters };
}

/** `refuse` where `condition` holds, else nothing: for lists of checks. */
export function refuseIf(
  condition: boolean,
  rule: RuleCode,
  pointer: string,
  parameters: Record<string, string> = {},
): readonly Violation[] {
  return condition ? [refuse(rule, pointer, parameters)] : [];
}

/** The gate that stands behind a rule, where there is one (domain.md C.4). */
export function gateOf(rule: RuleCode): GateId | null {
  return refusals[rule].gate;
}

/** The edition of the rules that brought a rule. */
export function editionOf(rule: RuleCode): number {
  const { edition = 1 }: Refusal = refusals[rule];
  return edition;
}

/** A violation in words: what was refused, what is missing, and who can provide it. */
export interface Explanation {
  readonly gate: GateId | null;
  readonly rule: RuleCode;
  readonly event: number;
  readonly pointer: string;
  readonly message: string;
  readonly missing: string;
  readonly whoCanProvide: readonly Provider[];
}

export function explain(violation: PlacedViolation, language: Language): Explanation {
  const refusal: Refusal = refusals[violation.rule];
  return {
    gate: refusal.gate,
    rule: violation.rule,
    event: violation.event,
    pointer: violation.pointer,
    message: fillIn(refusal.message, violation.parameters, refusal.told ?? {}, language),
    missing: fillIn(refusal.missing, violation.parameters, refusal.told ?? {}, language),
    whoCanProvide: refusal.provider,
  };
}
