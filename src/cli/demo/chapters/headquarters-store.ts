import type { StagedAct } from '../../cast/stage.js';
import type { Packed } from '../consignment.js';
import {
  isExplosive,
  isFirearm,
  labelsOf,
  mayHoldExplosive,
  type RegisteredItem,
} from '../items/demo-item.js';
import type { Play } from '../play.js';
import type { Setting } from '../setting.js';

/** E22: everything gets a place to the shelf; explosives never lie in the general evidence room (RQ-27, RQ-44). */
export async function placeInStores(
  play: Play,
  { headquarters }: Setting,
  packages: readonly Packed[],
): Promise<void> {
  play.narrator.heading({ en: 'In the stores of headquarters', fr: 'Dans les dépôts du quartier général' });
  const items = packages.flatMap(packed => packed.items);
  const rounds = items.filter(({ label }) => label.endsWith('-ROUNDS'));
  await play.isStopped(
    {
      en: `${labelsOf(rounds)} are to lie in the general evidence room.`,
      fr: `${labelsOf(rounds)} seraient rangés dans le local général.`,
    },
    'site.hazard-class-not-held',
    ...rounds.map(item => placing(play, headquarters, item, headquarters.general)),
  );
  await play.does(
    {
      en: 'Each item gets its shelf: arms in the armoury, explosives in their own store, with a second officer.',
      fr: "Chaque pièce reçoit son étagère : armes à l'armurerie, explosifs dans leur propre local, avec un second officier.",
    },
    ...items.map(item => placing(play, headquarters, item)),
  );
}

export function placing(
  play: Play,
  site: Setting['headquarters'],
  item: RegisteredItem,
  store = storeOf(site, item),
): StagedAct {
  const { place, general } = site;
  return {
    subject: item.subject,
    type: 'evidence.placed',
    by: 'DEMO-HQC-1/HQC',
    countersigned: ['DEMO-HQC-2/HQC as second-officer'],
    body: play.form('evidence.placed', place, { store, shelf: 'A1', highRiskStore: store !== general }),
  };
}

/** Arms, and what is free from explosives now but might have held some, lie in the high-risk store (RQ-29). */
function storeOf({ general, armoury, explosives }: Setting['headquarters'], item: RegisteredItem): string {
  if (isExplosive(item)) return explosives;
  return isFirearm(item) || mayHoldExplosive(item) ? armoury : general;
}
