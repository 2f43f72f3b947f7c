import { formatTime, type JsonObject } from '../../log/index.js';
import { castList, isNational } from '../cast/cast-list.js';
import type { Play } from './play.js';

/** Units and sites of the demonstration, by the part they play. */
export interface Setting {
  readonly mission: string;
  readonly nationalBrigade: string;
  readonly sectorSite: string;
  readonly sectorStore: string;
  readonly headquartersSite: string;
  readonly headquartersStore: string;
}

const registrars = { by: 'DEMO-REG-1/REG', countersigned: ['DEMO-REG-2/REG as registrar'] };

/** Registers units, sites with their stores, and every officer, by two registrars each. */
export async function prepareSetting(play: Play): Promise<Setting> {
  const { stage, narrator, clock } = play;
  narrator.heading({
    en: 'Units, sites and officers are registered, by two registrars each',
    fr: 'Unités, sites et officiers sont enregistrés, à deux',
  });
  const mission = await registerUnit(play, 'DEMO-MISSION-UNIT', 'MISSION_FORCE', false);
  const nationalBrigade = await registerUnit(play, 'DEMO-NATIONAL-BRIGADE', 'NATIONAL_AUTHORITY', true);
  const sector = await registerSite(play, 'DEMO-SECTOR-STORE', mission);
  const headquarters = await registerSite(play, 'DEMO-HQ-STORE', mission);
  for (const listing of castList) {
    const { label, roles, alg } = listing;
    const national = isNational(listing);
    await stage.enlist(label, roles, {
      unit: national ? nationalBrigade : mission,
      national,
      ...(alg === undefined ? {} : { alg }),
    });
    narrator.say({ en: `  ${label}: ${roles.join(', ')}`, fr: `  ${label} : ${roles.join(', ')}` });
  }
  clock.pass(10);
  return {
    mission,
    nationalBrigade,
    sectorSite: sector.site,
    sectorStore: sector.store,
    headquartersSite: headquarters.site,
    headquartersStore: headquarters.store,
  };
}

async function registerUnit(
  { stage, clock }: Play,
  name: string,
  type: string,
  national: boolean,
): Promise<string> {
  const id = stage.newId();
  const body: JsonObject = {
    name,
    code: name,
    class: { code: type, text: null },
    national,
    country: national ? 'MLI' : null,
    validFrom: formatTime(clock.now - 86_400_000).slice(0, 10),
    validUntil: null,
    basis: null,
  };
  await stage.require([{ ...registrars, subject: `unit/${id}`, type: 'unit.registered', body }]);
  return id;
}

async function registerSite(
  { stage }: Play,
  name: string,
  unit: string,
): Promise<{ site: string; store: string }> {
  const site = stage.newId();
  const store = stage.newId();
  const open = { open: true, quarantine: false };
  const stores: readonly JsonObject[] = [
    {
      ...open,
      store,
      name: `${name} A`,
      shelves: ['A1', 'A2', 'A3'],
      hazardClasses: ['NONE', 'FIREARM'],
      divisions: [],
      highRisk: true,
    },
  ];
  const body: JsonObject = { name, description: name, unit, position: null, stores };
  await stage.require([{ ...registrars, subject: `site/${site}`, type: 'site.registered', body }]);
  return { site, store };
}
