import { groupId } from '../../common/group-body.js';
import { beginning } from '../../rule.js';
import { Exactly, Nullable, type Static } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { IdOf } from '../../schema/identifiers.js';
import { refuseIf } from '../../violation.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { subItemKinds } from '../../vocabulary/laboratory.js';
import { materiel, subCategories } from '../../vocabulary/materiel.js';
import { custodyOfSigner } from '../custody.js';
import { evidenceNumber } from '../number.js';
import { begunItem } from '../record/begun-item.js';
import { checkCategory, checkRecord, traitsOrPlain } from '../record/check-record.js';
import { descriptionMembers } from '../record/description.js';
import { InheritanceOfSample, pastOf } from '../record/inheritance.js';
import type { EvidenceState } from '../state.js';

export const obtainedBody = Exactly({
  ...itemMembers,
  parent: IdOf('evidence', 'Item it was taken from', 'Pièce sur laquelle elle a été prélevée'),
  examination: Nullable(IdOf('examination', 'Examination', 'Examen')),
  how: Coded(subItemKinds, 'What it is to its parent', 'Ce qu’elle est à sa pièce mère'),
  category: Coded(materiel, 'Category', 'Catégorie'),
  subCategory: Coded(subCategories, 'Sub-category', 'Sous-catégorie'),
  inherits: InheritanceOfSample,
  ...descriptionMembers,
});

/** What is of the same matter as its parent is as dangerous until somebody says otherwise. */
const ofSameMatter: readonly string[] = ['RESIDUE', 'CONTAINER', 'COMPONENT'];

/**
 * `evidence.obtained` (RQ-02, RQ-55): what was taken from an item in an examination, an item of its own from here on, held
 * by who took it. It is of another kind than its parent, and has its past: what the parent went through, the trace went
 * through. What it repeats of that is compared by `evidence.sampled`.
 */
export const evidenceObtained = beginning<EvidenceState, typeof obtainedBody>({
  type: 'evidence.obtained',
  form: 1,
  source: 'RQ-01, RQ-02, RQ-55, GATE-12',
  title: { en: 'Taken from another item', fr: 'Prélevée sur une autre pièce' },
  body: obtainedBody,
  decide(act, circumstances) {
    const { parent, category, subCategory } = act.body;
    const unknown = checkCategory(category.code, subCategory.code);
    const of = traitsOrPlain(category.code, subCategory.code);
    return [
      ...refuseIf(parent !== groupId(circumstances), 'evidence.derived-parent', '/body/parent'),
      ...unknown,
      ...(unknown.length > 0 ? [] : checkRecord(act.id, subCategory.code, of, act.body)),
    ];
  },
  claims: act => [{ set: 'evidence-number', key: evidenceNumber(act.id) }],
  evolve(act) {
    const { parent, examination, how, category, subCategory, inherits } = act.body;
    const begun = begunItem(act, traitsOrPlain(category.code, subCategory.code));
    const { incident, scene, root, recoveringParty, classification, remarks } = inherits;
    return {
      ...begun,
      ...pastOf(inherits),
      ...(ofSameMatter.includes(how.code) ? dangerOf(inherits) : {}),
      incident,
      scene,
      root,
      recoveringParty,
      classification,
      remarks,
      parent,
      foundIn: null,
      foundAs: 'DERIVED',
      category: category.code,
      subCategory: subCategory.code,
      collectedBy: act.actor.officer,
      physical: 'HELD',
      custody: custodyOfSigner(act, 'SAMPLED'),
      obtained: { how: codeOrText(how), examination },
    };
  },
});

function dangerOf({ explosivePossible, hazardClass, highRisk, safety }: Static<typeof InheritanceOfSample>) {
  return { explosivePossible, hazardClass, highRisk, safety };
}
