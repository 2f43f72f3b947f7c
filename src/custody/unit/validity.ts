import { Nullable, type Static } from '../schema/described.js';
import { Day } from '../schema/occurrence.js';
import { refuseIf, type Violation } from '../violation.js';

/** Institutions are set up and dissolved (V12): what a unit may receive or sign depends on the day. */
export const validityMembers = {
  validFrom: Day('First day the unit exists', "Premier jour d'existence de l'unité"),
  validUntil: Nullable(
    Day('Last day the unit exists; null: not known', "Dernier jour d'existence ; null : non connu"),
  ),
} as const;

type Validity = {
  readonly [K in keyof typeof validityMembers]: Static<(typeof validityMembers)[K]>;
};

export function checkValidity({ validFrom, validUntil }: Validity): readonly Violation[] {
  const backwards = validUntil !== null && validUntil < validFrom;
  return refuseIf(backwards, 'unit.validity-dates', '/body/validUntil', {
    from: validFrom,
    until: validUntil ?? '',
  });
}
