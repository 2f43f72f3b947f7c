import { restatableEvents } from '../common/restatable.js';
import type { KindRules } from '../rule.js';
import {
  checkPropaganda,
  type PropagandaFacts,
  type PropagandaStated,
  propagandaMembers,
  propagandaNames,
  propagandaOnRecord,
} from './facts.js';
import type { PropagandaState } from './state.js';

export const propagandaRules: KindRules<PropagandaState> = {
  kind: 'propaganda',
  title: { en: 'Claim of an armed group', fr: "Revendication d'un groupe armé" },
  events: restatableEvents<PropagandaFacts, PropagandaStated, PropagandaState>({
    kind: 'propaganda',
    name: { en: 'Claim of an armed group', fr: "Revendication d'un groupe armé" },
    source: 'D1, domain.md G2-04, GATE-8',
    names: propagandaNames,
    members: propagandaMembers,
    check: checkPropaganda,
    claims: ({ number }) => [{ set: 'propaganda-number', key: number }],
    onRecord: propagandaOnRecord,
  }),
};
