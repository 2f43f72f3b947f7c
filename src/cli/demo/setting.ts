import { roles as roleTable } from '../../custody/roles.js';
import type { JsonObject } from '../../log/index.js';
import { type CastListing, castList, isNational } from '../cast/cast-list.js';
import { row } from './lay-out.js';
import type { Place, Play } from './play.js';

/** A site of the demonstration with its stores, by what they hold. */
export interface DemoSite {
  readonly site: string;
  readonly place: Place;
  readonly general: string;
  readonly armoury: string;
  readonly explosives: string;
}

/** Units and sites of the demonstration, by the part they play. */
export interface Setting {
  readonly mission: string;
  readonly nationalBrigade: string;
  readonly otherBrigade: string;
  readonly sector: DemoSite;
  readonly headquarters: DemoSite;
}

const registrars = { by: 'DEMO-REG-1/REG', countersigned: ['DEMO-REG-2/REG as registrar'] };

/** Registers units, sites with their stores, and every officer, by two registrars each. */
export async function prepareSetting(play: Play): Promise<Setting> {
  const { narrator, clock } = play;
  narrator.heading({
    en: 'Units, sites and officers are registered, by two registrars each',
    fr: 'Unités, sites et officiers sont enregistrés, chaque fois par deux officiers enregistreurs',
  });
  const mission = await registerUnit(play, 'DEMO-MISSION-UNIT', 'MISSION_FORCE');
  const nationalBrigade = await registerUnit(play, 'DEMO-NATIONAL-BRIGADE', 'NATIONAL_AUTHORITY');
  const otherBrigade = await registerUnit(play, 'DEMO-OTHER-BRIGADE', 'NATIONAL_AUTHORITY');
  const sector = await registerSite(play, 'DEMO-SECTOR-STORE', mission);
  const headquarters = await registerSite(play, 'DEMO-HQ-STORE', mission);
  for (const listing of castList)
    await enlist(play, listing, isNational(listing) ? nationalBrigade : mission);
  clock.pass(10);
  return { mission, nationalBrigade, otherBrigade, sector, headquarters };
}

async function enlist({ stage, narrator }: Play, listing: CastListing, unit: string): Promise<void> {
  const { label, roles, alg, competence } = listing;
  const officer = await stage.enlist(label, roles, {
    unit,
    national: isNational(listing),
    ...(alg === undefined ? {} : { alg }),
  });
  narrator.name(officer, label);
  const { language } = narrator;
  const known = competence === undefined ? [] : [competence[language]];
  const titles = [...roles.map(role => roleTable[role].title[language]), ...known].join(', ');
  narrator.show([`  ${row([label, roles.join(', '), titles], [12, 10, 0])}`]);
}

async function registerUnit(
  play: Play,
  name: string,
  type: 'MISSION_FORCE' | 'NATIONAL_AUTHORITY',
): Promise<string> {
  const id = play.newId(name);
  const national = type === 'NATIONAL_AUTHORITY';
  const body: JsonObject = {
    name,
    code: name,
    class: { code: type, text: null },
    national,
    country: national ? 'MLI' : null,
    validFrom: play.inDays(-1).slice(0, 10),
    validUntil: null,
    basis: null,
  };
  await play.stage.require([{ ...registrars, subject: `unit/${id}`, type: 'unit.registered', body }]);
  return id;
}

/** RQ-44, RQ-29: explosives never lie in the general evidence room, arms have a store of their own. */
async function registerSite(play: Play, name: string, unit: string): Promise<DemoSite> {
  const site = play.newId(name);
  const rooms = name.replace(/-STORE$/, '');
  const general = play.newId(`${rooms}-GENERAL`);
  const armoury = play.newId(`${rooms}-ARMOURY`);
  const explosives = play.newId(`${rooms}-EXPLOSIVES`);
  const shelves = { shelves: ['A1', 'A2'], open: true, quarantine: false };
  const stores: readonly JsonObject[] = [
    {
      ...shelves,
      store: general,
      name: `${rooms}-GENERAL`,
      hazardClasses: ['NONE'],
      divisions: [],
      highRisk: false,
    },
    {
      ...shelves,
      store: armoury,
      name: `${rooms}-ARMOURY`,
      hazardClasses: ['NONE', 'FIREARM'],
      divisions: [],
      highRisk: true,
    },
    {
      ...shelves,
      store: explosives,
      name: `${rooms}-EXPLOSIVES`,
      hazardClasses: ['EXPLOSIVE', 'AMMUNITION'],
      divisions: ['1.1', '1.2', '1.4', '1.5'],
      highRisk: true,
    },
  ];
  const body: JsonObject = { name, description: name, unit, position: null, stores: [...stores] };
  await play.stage.require([{ ...registrars, subject: `site/${site}`, type: 'site.registered', body }]);
  return { site, place: { site, description: name }, general, armoury, explosives };
}
