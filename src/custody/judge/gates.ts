import { type GateId, gateIds } from '../gates.js';
import { holdsRole } from '../officer/state.js';
import type { Act, Circumstances } from '../rule.js';
import type { GateOverride } from '../schema/occurrence.js';
import { gateOf, refuse, refuseIf, type Violation } from '../violation.js';

/**
 * Takes out what a gate says no to where the SOP has the gate off, or where a named officer passes it for a
 * stated reason and the SOP lets his role do so. Whether that officer may is `checkOverrides`.
 */
export function applyGates(
  violations: readonly Violation[],
  act: Act,
  circumstances: Circumstances,
): readonly Violation[] {
  const passed = new Set(overridesOf(act, circumstances).map(override => override.gate));
  return violations.filter(violation => {
    const gate = gateOf(violation.rule);
    return gate === null || (circumstances.sop.gates[gate].on && !passed.has(gate));
  });
}

/** An override stands in the body and is signed by the officer it names: as actor or as countersigner. */
export function checkOverrides(act: Act, circumstances: Circumstances): readonly Violation[] {
  if (circumstances.group !== null) return [];
  return overridesOf(act, circumstances).flatMap((override, position) => {
    const pointer = `/body/overrides/${position}`;
    const { gate, officer } = override;
    if (!isGate(gate)) return [refuse('override.gate-unknown', `${pointer}/gate`, { gate })];
    const allowed = circumstances.sop.gates[gate].override;
    if (allowed === null) return [refuse('override.not-allowed', `${pointer}/gate`, { gate })];
    return signedInOneOf(allowed.roles, officer, act, circumstances)
      ? checkSecondOfficer(override, pointer, act, circumstances)
      : [
          refuse('override.role-not-allowed', `${pointer}/officer`, {
            gate,
            officer,
            allowed: allowed.roles.join(', '),
          }),
        ];
  });
}

/**
 * Nobody opens a gate to himself: beside an author who passes it for his own act a second officer signs, and signs that he
 * decides. A witness of the act says that it happened, not that it was right.
 */
function checkSecondOfficer(
  { gate, officer }: GateOverride,
  pointer: string,
  act: Act,
  { sop, countersigners }: Circumstances,
): readonly Violation[] {
  const roles: readonly string[] | undefined = sop.gates[gate as GateId].override?.secondOfficers;
  if (roles === undefined || officer !== act.actor.officer) return [];
  const seconded = countersigners.some(({ role, as }) => as === 'overriding-officer' && roles.includes(role));
  return refuseIf(!seconded, 'override.second-officer-missing', `${pointer}/officer`, {
    gate,
    allowed: roles.join(', '),
  });
}

/** Overrides of the act; an item's are those of its group. */
function overridesOf(act: Act, circumstances: Circumstances): readonly GateOverride[] {
  const body = (circumstances.group ?? act).body;
  return (body.overrides ?? []) as unknown as readonly GateOverride[];
}

function signedInOneOf(
  allowed: readonly string[],
  officer: string,
  act: Act,
  { countersigners, officer: find, receivedAt }: Circumstances,
): boolean {
  const signers = [{ officer: act.actor.officer, role: act.actor.role }, ...countersigners];
  const state = find(officer);
  return signers.some(
    signer =>
      signer.officer === officer &&
      allowed.includes(signer.role) &&
      state !== undefined &&
      holdsRole(state, signer.role, receivedAt),
  );
}

function isGate(gate: string): gate is GateId {
  return (gateIds as readonly string[]).includes(gate);
}
