import { formatTime, type JsonObject } from '../../../log/index.js';
import type { StagedAct } from '../../cast/stage.js';
import {
  certificateOf,
  coded,
  type DemoItem,
  isExplosive,
  mayHoldExplosive,
  type RegisteredItem,
} from '../items/demo-item.js';
import type { Play } from '../play.js';
import { registration } from '../register-item.js';
import { inventedQuantity } from './make-safe.js';

/** Known to the day, and no better: when the acts at Ber took place. */
const day = Date.UTC(2018, 9, 27);
const place = 'DEMO-SCENE Ber';
const supervisor = 'DEMO-CASE-1/CASE as supervisor';

const reason =
  'DEMO: older than the register; entered from the papers of the Ber investigation team, MINUSMA, 2018';

/** Photographs of the team are in the brief; their bytes are not here. */
const photographs = {
  photographs: [],
  withoutPhotograph: 'Photographs: Ber investigation team, MINUSMA, 2018, in the brief; no bytes at hand',
};

/** When it took place, `later` days after the attack, and why it is entered now (RQ-09, RQ-10). */
export function late(later = 0): JsonObject {
  return {
    occurred: {
      at: formatTime(day + later * 86_400_000),
      precision: 'DAY',
      zone: 'Africa/Bamako',
      clockDoubt: null,
    },
    lateEntry: { reason },
  };
}

/** The same act with the second signature that a late entry needs. */
export function supervised(act: StagedAct): StagedAct {
  return { ...act, countersigned: [...(act.countersigned ?? []), supervisor] };
}

export function sceneOfBer(
  play: Play,
  scene: string,
  incident: string,
  location: JsonObject,
): readonly StagedAct[] {
  const subject = `scene/${scene}`;
  return [
    {
      subject,
      type: 'scene.opened',
      by: 'DEMO-WIT-2/WIT',
      body: play.form('scene.opened', place, {
        ...late(),
        incident,
        name: place,
        kind: coded('CAMP'),
        location,
        leader: play.officer('DEMO-WIT-2'),
        hazard: 'POSSIBLE',
      }),
    },
    {
      subject,
      type: 'scene.cleared',
      by: 'DEMO-EOD-1/EOD',
      body: play.form('scene.cleared', place, {
        ...late(),
        reference: 'DEMO-CLEARANCE Ber',
        area: 'DEMO: not stated in the brief',
        method: coded('OTHER', 'not stated in the brief'),
        residualRisk: 'DEMO: not stated in the brief',
        validUntil: formatTime(day + 1.5 * 86_400_000),
        reEntryRule: 'DEMO',
      }),
    },
  ];
}

/** E07 and E08 of an item, as the team of 2018 found it. */
export function foundAtBer(
  play: Play,
  item: RegisteredItem,
  { incident, scene, clearance }: { incident: string; scene: string; clearance: string },
  foundIn: JsonObject | null,
): readonly StagedAct[] {
  const { subject } = item;
  return [
    {
      subject,
      type: 'evidence.registered',
      by: 'DEMO-WIT-2/WIT',
      refs: [clearance],
      body: registration(play, item, {
        incident,
        scene,
        place,
        by: 'DEMO-WIT-2',
        members: {
          ...late(),
          ...photographs,
          foundIn,
          recoveringUnit: 'Ber investigation team, MINUSMA, 2018',
        },
      }),
    },
    {
      subject,
      type: 'evidence.collected',
      by: 'DEMO-WIT-2/WIT',
      countersigned: ['DEMO-WIT-1/WIT as witness'],
      refs: [clearance],
      body: play.form('evidence.collected', place, {
        ...late(),
        scene,
        method: foundIn === null ? coded('BY_HAND') : coded('REMOVED_FROM_ITEM'),
        precautions: [coded('OTHER', 'not stated in the brief')],
        observed: 'SEEN_IN_PLACE',
      }),
    },
  ];
}

/** GATE-2, RQ-40: EOD certificates of 2018, with the division of class 1 goods. */
export function certifiedAtBer(play: Play, items: readonly RegisteredItem[]): readonly StagedAct[] {
  return items.filter(mayHoldExplosive).map(item => ({
    subject: item.subject,
    type: 'evidence.certified',
    by: 'DEMO-EOD-1/EOD',
    body: play.form('evidence.certified', place, {
      ...late(),
      certificate: certificateOf(item),
      ...findingOf(item),
      basis: 'DEMO: invented for the demonstration',
      validUntil: formatTime(day + 60 * 86_400_000),
    }),
  }));
}

function findingOf(item: DemoItem): JsonObject {
  if (!isExplosive(item)) return { result: 'CERTIFIED_FREE_FROM_EXPLOSIVES', limits: 'DEMO' };
  const [hazardDivision, compatibilityGroup] = item.subCategory === 'DETONATOR' ? ['1.1', 'B'] : ['1.5', 'D'];
  return {
    result: 'EXPLOSIVE_CERTIFIED_FOR_TRANSPORT',
    netExplosiveQuantity: '1',
    hazardDivision,
    compatibilityGroup,
    limits: inventedQuantity,
  };
}
