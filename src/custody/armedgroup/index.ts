import { restatableEvents } from '../common/restatable.js';
import type { KindRules } from '../rule.js';
import {
  type ArmedGroupFacts,
  type ArmedGroupStated,
  armedGroupMembers,
  armedGroupOnRecord,
  checkArmedGroup,
} from './facts.js';
import type { ArmedGroupState } from './state.js';

export const armedGroupRules: KindRules<ArmedGroupState> = {
  kind: 'armedgroup',
  title: { en: 'Armed group', fr: 'Groupe armé' },
  events: restatableEvents<ArmedGroupFacts, ArmedGroupStated, ArmedGroupState>({
    kind: 'armedgroup',
    name: { en: 'Armed group', fr: 'Groupe armé' },
    source: 'V13, domain.md G1',
    members: armedGroupMembers,
    check: checkArmedGroup,
    onRecord: armedGroupOnRecord,
  }),
};
