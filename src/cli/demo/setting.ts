import { roles as roleTable } from '../../custody/roles.js';
import { type CastListing, castList, founders, isNational, isOfLaboratory } from '../cast/cast-list.js';
import { type DemoSetting, registerDemoSetting, registerDemoUnit } from '../cast/demo-setting.js';
import { row } from '../lay-out.js';
import type { Play } from './play.js';

/** Units and sites of the demonstration, by the part they play. */
export interface Setting extends DemoSetting {
  readonly otherBrigade: string;
  readonly laboratory: string;
}

/** Registers units, sites with their stores, and every officer, by two registrars each. */
export async function prepareSetting(play: Play): Promise<Setting> {
  const { narrator, clock } = play;
  narrator.heading({
    en: 'Units, sites and officers are registered, by two registrars each',
    fr: 'Unités, sites et officiers sont enregistrés, chaque fois par deux officiers enregistreurs',
  });
  const validFrom = play.inDays(-1).slice(0, 10);
  const maker = { stage: play.stage, newId: (label: string) => play.newId(label), validFrom };
  const made = await registerDemoSetting(maker);
  const otherBrigade = await registerDemoUnit(maker, 'DEMO-OTHER-BRIGADE', 'NATIONAL_AUTHORITY');
  for (const registrar of founders) present(play, registrar);
  const laboratory = await registerDemoUnit(maker, 'DEMO-LABORATORY', 'MISSION_FORCE');
  const unitOf = (listing: CastListing) => {
    if (isOfLaboratory(listing)) return laboratory;
    return isNational(listing) ? made.nationalBrigade : made.mission;
  };
  for (const listing of castList) await enlist(play, listing, unitOf(listing));
  clock.pass(10);
  return { ...made, otherBrigade, laboratory };
}

async function enlist(play: Play, listing: CastListing, unit: string): Promise<void> {
  const { label, roles, alg } = listing;
  const officer = await play.stage.enlist(label, roles, {
    unit,
    national: isNational(listing),
    ...(alg === undefined ? {} : { alg }),
  });
  play.narrator.name(officer, label);
  present(play, listing);
}

/** An officer in the cast list: the same roles as in every step and table after it. */
function present({ narrator }: Play, { label, roles, competence }: CastListing): void {
  const { language } = narrator;
  const known = competence === undefined ? [] : [competence[language]];
  const titles = [...roles.map(role => roleTable[role].title[language]), ...known].join(', ');
  narrator.show([`  ${row([label, roles.join(', '), titles], [12, 10, 0])}`]);
}
