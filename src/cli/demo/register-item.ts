import type { JsonObject } from '../../log/index.js';
import { coded, type DemoItem, interpretationOf, marksAsRead } from './items/demo-item.js';
import type { Play } from './play.js';

/** Who registers an item, where, and in which case. */
export interface Registration {
  readonly incident: string;
  readonly scene: string | null;
  readonly place: string;
  /** Who counted, e.g. `DEMO-WIT-1`. */
  readonly by: string;
  /** What the form says otherwise than for an item found at a scene. */
  readonly members?: JsonObject;
}

/** The form of `evidence.registered` (D2). What the brief does not say is said to be not stated. */
export function registration(
  play: Play,
  item: DemoItem,
  { incident, scene, place, by, members = {} }: Registration,
): JsonObject {
  const { description, amount, suspected } = item;
  return play.form('evidence.registered', place, {
    incident,
    scene,
    positionAtScene: { words: 'DEMO-POSITION', exact: null },
    category: coded(item.category),
    subCategory: coded(item.subCategory, item.subCategoryText ?? null),
    description: { ...description },
    quantity: { amount, unit: coded('PIECE'), countedBy: play.officer(by) },
    photographs: [play.album.photograph('CLOSE')],
    marks: [...marksAsRead(item.marks ?? [])],
    unmarked: item.unmarked?.en ?? null,
    interpretation: interpretationOf(item.interpretation),
    condition: 'DEMO: not stated in the brief',
    traces: { potential: [coded('PRINTS')], precautions: [coded('GLOVES_CHANGED')] },
    hazard: { suspected: [coded(suspected)], basis: 'DEMO' },
    foundAs: coded(item.foundAs, item.foundAsText?.en ?? null),
    ied: item.ied ?? null,
    recoveringParty: coded('MISSION'),
    holding: 'IN_CUSTODY',
    classification: { level: 'UNCLASSIFIED', originator: 'DEMO', caveats: [], reason: 'DEMO', review: null },
    ...members,
  });
}
