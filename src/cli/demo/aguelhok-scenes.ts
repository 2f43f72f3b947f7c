import { formatTime, type JsonObject } from '../../log/index.js';
import type { Play } from './play.js';
import type { Setting } from './setting.js';

/** One scene of the case and the EOD clearance acts there rely on. */
export interface ClearedScene {
  readonly scene: string;
  /** `event_id` of `scene.cleared`. */
  readonly clearance: string;
}

export interface AguelhokCase {
  readonly incident: string;
  readonly camp: ClearedScene;
  readonly outpost: ClearedScene;
  readonly launchSite: ClearedScene;
}

const location: JsonObject = {
  name: 'Aguelhok',
  administrativeUnits: ['Kidal Region'],
  gazetteer: 'DEMO-GAZETTEER',
  gazetteerDate: '2021-01-01',
  today: null,
  position: null,
};

/** The attack of 2 April 2021 (G1-07): the incident, three scenes, and nobody in before EOD. */
export async function openAguelhok(play: Play, setting: Setting): Promise<AguelhokCase> {
  const { stage, clock, narrator } = play;
  narrator.heading({
    en: 'Aguelhok, 2 April 2021: camp, outpost, launch site',
    fr: 'Aguelhok, 2 avril 2021 : camp, poste avancé, site de lancement',
  });
  const incident = stage.newId();
  await play.does(
    { en: 'The analyst opens the incident', fr: "L'analyste ouvre l'incident" },
    {
      subject: `incident/${incident}`,
      type: 'incident.opened',
      by: 'DEMO-JMAC-1/JMAC',
      body: play.form('incident.opened', 'DEMO-HQ', {
        caseFile: '210402 Complex attack, Aguelhok',
        classifications: [
          { type: { code: 'COMPLEX', text: null }, subTypes: ['SVBIED', 'MORTAR'], definition: null },
        ],
        happened: { at: '2021-04-02T00:00:00Z', precision: 'DAY', zone: 'Africa/Bamako', clockDoubt: null },
        location,
        reportingUnit: setting.mission,
        targets: [{ code: 'UN_CAMP', text: null }],
      }),
    },
  );
  clock.pass(60);
  const camp = await clearScene(play, setting, incident, 'DEMO-SCENE camp', 'CAMP', true);
  const outpost = await clearScene(play, setting, incident, 'DEMO-SCENE outpost', 'OUTPOST', false);
  const launchSite = await clearScene(
    play,
    setting,
    incident,
    'DEMO-SCENE launch site',
    'LAUNCH_SITE',
    false,
  );
  return { incident, camp, outpost, launchSite };
}

async function clearScene(
  play: Play,
  setting: Setting,
  incident: string,
  name: string,
  kind: string,
  tooEarly: boolean,
): Promise<ClearedScene> {
  const { stage, clock } = play;
  const scene = stage.newId();
  const subject = `scene/${scene}`;
  const [opened = ''] = await play.does(
    {
      en: `${name} is opened, an explosive hazard is possible`,
      fr: `${name} : ouverture, risque explosif possible`,
    },
    {
      subject,
      type: 'scene.opened',
      by: 'DEMO-WIT-1/WIT',
      body: play.form('scene.opened', name, {
        incident,
        name,
        kind: { code: kind, text: null },
        location,
        leader: stage.officer('DEMO-WIT-1').officer,
        hazard: 'POSSIBLE',
      }),
    },
  );
  await play.does(
    { en: `${name} is secured`, fr: `${name} : sécurisation` },
    {
      subject,
      type: 'scene.secured',
      by: 'DEMO-FR-1/FR',
      body: play.form('scene.secured', name, {
        arrival: { at: formatTime(clock.now), precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null },
        unit: setting.mission,
        cordon: 'DEMO-CORDON',
        casualties: 'REMOVED',
      }),
    },
  );
  if (tooEarly) await enterTooEarly(play, scene, name, opened);
  const [clearance = ''] = await play.does(
    { en: `EOD clears ${name} for entry`, fr: `NEDEX autorise l'entrée : ${name}` },
    {
      subject,
      type: 'scene.cleared',
      by: 'DEMO-EOD-1/EOD',
      body: play.form('scene.cleared', name, {
        reference: `DEMO-CLEARANCE ${name}`,
        area: 'DEMO-AREA',
        method: { code: 'VISUAL', text: null },
        residualRisk: 'DEMO',
        validUntil: formatTime(clock.now + 24 * 3_600_000),
        reEntryRule: 'DEMO',
      }),
    },
  );
  await play.does(
    { en: `The collector enters ${name}`, fr: `L'enquêteur entre : ${name}` },
    { ...entry(play, scene, name), refs: [clearance] },
  );
  return { scene, clearance };
}

/** GATE-1: devices were laid at sites that the mission would investigate. */
async function enterTooEarly(play: Play, scene: string, name: string, opened: string): Promise<void> {
  await play.isStopped(
    {
      en: `The collector enters ${name} before EOD has cleared it`,
      fr: `L'enquêteur entre avant l'autorisation NEDEX`,
    },
    'scene.not-cleared',
    { ...entry(play, scene, name), refs: [opened] },
  );
}

function entry(play: Play, scene: string, name: string) {
  const purpose = { code: 'SEARCH', text: null };
  return {
    subject: `visit/${play.stage.newId()}`,
    type: 'visit.entered',
    by: 'DEMO-WIT-1/WIT',
    body: play.form('visit.entered', name, { scene, purpose }),
  };
}
