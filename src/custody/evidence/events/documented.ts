import { mayFollow } from '../../common/time-order.js';
import { checkImported, claimsOfRow, Imported } from '../../import/imported.js';
import { beginning } from '../../rule.js';
import { Exactly, Line, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers, Occurred } from '../../schema/occurrence.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { materiel, subCategories } from '../../vocabulary/materiel.js';
import { units } from '../../vocabulary/quantity.js';
import { foundAs, recoveringParties } from '../../vocabulary/recovery.js';
import { evidenceNumber, isEvidenceId } from '../number.js';
import { begunItem } from '../record/begun-item.js';
import { checkCategory, checkOneByOne, traitsOrPlain } from '../record/check-record.js';
import { ClassificationOfItem, classificationFrom } from '../record/classification.js';
import { descriptionMembers } from '../record/description.js';
import { checkCalibre, Interpretation } from '../record/interpretation.js';
import { checkMarks, Headstamp, Marks } from '../record/marks.js';
import { Photographs } from '../record/photograph.js';
import { Amount, checkAmount } from '../record/quantity.js';
import type { EvidenceState } from '../state.js';

export const documentedBody = Exactly({
  ...actMembers,
  incident: IdOf('incident', 'Incident', 'Incident'),
  found: Nullable(
    Exactly(
      Occurred.properties,
      words(
        'When it was found, where that is not when the incident happened',
        "Moment de la découverte, s'il n'est pas celui de l'incident",
      ),
    ),
  ),
  category: Coded(materiel, 'Category', 'Catégorie'),
  subCategory: Coded(subCategories, 'Sub-category', 'Sous-catégorie'),
  description: descriptionMembers.description,
  quantity: Exactly(
    {
      amount: Nullable(
        Amount('Amount, decimal; null: not stated', 'Quantité, décimale ; null : non précisée'),
      ),
      unit: Coded(units, 'Unit', 'Unité'),
    },
    words('Quantity, as the record has it', "Quantité, telle que l'écrit la donne"),
  ),
  photographs: Photographs('Photographs', 'Photographies'),
  marks: Marks,
  headstamp: Nullable(Headstamp),
  interpretation: Nullable(Interpretation),
  foundAs: Coded(foundAs, 'Found as', 'Circonstances de la découverte'),
  recoveringParty: Coded(recoveringParties, 'Recovering party', 'Partie ayant récupéré la pièce'),
  recoveringUnit: Nullable(Line('Recovering unit', 'Unité ayant récupéré la pièce')),
  holder: Nullable(
    Line('Who holds or held it, where that is known', "Détenteur actuel ou passé, s'il est connu"),
  ),
  basis: Prose('The record it is taken from', "L'écrit dont elle est tirée", 1000),
  classification: ClassificationOfItem,
  imported: Imported,
});

type Body = Static<typeof documentedBody>;

/**
 * `evidence.documented` (D2, *documented only*): an item that is known from somebody's record alone: nobody of the Mission
 * has it, nobody who signs this saw it, and it never has a custodian. What an officer sees himself where another holds it is
 * `evidence.registered`.
 */
export const evidenceDocumented = beginning<EvidenceState, typeof documentedBody>({
  type: 'evidence.documented',
  form: 1,
  source: 'D2, domain.md C.1 (DOCUMENTED_ONLY), RQ-01, RQ-03, RQ-11, RQ-14',
  title: { en: 'Documented from a record', fr: "Documentée d'après un écrit" },
  body: documentedBody,
  decide(act) {
    const { category, subCategory } = act.body;
    const unknown = checkCategory(category.code, subCategory.code);
    return unknown.length > 0 ? unknown : checkDocumented(act.id, act.body);
  },
  decideLogWide: (_state, act, facts) => checkImported(act.body.imported, act, facts),
  claims: ({ id, body: { imported } }) => [
    { set: 'evidence-number', key: evidenceNumber(id) },
    ...claimsOfRow('evidence', imported),
  ],
  evolve(act) {
    const { category, subCategory, incident, imported } = act.body;
    const unassessed = { suspected: [] };
    return {
      ...begunItem(
        { ...act, body: { ...act.body, hazard: unassessed } },
        traitsOrPlain(category.code, subCategory.code),
      ),
      incident,
      scene: null,
      parent: null,
      root: act.id,
      foundIn: null,
      category: category.code,
      subCategory: subCategory.code,
      foundAs: act.body.foundAs.code,
      recoveringParty: codeOrText(act.body.recoveringParty),
      classification: classificationFrom(act.body.classification),
      physical: 'DOCUMENTED_ONLY',
      imported,
    };
  },
});

function checkDocumented(
  id: string,
  { occurred, found, category, subCategory, quantity, photographs, marks, interpretation }: Body,
): readonly Violation[] {
  return [
    ...refuseIf(found !== null && !mayFollow(occurred, found), 'evidence.found-later', '/body/found/at', {
      found: found?.at ?? '',
      occurred: occurred.at,
    }),
    ...refuseIf(!isEvidenceId(id), 'evidence.number-not-random', '/subject', { id }),
    ...checkAmount(quantity, '/body/quantity'),
    ...checkOneByOne(quantity, traitsOrPlain(category.code, subCategory.code), subCategory.code),
    ...checkMarks(marks, photographs),
    ...checkCalibre(interpretation),
  ];
}
