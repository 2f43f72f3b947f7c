import { restatableEvents } from '../common/restatable.js';
import type { KindRules } from '../rule.js';
import {
  checkEnds,
  checkLink,
  type LinkFacts,
  type LinkStated,
  linkMembers,
  linkOnRecord,
  lookUpEnds,
} from './facts.js';
import type { LinkState } from './state.js';

export const linkRules: KindRules<LinkState> = {
  kind: 'link',
  title: { en: 'Link', fr: 'Rapprochement' },
  events: restatableEvents<LinkFacts, LinkStated, LinkState>({
    kind: 'link',
    name: { en: 'Link', fr: 'Rapprochement' },
    source: 'E36',
    members: linkMembers,
    check: checkLink,
    checkLogWide: (facts, _act, world) => checkEnds(facts, world),
    looksUp: lookUpEnds,
    onRecord: linkOnRecord,
  }),
};
