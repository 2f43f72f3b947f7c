import type { OfficerState } from '../../officer/state.js';
import type { Act, Circumstances } from '../../rule.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import type { ExaminationLevel } from '../../vocabulary/laboratory.js';

/** Roles that examine in the field: level 1, and nothing above it (V7). */
const fieldRoles: readonly string[] = ['WIT', 'CSO'];

/** V7, domain.md (b): a collector exploits in the field; what a laboratory does is done by the laboratory's own roles. */
export function checkLevel(level: ExaminationLevel, role: string, pointer: string): readonly Violation[] {
  return refuseIf(fieldRoles.includes(role) && level !== 'L1', 'examination.field-role', pointer, {
    role,
    level,
  });
}

/** Only officers of the laboratory that was asked receive, examine and report; at their level. */
export function checkOfLaboratory(
  { laboratory, level }: { readonly laboratory: string; readonly level: ExaminationLevel },
  { actor }: Act<unknown>,
  { officer: find }: Circumstances,
): readonly Violation[] {
  return [
    ...checkLevel(level, actor.role, '/actor/role'),
    ...checkUnit(laboratory, actor.officer, find(actor.officer), '/actor/officer'),
  ];
}

/** The officer belongs to the laboratory. */
export function checkUnit(
  laboratory: string,
  officer: string,
  state: OfficerState | undefined,
  pointer: string,
): readonly Violation[] {
  return state?.unit === laboratory
    ? []
    : [refuse('examination.not-of-laboratory', pointer, { officer, laboratory })];
}
