import { IedLabels } from '../../evidence/record/ied.js';
import { Interpretation } from '../../evidence/record/interpretation.js';
import { Headstamp, Marks } from '../../evidence/record/marks.js';
import { Photographs } from '../../evidence/record/photograph.js';
import {
  Code,
  Exactly,
  Flag,
  List,
  Nullable,
  Prose,
  type Static,
  type TSchema,
  words,
} from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { IdOf } from '../../schema/identifiers.js';
import { SealNumber } from '../../sealstock/seal-number.js';
import { alterations } from '../../vocabulary/laboratory.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { ExamMade, ExamMadeInClear, ExamOmitted } from './exam-made.js';

function resultOnItem<Exam extends TSchema>(exam: Exam) {
  return Exactly({
    ...itemMembers,
    examined: Flag('Was the item examined?', 'La pièce a-t-elle été examinée ?'),
    notExamined: Nullable(Prose('Why it was not examined', "Pourquoi elle n'a pas été examinée", 2000)),
    exams: List(
      exam,
      'Examinations, in the order in which they were made',
      "Examens, dans l'ordre où ils ont été pratiqués",
      {
        max: 30,
      },
    ),
    omitted: List(ExamOmitted, 'Examinations asked for and not made', 'Examens demandés et non pratiqués', {
      max: 20,
    }),
    photographs: Photographs('Photographs', 'Photographies'),
    marks: Marks,
    headstamp: Nullable(Headstamp),
    construction: Nullable(IedLabels),
    interpretation: Nullable(Interpretation),
    seals: Exactly(
      {
        opened: Nullable(SealNumber('Seal that was opened', 'Scellé ouvert')),
        resealed: Nullable(SealNumber('New seal', 'Nouveau scellé')),
        note: Nullable(
          Prose(
            'Why it was not opened, or not resealed',
            "Pourquoi elle n'a pas été ouverte, ou rescellée",
            1000,
          ),
        ),
      },
      words('Opened and resealed', 'Ouverture et scellé reconstitué'),
    ),
    alteration: Exactly(
      {
        kind: Code(codesOf(alterations), 'What was altered or used up', 'Ce qui a été altéré ou consommé'),
        text: Nullable(Prose('What, in words', 'En clair', 2000)),
        residue: Nullable(
          Prose(
            'Residues and containers, and where they are',
            'Résidus et contenants, et où ils se trouvent',
            2000,
          ),
        ),
      },
      words('Altered or used up', 'Altération et consommation'),
    ),
    derived: List(
      IdOf('evidence', 'Item taken from it', 'Pièce prélevée'),
      'Items taken from it: lifts, swabs, images, test-fired cases',
      'Pièces prélevées : relevés, écouvillons, images, étuis de tir de comparaison',
      { max: 100 },
    ),
  });
}

/**
 * What a report says of one item (D5). Marks and construction are recorded in the terms of the field (V2, V5), so that
 * what the laboratory reads stands beside what the collector read.
 */
export const resultOnItemBody = resultOnItem(ExamMade);

/** Form 1: finding and opinion in the clear. */
export const resultOnItemInClear = resultOnItem(ExamMadeInClear);

export type ResultOnItemBody = Static<typeof resultOnItemBody>;
