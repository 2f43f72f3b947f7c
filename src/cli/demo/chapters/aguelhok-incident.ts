import type { JsonObject } from '../../../log/index.js';
import type { Play } from '../play.js';
import type { Setting } from '../setting.js';
import { suicideVehicle } from './suicide-vehicle.js';

export const aguelhokCaseFile = '210402 Complex attack, Aguelhok';

export const aguelhok: JsonObject = {
  name: 'Aguelhok',
  administrativeUnits: ['Kidal Region'],
  gazetteer: 'DEMO-GAZETTEER',
  gazetteerDate: '2021-01-01',
  today: null,
  position: null,
};

/** As the brief tells it; where it conflicts with itself both figures stand (G1-07). */
const summary = [
  'Mortar rounds as start signal, then several groups from several directions on camp, watchtowers and outposts;',
  'vehicles and motorbikes; a suicide vehicle-borne IED. 4 peacekeepers killed, 36 injured; about 40 assailants died.',
  'Assailants: "around 100" (brief, Box 2) or "several hundred" (brief, section 4.2): the brief conflicts with itself,',
  'both are kept. Source: UNIDIR 2023.',
].join(' ');

/** The attack of 2 April 2021: an incident in the register. Returns its UUID. */
export async function openIncident(play: Play, setting: Setting): Promise<string> {
  play.narrator.heading({
    en: 'Aguelhok, 2 April 2021: the incident',
    fr: "Aguelhok, 2 avril 2021 : l'incident",
  });
  const incident = play.newId('DEMO-INCIDENT-AGUELHOK');
  await play.does(
    {
      en: 'The analyst opens the incident as the brief tells it.',
      fr: "L'analyste ouvre l'incident tel que la note le rapporte.",
      details: [
        {
          en: '4 peacekeepers killed, 36 injured; about 40 assailants died; JNIM claimed the attack.',
          fr: "4 Casques bleus tués, 36 blessés ; une quarantaine d'assaillants morts ; attaque revendiquée par le JNIM.",
        },
        {
          en: 'Assailants: "around 100" or "several hundred". The brief conflicts with itself: both stand in the record.',
          fr: 'Assaillants : « une centaine » ou « plusieurs centaines ». La note se contredit : les deux figurent au dossier.',
        },
      ],
    },
    {
      subject: `incident/${incident}`,
      type: 'incident.opened',
      by: 'DEMO-JMAC-1/JMAC',
      body: play.form('incident.opened', 'DEMO-HQ', {
        caseFile: aguelhokCaseFile,
        classifications: [
          { type: { code: 'COMPLEX', text: null }, subTypes: ['SVBIED', 'MORTAR'], definition: null },
        ],
        happened: { at: '2021-04-02T00:00:00Z', precision: 'DAY', zone: 'Africa/Bamako', clockDoubt: null },
        location: aguelhok,
        reportingUnit: setting.mission,
        targets: [{ code: 'UN_CAMP', text: null }],
        devices: [suicideVehicle({ status: null })],
        claimReference: 'JNIM (UNIDIR 2023)',
        summary,
      }),
    },
  );
  play.clock.pass(60);
  return incident;
}
