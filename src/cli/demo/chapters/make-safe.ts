import type { StagedAct } from '../../cast/stage.js';
import {
  certificateOf,
  coded,
  isExplosive,
  isFirearm,
  labelsOf,
  mayHoldExplosive,
  type RegisteredItem,
} from '../items/demo-item.js';
import type { Play } from '../play.js';
import type { Scene } from './scene-acts.js';

/** E11: EOD says that it stays where it is, and then nobody takes it along. */
export async function findHazardous(
  play: Play,
  { label }: Scene,
  item: RegisteredItem,
  collecting: StagedAct,
): Promise<void> {
  await play.does(
    {
      en: `EOD finds ${item.label} hazardous: not to be moved.`,
      fr: `NEDEX juge ${item.label} dangereux : ne pas déplacer.`,
    },
    {
      subject: item.subject,
      type: 'evidence.safety-assessed',
      by: 'DEMO-EOD-1/EOD',
      body: play.form('evidence.safety-assessed', label, { result: 'HAZARDOUS_DO_NOT_MOVE', basis: 'DEMO' }),
    },
  );
  await play.isStopped(
    {
      en: `Somebody takes ${item.label} along all the same.`,
      fr: `Quelqu'un emporte quand même ${item.label}.`,
    },
    'evidence.hazardous',
    collecting,
  );
}

/** E10, RQ-41: destroyed in place before a witness, photographed before and after, the sample named. */
export async function destroyInPlace(
  play: Play,
  { label }: Scene,
  item: RegisteredItem,
  sample: RegisteredItem,
): Promise<void> {
  await play.does(
    {
      en: `EOD destroys ${item.label} in place before a witness; ${sample.label} is the exhibit from now on.`,
      fr: `NEDEX détruit ${item.label} sur place devant témoin ; ${sample.label} est désormais la pièce.`,
    },
    {
      subject: item.subject,
      type: 'evidence.destroyed-in-situ',
      by: 'DEMO-EOD-1/EOD',
      countersigned: ['DEMO-WIT-2/WIT as witness'],
      body: play.form('evidence.destroyed-in-situ', label, {
        reason: coded('UNSAFE_TO_MOVE'),
        method: coded('DEMOLITION'),
        certificate: 'DEMO-EOD-REPORT-1',
        before: [play.album.photograph('BEFORE')],
        after: [play.album.photograph('AFTER')],
        samples: [sample.id],
      }),
    },
  );
}

/** GATE-3: two persons look, or nothing of it counts. */
export async function clearWeapons(
  play: Play,
  items: readonly RegisteredItem[],
  place: string,
): Promise<void> {
  const arms = items.filter(isFirearm);
  const [first] = arms;
  if (first === undefined) return;
  await play.isStopped(
    {
      en: `The armourer alone says that ${first.label} is clear.`,
      fr: `L'armurier atteste seul la mise en sécurité : ${first.label}.`,
    },
    'countersignature.missing',
    weaponCleared(play, first, place, false),
  );
  await play.does(
    {
      en: `The armourer and a second person clear each weapon: ${labelsOf(arms)}.`,
      fr: `L'armurier et une seconde personne mettent chaque arme en sécurité : ${labelsOf(arms)}.`,
    },
    ...arms.map(arm => weaponCleared(play, arm, place, true)),
  );
}

export function weaponCleared(
  play: Play,
  { subject, subCategory }: RegisteredItem,
  place: string,
  byTwo: boolean,
): StagedAct {
  const tube = subCategory === 'LIGHT_MORTAR' || subCategory === 'RPG_LAUNCHER';
  const belt = subCategory.endsWith('MACHINE_GUN');
  return {
    subject,
    type: 'evidence.weapon-cleared',
    by: 'DEMO-ARM-1/WIT',
    countersigned: byTwo ? ['DEMO-WIT-2/WIT as second-person'] : [],
    body: play.form('evidence.weapon-cleared', place, {
      chamber: tube ? 'TUBE_EMPTY' : 'EMPTY',
      magazine: tube ? 'NONE' : belt ? 'BELT_REMOVED' : 'REMOVED',
      secondVisualCheck: true,
      tieThroughBarrel: false,
      ammunitionFound: false,
      serialAsRead: null,
    }),
  };
}

/** A certificate has no room for a mark beside its figures: its limits say that they are nobody's finding. */
export const inventedQuantity =
  'DEMO: net explosive quantity, hazard division and compatibility group are invented; the brief states none. / DEMO : masse nette, division et groupe inventés ; la source n’en indique aucun.';

/** What EOD says of an item that may hold explosive, before it travels (GATE-2, RQ-40). */
export function certification(play: Play, item: RegisteredItem, place: string, validDays = 30): StagedAct {
  return {
    subject: item.subject,
    type: 'evidence.certified',
    by: 'DEMO-EOD-1/EOD',
    body: play.form('evidence.certified', place, {
      certificate: certificateOf(item),
      ...(isExplosive(item)
        ? {
            result: 'EXPLOSIVE_CERTIFIED_FOR_TRANSPORT',
            netExplosiveQuantity: '1',
            hazardDivision: '1.2',
            compatibilityGroup: 'F',
            limits: inventedQuantity,
          }
        : { result: 'CERTIFIED_FREE_FROM_EXPLOSIVES', limits: 'DEMO' }),
      basis: 'DEMO: invented for the demonstration',
      validUntil: play.inDays(validDays),
      scan: play.album.file(),
    }),
  };
}

/** One line a certificate: which item, what it says. */
export function tellCertificates(items: readonly RegisteredItem[]) {
  return items.filter(mayHoldExplosive).map(item => {
    const [en, fr] = isExplosive(item)
      ? [
          'explosive, certified for transport, hazard division 1.2 F',
          'explosif, certifié pour le transport, division 1.2 F',
        ]
      : ['free from explosives', "absence d'explosif"];
    return { en: `${certificateOf(item)}: ${en}`, fr: `${certificateOf(item)} : ${fr}` };
  });
}

/** E11 of what holds no explosive. */
export function assessed(play: Play, { subject }: RegisteredItem, place: string): StagedAct {
  return {
    subject,
    type: 'evidence.safety-assessed',
    by: 'DEMO-EOD-1/EOD',
    body: play.form('evidence.safety-assessed', place, { result: 'NON_HAZARDOUS', basis: 'DEMO' }),
  };
}
