import { refuseIf, type Violation } from '../../violation.js';
import { classificationLevels } from '../../vocabulary/sensitivity.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import type { DecisionInClear } from '../former/decided-in-clear.js';

const levels: readonly string[] = codesOf(classificationLevels);

/**
 * D6: what a grant says of immunities, of suspects, of sources, of third persons and of its classification is complete.
 * From form 4 on the risks are withheld, and there is always a mitigation and a plan.
 */
export function checkPersonsConcerned({
  privileges,
  torture,
  sources,
  thirdPersons,
  classification,
}: DecisionInClear): readonly Violation[] {
  const { now, after, downgraded } = classification;
  const lowered = levels.indexOf(after) < levels.indexOf(now);
  return [
    ...refuseIf(
      privileges.waiverNeeded && privileges.waiver === null,
      'release.waiver-missing',
      '/body/privileges/waiver',
    ),
    ...refuseIf(
      torture.risk !== 'NONE_KNOWN' && torture.mitigation === null,
      'release.torture-risk-unmitigated',
      '/body/torture/mitigation',
    ),
    ...refuseIf(
      sources.identifiable && sources.protectionPlan === null,
      'release.protection-plan-missing',
      '/body/sources/protectionPlan',
    ),
    ...refuseIf(
      thirdPersons.present && thirdPersons.treatment === null,
      'release.third-persons-untreated',
      '/body/thirdPersons/treatment',
    ),
    ...refuseIf(
      lowered !== (downgraded !== null),
      'release.downgrade-not-stated',
      '/body/classification/downgraded',
      { now, after },
    ),
  ];
}
