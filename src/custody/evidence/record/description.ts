import { Exactly, List, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { Coded } from '../../vocabulary/coded.js';
import { precautions, tracePotentials } from '../../vocabulary/examination.js';
import { hazardSuspicions } from '../../vocabulary/hazard.js';
import { Interpretation } from './interpretation.js';
import { Headstamp, Marks } from './marks.js';
import { Photographs } from './photograph.js';
import { CountedQuantity } from './quantity.js';

/** Members that describe one object as it lies there (D2): of an item, and of each part of one that is split. */
export const descriptionMembers = {
  description: Exactly(
    {
      en: Prose('In English', 'En anglais'),
      fr: Prose('In French: what the court reads', 'En français : ce que lit le tribunal'),
    },
    words('Description of the object', "Description de l'objet"),
  ),
  quantity: CountedQuantity,
  photographs: Photographs('Photographs', 'Photographies'),
  withoutPhotograph: Nullable(Prose('Why there is no photograph', "Raison de l'absence de photographie")),
  marks: Marks,
  unmarked: Nullable(
    Prose('Marks that were looked for and not found', 'Marquages recherchés et non trouvés'),
  ),
  headstamp: Nullable(Headstamp),
  interpretation: Nullable(Interpretation),
  condition: Prose('Condition, damage', 'État, dommages'),
  traces: Exactly(
    {
      potential: List(Coded(tracePotentials, 'Trace', 'Trace'), 'Traces it may carry', 'Traces possibles', {
        min: 1,
        max: 12,
      }),
      precautions: List(
        Coded(precautions, 'Precaution', 'Précaution'),
        'Precautions taken',
        'Précautions prises',
        { min: 1, max: 12 },
      ),
    },
    words('Trace evidence', 'Traces'),
  ),
  hazard: Exactly(
    {
      suspected: List(Coded(hazardSuspicions, 'Hazard', 'Danger'), 'Hazards suspected', 'Dangers suspectés', {
        min: 1,
        max: 10,
      }),
      basis: Prose('What it rests on', 'Éléments à l’appui'),
    },
    words('Hazard suspicion; no assessment', 'Danger suspecté ; ne vaut pas évaluation'),
  ),
} as const;

/** A description as it stands in a body. */
export type DescriptionOfItem = {
  readonly [K in keyof typeof descriptionMembers]: Static<(typeof descriptionMembers)[K]>;
};
