import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Code, Exactly, Line, Nullable, Prose } from '../../schema/described.js';
import { GazetteerPlace } from '../../schema/gazetteer.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { explosiveHazards, sceneKinds } from '../../vocabulary/scenes.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { permissionOf } from '../entry-permission.js';
import type { SceneState } from '../state.js';

const body = Exactly({
  ...actMembers,
  incident: IdOf('incident', 'Incident', 'Incident'),
  name: Line('Name of the scene', 'Nom des lieux'),
  kind: Coded(sceneKinds, 'Kind of scene', 'Nature des lieux'),
  location: GazetteerPlace,
  leader: Nullable(IdOf('officer', 'Leader of the work at the scene', 'Chef des opérations sur les lieux')),
  hazard: Code(codesOf(explosiveHazards), 'Explosive hazard', 'Risque explosif'),
  hazardReason: Nullable(Prose('Why the hazard is excluded', 'Pourquoi le risque est exclu')),
});

/**
 * `scene.opened` (D1). An explosive hazard is possible unless an EOD officer, as signer or countersigner,
 * excludes it and says why (GATE-1).
 */
export const sceneOpened = beginning<SceneState, typeof body>({
  type: 'scene.opened',
  form: 1,
  source: 'D1, GATE-1',
  title: { en: 'Scene opened', fr: 'Lieux ouverts' },
  body,
  decide({ body: { hazard, hazardReason }, actor }, { countersigners }) {
    const byEod = [actor, ...countersigners].some(({ role }) => role === 'EOD');
    const excluded = hazard === 'EXCLUDED';
    return [
      ...refuseIf(excluded && !byEod, 'scene.exclusion-not-by-eod', '/body/hazard'),
      ...refuseIf(excluded !== (hazardReason !== null), 'scene.exclusion-reason', '/body/hazardReason'),
    ];
  },
  evolve(act) {
    const { incident, name, kind, leader, hazard } = act.body;
    const permission = permissionOf(act);
    return {
      ...uncorrected,
      incident,
      name,
      kind: codeOrText(kind),
      hazardExcluded: hazard === 'EXCLUDED',
      leader,
      permissions: permission === undefined ? {} : { [act.eventId]: permission },
      secured: [],
      documented: [],
      closed: null,
      remarks: [],
    };
  },
});
