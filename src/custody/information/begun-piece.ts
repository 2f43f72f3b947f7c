import { uncorrected } from '../common/state.js';
import { remarksOf } from '../evidence/always.js';
import { classificationFrom } from '../evidence/record/classification.js';
import type { Circumstances, PlacedAct } from '../rule.js';
import { Exactly, type Static } from '../schema/described.js';
import { pieceMembers } from './members.js';
import type { InformationState } from './state.js';

const shared = Exactly({ ...pieceMembers });

/** What every piece of information begins with; what is particular to the form is added by its rule. */
export function begunPiece(
  act: PlacedAct<Static<typeof shared>>,
  circumstances: Circumstances,
): Pick<
  InformationState,
  | 'corrections'
  | 'number'
  | 'title'
  | 'items'
  | 'registeredBy'
  | 'personalData'
  | 'classification'
  | 'legal'
  | 'remarks'
> {
  const { number, title, about, personalData, classification } = act.body;
  return {
    ...uncorrected,
    number,
    title,
    items: about,
    registeredBy: act.actor.officer,
    personalData,
    classification: classificationFrom(classification),
    legal: {},
    remarks: remarksOf(act as PlacedAct, circumstances),
  };
}
