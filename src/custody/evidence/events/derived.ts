import { groupId } from '../../common/group-body.js';
import { beginning } from '../../rule.js';
import { Exactly, type TSchema } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { IdOf } from '../../schema/identifiers.js';
import { refuseIf } from '../../violation.js';
import { custodyOfSigner } from '../custody.js';
import { evidenceNumber } from '../number.js';
import { begunItem } from '../record/begun-item.js';
import { checkRecord, traitsOrPlain } from '../record/check-record.js';
import { descriptionMembers } from '../record/description.js';
import { Inheritance, InheritanceWithoutPast, pastOf } from '../record/inheritance.js';
import type { EvidenceState } from '../state.js';

const bodyWith = <Inherits extends TSchema>(inherits: Inherits) =>
  Exactly({
    ...itemMembers,
    parent: IdOf('evidence', 'Item that is split', 'Pièce divisée'),
    inherits,
    ...descriptionMembers,
  });

export const derivedBody = bodyWith(Inheritance);

/**
 * `evidence.derived` (E15, RQ-02, RQ-03): a part of an item that is split, an item of its own from here on, in
 * the same hands and place. What it repeats of its parent is compared by `evidence.split`.
 */
export const evidenceDerived = beginning<EvidenceState, typeof derivedBody>({
  type: 'evidence.derived',
  form: 2,
  source: 'E15, RQ-01, RQ-02, RQ-03, GATE-11, GATE-12',
  title: { en: 'Part of a split item', fr: "Part d'une pièce divisée" },
  body: derivedBody,
  former: [{ form: 1, body: bodyWith(InheritanceWithoutPast), supersededIn: 2 }],
  decide(act, circumstances) {
    const { parent, inherits } = act.body;
    const { category, subCategory } = inherits;
    return [
      ...refuseIf(parent !== groupId(circumstances), 'evidence.derived-parent', '/body/parent'),
      ...checkRecord(act.id, subCategory, traitsOrPlain(category, subCategory), act.body),
    ];
  },
  claims: act => [{ set: 'evidence-number', key: evidenceNumber(act.id) }],
  evolve(act) {
    const { parent, inherits } = act.body;
    const { site, location, closedDiscrepancies, gaps, formerSeals, ...inherited } = inherits;
    const begun = begunItem(act, traitsOrPlain(inherits.category, inherits.subCategory));
    const suspectedNow = begun.explosivePossible && !inherits.explosivePossible;
    return {
      ...begun,
      ...inherited,
      ...pastOf(inherits),
      explosivePossible: begun.explosivePossible || inherits.explosivePossible,
      hazardClass: suspectedNow ? begun.hazardClass : inherits.hazardClass,
      parent,
      custody: { ...custodyOfSigner(act, 'SPLIT', location), site },
    };
  },
});
