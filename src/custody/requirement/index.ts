import { restatableEvents } from '../common/restatable.js';
import type { KindRules } from '../rule.js';
import {
  checkRequirement,
  type RequirementFacts,
  type RequirementStated,
  requirementMembers,
  requirementNames,
  requirementOnRecord,
} from './facts.js';
import type { RequirementState } from './state.js';
import { requirementTagged, requirementUntagged } from './tagged.js';

const [recorded, ...others] = restatableEvents<RequirementFacts, RequirementStated, RequirementState>({
  kind: 'requirement',
  name: { en: 'Information requirement', fr: 'Besoin en information' },
  source: 'domain.md (b), JMAC',
  names: requirementNames,
  members: requirementMembers,
  check: checkRequirement,
  claims: ({ number }) => [{ set: 'requirement-number', key: number }],
  onRecord: requirementOnRecord,
});

export const requirementRules: KindRules<RequirementState> = {
  kind: 'requirement',
  title: { en: 'Information requirement', fr: 'Besoin en information' },
  events: [recorded, requirementTagged, requirementUntagged, ...others],
};
