import type { JsonObject } from '../../log/index.js';
import type { Stage } from './stage.js';

/** Whoever registers units and sites for a demonstration. */
export interface SettingMaker {
  readonly stage: Stage;
  /** A UUID for what is called so. */
  newId(label: string): string;
  /** From which day the units are there, e.g. `2021-04-01`. */
  readonly validFrom: string;
}

/** A site of a demonstration with its stores, by what they hold. */
export interface DemoSite {
  readonly site: string;
  /** As acts there name it. */
  readonly place: { readonly site: string; readonly description: string };
  readonly general: string;
  readonly armoury: string;
  readonly explosives: string;
}

/** Units and sites that a demonstration needs at least, by the part they play. */
export interface DemoSetting {
  readonly mission: string;
  readonly nationalBrigade: string;
  readonly sector: DemoSite;
  readonly headquarters: DemoSite;
}

export const missionUnit = 'DEMO-MISSION-UNIT';

const registrars = { by: 'DEMO-REG-1/REG', countersigned: ['DEMO-REG-2/REG as registrar'] };

/** One unit for all officers of the mission, so that they may work on one item; its two sites; the host State's unit. */
export async function registerDemoSetting(maker: SettingMaker): Promise<DemoSetting> {
  const mission = await registerDemoUnit(maker, missionUnit, 'MISSION_FORCE');
  const nationalBrigade = await registerDemoUnit(maker, 'DEMO-NATIONAL-BRIGADE', 'NATIONAL_AUTHORITY');
  const sector = await registerDemoSite(maker, 'DEMO-SECTOR-STORE', mission);
  const headquarters = await registerDemoSite(maker, 'DEMO-HQ-STORE', mission);
  return { mission, nationalBrigade, sector, headquarters };
}

export async function registerDemoUnit(
  { stage, newId, validFrom }: SettingMaker,
  name: string,
  type: 'MISSION_FORCE' | 'NATIONAL_AUTHORITY',
): Promise<string> {
  const id = newId(name);
  const national = type === 'NATIONAL_AUTHORITY';
  const body: JsonObject = {
    name,
    code: name,
    class: { code: type, text: null },
    national,
    country: national ? 'MLI' : null,
    validFrom,
    validUntil: null,
    basis: null,
  };
  await stage.require([{ ...registrars, subject: `unit/${id}`, type: 'unit.registered', body }]);
  return id;
}

/** RQ-44, RQ-29: explosives never lie in the general evidence room, arms have a store of their own. */
async function registerDemoSite(
  { stage, newId }: SettingMaker,
  name: string,
  unit: string,
): Promise<DemoSite> {
  const site = newId(name);
  const rooms = name.replace(/-STORE$/, '');
  const general = newId(`${rooms}-GENERAL`);
  const armoury = newId(`${rooms}-ARMOURY`);
  const explosives = newId(`${rooms}-EXPLOSIVES`);
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
  await stage.require([{ ...registrars, subject: `site/${site}`, type: 'site.registered', body }]);
  return { site, place: { site, description: name }, general, armoury, explosives };
}
