import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { decideAlways, evolveAlways } from './always.js';
import { sceneClearanceWithdrawn } from './events/clearance-withdrawn.js';
import { sceneCleared } from './events/cleared.js';
import { sceneClosed } from './events/closed.js';
import { sceneDocumented } from './events/documented.js';
import { sceneLeaderNamed } from './events/leader-named.js';
import { sceneOpened } from './events/opened.js';
import { sceneSecured } from './events/secured.js';
import type { SceneState } from './state.js';

export const sceneRules: KindRules<SceneState> = {
  kind: 'scene',
  title: { en: 'Scene', fr: 'Lieux' },
  events: [
    sceneOpened,
    sceneLeaderNamed,
    sceneSecured,
    sceneCleared,
    sceneClearanceWithdrawn,
    sceneDocumented,
    sceneClosed,
    corrected('scene', { en: 'Record of a scene corrected', fr: 'Fiche de constatations corrigée' }),
    disclosureErased('scene'),
  ],
  decideAlways,
  evolveAlways,
};
