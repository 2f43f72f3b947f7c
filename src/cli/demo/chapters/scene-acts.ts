import type { JsonObject } from '../../../log/index.js';
import type { StagedAct } from '../../cast/stage.js';
import type { SceneName } from '../items/aguelhok.js';
import type { Play } from '../play.js';
import type { Setting } from '../setting.js';
import { aguelhok } from './aguelhok-incident.js';

/** A scene of the case. */
export interface Scene {
  readonly name: SceneName;
  readonly label: string;
  readonly scene: string;
  readonly subject: string;
}

const kinds: Readonly<Record<SceneName, string>> = {
  camp: 'CAMP',
  outposts: 'OUTPOST',
  launchSite: 'LAUNCH_SITE',
};

/** D1: opened by the leader, secured by the first responder. Returns the scene and the event that opened it. */
export async function openScene(
  play: Play,
  setting: Setting,
  incident: string,
  name: SceneName,
  label: string,
): Promise<{ readonly scene: Scene; readonly opened: string }> {
  const id = play.newId(label);
  const scene: Scene = { name, label, scene: id, subject: `scene/${id}` };
  const [opened = ''] = await play.does(
    {
      en: `${label} is opened: an explosive hazard is possible. The first responder secures it.`,
      fr: `${label} : ouverture, un risque explosif est possible. Le primo-intervenant sécurise les lieux.`,
    },
    {
      subject: scene.subject,
      type: 'scene.opened',
      by: 'DEMO-WIT-1/WIT',
      body: play.form('scene.opened', label, {
        incident,
        name: label,
        kind: { code: kinds[name], text: null },
        location: aguelhok,
        leader: play.officer('DEMO-WIT-1'),
        hazard: 'POSSIBLE',
      }),
    },
    {
      subject: scene.subject,
      type: 'scene.secured',
      by: 'DEMO-FR-1/FR',
      body: play.form('scene.secured', label, {
        arrival: play.occurred(),
        unit: setting.mission,
        cordon: 'DEMO-CORDON',
        casualties: name === 'camp' ? 'REMOVED' : 'NOT_KNOWN',
        enteredBefore: [],
        changes: null,
      }),
    },
  );
  return { scene, opened };
}

/** E03: EOD lets people in for a day. Returns the clearance that acts at the scene name. */
export async function clearScene(play: Play, { subject, label }: Scene): Promise<string> {
  const [clearance = ''] = await play.does(
    {
      en: `EOD clears ${label} for entry, for 24 hours.`,
      fr: `NEDEX autorise l'entrée : ${label}, pour 24 heures.`,
    },
    {
      subject,
      type: 'scene.cleared',
      by: 'DEMO-EOD-1/EOD',
      body: play.form('scene.cleared', label, {
        reference: `DEMO-CLEARANCE ${label}`,
        area: 'DEMO-AREA',
        method: { code: 'VISUAL', text: null },
        residualRisk: 'DEMO',
        validUntil: play.inDays(1),
        reEntryRule: 'DEMO',
      }),
    },
  );
  return clearance;
}

/** Under what permission people work at a scene: a clearance named in `refs`, or GATE-1 passed by decision. */
export interface Permission {
  readonly refs?: readonly string[];
  readonly overrides?: readonly JsonObject[];
  /** Who signs the decision too, e.g. `DEMO-WIT-2/WIT as overriding-officer`. */
  readonly second?: string;
}

/** E04: somebody goes in. */
export function entry(
  play: Play,
  { scene, label }: Scene,
  by: string,
  { refs = [], overrides = [], second }: Permission,
): StagedAct {
  return {
    subject: `visit/${play.newId(`${label} visit`)}`,
    type: 'visit.entered',
    by,
    refs,
    countersigned: second === undefined ? [] : [second],
    body: play.form('visit.entered', label, {
      scene,
      purpose: { code: 'SEARCH', text: null },
      accompanying: [],
      overrides: [...overrides],
    }),
  };
}
