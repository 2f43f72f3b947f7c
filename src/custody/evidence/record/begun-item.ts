import { uncorrected } from '../../common/state.js';
import type { PlacedAct } from '../../rule.js';
import type { Occurrence } from '../../schema/occurrence.js';
import { quantityText } from '../../schema/quantity.js';
import type { HazardClass } from '../../vocabulary/hazard.js';
import type { MaterielTraits } from '../../vocabulary/materiel-traits.js';
import { evidenceNumber } from '../number.js';
import type { EvidenceState } from '../state.js';
import type { DescriptionOfItem } from './description.js';
import { calibreOf, sampleKeyOf } from './interpretation.js';
import { marksFrom, serialAsRead } from './marks.js';
import { quantityFrom, type StatedQuantity } from './quantity.js';
import { unassessed } from './safety.js';

type Begun = Omit<
  EvidenceState,
  | 'incident'
  | 'scene'
  | 'parent'
  | 'root'
  | 'foundIn'
  | 'category'
  | 'subCategory'
  | 'foundAs'
  | 'recoveringParty'
  | 'classification'
  | 'physical'
>;

/** What of a description makes the state. */
type WhatIsDescribed = Pick<DescriptionOfItem, 'description' | 'marks' | 'interpretation'> & {
  readonly occurred: Occurrence;
  readonly quantity: StatedQuantity;
  readonly hazard: Pick<DescriptionOfItem['hazard'], 'suspected'>;
};

/** What the state of an item takes from its description, whichever event begins it. */
export function begunItem(act: PlacedAct<WhatIsDescribed>, of: MaterielTraits): Begun {
  const { occurred, description, marks, interpretation, hazard } = act.body;
  const quantity = quantityFrom(act.body.quantity);
  const suspected = hazard.suspected.map(({ code }) => code);
  const explosivePossible = of.explosivePossible || suspected.includes('EXPLOSIVE');
  return {
    ...uncorrected,
    number: evidenceNumber(act.id),
    description,
    quantity,
    registeredQuantity: quantity,
    calibre: calibreOf(interpretation),
    serial: interpretation?.serial ?? serialAsRead(marks),
    sampleKey: sampleKeyOf(interpretation),
    marks: marksFrom(marks),
    firearm: of.firearm,
    explosivePossible,
    hazardClass: hazardClassOf(of, explosivePossible, suspected),
    highRisk: of.highRisk || explosivePossible,
    registeredBy: act.actor.officer,
    collectedBy: null,
    safety: unassessed,
    seal: null,
    formerSeals: [],
    legal: {},
    custody: null,
    transit: null,
    handover: null,
    checkOut: null,
    discrepancies: {},
    remarks: [],
    gaps: [],
    lastOccurred: { at: occurred.at, precision: occurred.precision },
    describedAs: [{ event: act.eventId, quantity: quantityText(quantity), text: description.en }],
  };
}

/** RQ-44: the strictest of what the item is by its class and of what was suspected. */
function hazardClassOf(
  of: MaterielTraits,
  explosivePossible: boolean,
  suspected: readonly string[],
): HazardClass | null {
  if (explosivePossible) return of.hazardClass === 'AMMUNITION' ? 'AMMUNITION' : 'EXPLOSIVE';
  if (of.hazardClass !== null) return of.hazardClass;
  const classes: readonly HazardClass[] = ['CHEMICAL', 'BIOLOGICAL', 'FLAMMABLE'];
  return classes.find(hazard => suspected.includes(hazard)) ?? null;
}
