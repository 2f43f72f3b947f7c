import type { PlainAct } from '../../client/index.js';
import { checkSchema } from '../../custody/judge/admit-body.js';
import { covers, type EntryPermission, isStanding } from '../../custody/scene/entry-permission.js';
import type { SceneState } from '../../custody/scene/state.js';
import { Occurred, type Occurrence } from '../../custody/schema/occurrence.js';
import { isUuid } from '../../log/index.js';
import type { Output } from '../output.js';
import type { Ground } from './sign-and-keep.js';

/** Acts that GATE-1 lets happen under a clearance only (`checkSceneClearance`). */
const actsAtScene = ['visit.entered', 'scene.documented', 'evidence.registered', 'evidence.collected'];

/**
 * What an act at a scene has to rely on is looked up: the clearance in force when it took place. It is told before
 * anybody signs; where none covers the act nothing is added, and the gate says no.
 */
export function relyOnClearance(
  acts: readonly PlainAct[],
  ground: Ground,
  output: Output,
): Promise<readonly PlainAct[]> {
  return Promise.all(
    acts.map(async act => {
      const scene = sceneOf(act);
      if (scene === undefined) return act;
      const state = (await ground.stateOf(`scene/${scene}`)) as SceneState | undefined;
      const found = state === undefined ? undefined : clearanceFor(act, state);
      if (found === undefined) return act;
      const [event, permission] = found;
      output.note(tellRelied(event, permission, output));
      return { ...act, refs: [...(act.refs ?? []), event] };
    }),
  );
}

function sceneOf({ type, subject, body }: PlainAct): string | undefined {
  if (!actsAtScene.includes(type)) return undefined;
  const scene = type === 'scene.documented' ? subject.slice('scene/'.length) : body.scene;
  return typeof scene === 'string' && isUuid(scene) ? scene : undefined;
}

/** The latest that covers the act; undefined where there is none, or the author named one himself. */
function clearanceFor(
  { body, refs = [] }: PlainAct,
  { permissions = {} }: SceneState,
): readonly [string, EntryPermission] | undefined {
  if (refs.some(ref => Object.hasOwn(permissions, ref))) return undefined;
  // A time that is none is told with the other faults of the form.
  if (checkSchema(Occurred, body.occurred, '/body/occurred').length > 0) return undefined;
  const occurred = body.occurred as unknown as Occurrence;
  const [latest] = Object.entries(permissions)
    .filter(([, permission]) => covers(permission, occurred) && isStanding(permission, occurred))
    .sort(([, left], [, right]) => right.from.localeCompare(left.from));
  return latest;
}

function tellRelied(event: string, { officer, from, validUntil }: EntryPermission, { language }: Output) {
  if (language === 'fr') {
    const until = validUntil === null ? '' : ` au ${validUntil}`;
    return `S'appuie sur l'autorisation d'entrer de ${officer}, valable du ${from}${until} (événement ${event})`;
  }
  const until = validUntil === null ? '' : ` until ${validUntil}`;
  return `Relies on the clearance of the scene by ${officer}, valid from ${from}${until} (event ${event})`;
}
