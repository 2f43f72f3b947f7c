import type { Act, Circumstances } from '../rule.js';
import type { Occurrence } from '../schema/occurrence.js';
import { refuse, type Violation } from '../violation.js';
import { covers, isStanding, permissionOf } from './entry-permission.js';
import type { SceneState } from './state.js';

/** An act at a scene: it happened at a time, and names in `refs` what let people work there. */
type ActAtScene = Pick<Act<{ readonly occurred: Occurrence }>, 'refs' | 'body'>;

/**
 * GATE-1: no work at a scene before EOD clearance. `refs` names a `scene.cleared` of this scene that covered
 * the time the act occurred, or the `scene.opened` that excluded the hazard. Sees only what the act names, so
 * an outsider can replay it; a withdrawal is `checkClearanceStands`.
 * @param scene UUID of the scene
 */
export function checkSceneClearance(
  scene: string,
  { refs, body: { occurred } }: ActAtScene,
  circumstances: Circumstances,
): readonly Violation[] {
  const permissions = refs
    .map(id => circumstances.referenced(id))
    .filter(event => event !== undefined)
    .filter(event => event.subject === `scene/${scene}`)
    .map(permissionOf)
    .filter(permission => permission !== undefined);
  const [first] = permissions;
  if (first === undefined) return [refuse('scene.not-cleared', '/refs', { scene })];
  return permissions.some(permission => covers(permission, occurred))
    ? []
    : [
        refuse('scene.clearance-not-valid-then', '/refs', {
          scene,
          at: occurred.at,
          precision: occurred.precision,
          from: first.from,
          until: first.validUntil ?? '',
        }),
      ];
}

/**
 * GATE-1, the rule over the whole log: the clearance the act relies on had not been withdrawn when the act
 * occurred. For `decideLogWide`, with the scene's state as the log knows it.
 */
export function checkClearanceStands(
  scene: SceneState,
  { refs, body: { occurred } }: ActAtScene,
): readonly Violation[] {
  const relied = refs
    .map(id => (Object.hasOwn(scene.permissions, id) ? scene.permissions[id] : undefined))
    .filter(permission => permission !== undefined)
    .filter(permission => covers(permission, occurred));
  const [first] = relied;
  if (first === undefined || relied.some(permission => isStanding(permission, occurred))) return [];
  return [refuse('scene.clearance-withdrawn', '/refs', { scene: scene.name, at: first.withdrawn?.at ?? '' })];
}
