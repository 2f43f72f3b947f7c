import { type Act, type Circumstances, following } from '../../rule.js';
import { Exactly, Nullable, Prose, type Static } from '../../schema/described.js';
import { beforeItemsDigest, groupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { quantityText } from '../../schema/quantity.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import {
  checkIsCustodian,
  checkNotHazardous,
  checkNotInTransfer,
  checkNotUnderSeal,
  checkPhysical,
  openDiscrepancies,
} from '../checks.js';
import { addDecimals, equalDecimals, isZero } from '../decimal.js';
import { evidenceNumber } from '../number.js';
import { traitsOrPlain } from '../record/check-record.js';
import { differencesFrom, splittable } from '../record/inheritance.js';
import { Amount, quantityFrom } from '../record/quantity.js';
import type { EvidenceState, PhysicalState } from '../state.js';
import type { derivedBody } from './derived.js';

export const splitBody = Exactly({
  ...actMembers,
  ...groupMembers,
  reason: Prose('Why it is split', 'Raison du partage'),
  remainder: Nullable(
    Amount(
      'What stays with the item; 0: nothing, null: not stated. Of an item lent for an examination it is what comes back',
      'Ce qui reste à la pièce ; 0 : rien, null : non précisé. D’une pièce prêtée pour examen, c’est ce qui est rendu',
    ),
  ),
});

type Part = Act<Static<typeof derivedBody>>;

/**
 * `evidence.split` (E15): a lot into parts, each with its own history from here on. A group on the parent with
 * one `evidence.derived` per part; parts and remainder come to what the item was, to the last decimal
 * (GATE-11). Where nothing stays the parent's custody ends here.
 */
export const evidenceSplit = following<EvidenceState, typeof splitBody>({
  type: 'evidence.split',
  form: 2,
  source: 'E15, GATE-11, RQ-02, RQ-03, RQ-73',
  title: { en: 'Item split', fr: 'Pièce divisée' },
  body: splitBody,
  former: [beforeItemsDigest(splitBody)],
  itemTypes: ['evidence.derived'],
  decide(state, act, circumstances) {
    const parts = partsOf(circumstances);
    return [
      ...checkIsCustodian(state, act.actor.officer),
      ...checkPhysical(state, act.type, splittableBy(state, circumstances)),
      ...checkLentInLaboratory(state, act.actor.officer, circumstances),
      ...checkNotInTransfer(state),
      ...checkNotHazardous(state),
      ...checkNotUnderSeal(state),
      ...checkNoOpenDiscrepancy(state),
      ...refuseIf(!traitsOrPlain(state.category, state.subCategory).lot, 'evidence.not-a-lot', '/subject', {
        number: state.number,
      }),
      ...parts.flatMap((part, position) => checkPart(state, part, position)),
      ...checkBalance(state, parts, act.body.remainder),
    ];
  },
  evolve(state, act) {
    const { remainder } = act.body;
    const left = { ...state, quantity: { ...state.quantity, amount: remainder } };
    const nothing = remainder !== null && isZero(remainder);
    return nothing ? { ...left, physical: 'SPLIT', custody: null, checkOut: null } : left;
  },
});

/** The edition from which on an examiner splits what reception lent him. */
const lentIsSplit = 5;

/**
 * What was lent comes back as it went (RQ-26), save to a laboratory that took it for an examination: there the examiner
 * splits it himself (domain.md (b), L3), and the remainder is what comes back.
 */
function splittableBy(
  state: EvidenceState,
  { sop: { edition = 1 } }: Circumstances,
): readonly PhysicalState[] {
  const examined = laboratoriesOf(state).length > 0;
  return examined && edition >= lentIsSplit ? [...splittable, 'CHECKED_OUT'] : splittable;
}

/** RQ-53: an item may be lent to anybody who holds; only the laboratory that took it for an examination divides it. */
function checkLentInLaboratory(
  state: EvidenceState,
  borrower: string,
  { officer: find }: Circumstances,
): readonly Violation[] {
  const laboratories = laboratoriesOf(state);
  const lent = state.physical === 'CHECKED_OUT' && laboratories.length > 0;
  const unit = find(borrower)?.unit ?? null;
  const ofLaboratory = unit !== null && laboratories.includes(unit);
  return refuseIf(lent && !ofLaboratory, 'evidence.split-by-other-unit', '/actor/officer', {
    number: state.number,
    officer: borrower,
  });
}

/** Units that took the item for an examination and have not reported on it. */
function laboratoriesOf({ examinations = {} }: EvidenceState): readonly string[] {
  return Object.values(examinations)
    .filter(({ status }) => status === 'ACCEPTED')
    .map(({ laboratory }) => laboratory);
}

/**
 * RQ-73: an open question stays on the item it was raised about. A part would begin without it, and what is found
 * later would reach the parent alone.
 */
function checkNoOpenDiscrepancy(state: EvidenceState): readonly Violation[] {
  const open = openDiscrepancies(state);
  return refuseIf(open.length > 0, 'evidence.split-with-open-discrepancy', '/subject', {
    number: state.number,
    discrepancies: open.join(', '),
  });
}

/** The judge compares item types after this act: what is no part is left to it. */
function partsOf({ items }: Circumstances): readonly Part[] {
  return items.filter(({ type }) => type === 'evidence.derived') as unknown as readonly Part[];
}

function checkPart(state: EvidenceState, { id, body: part }: Part, position: number): readonly Violation[] {
  const pointer = `/body/items/${position}`;
  const differences = differencesFrom(state, part.inherits);
  const { unit } = quantityFrom(part.quantity);
  const number = evidenceNumber(id);
  return [
    ...refuseIf(differences.length > 0, 'evidence.derived-differs', pointer, {
      number,
      members: differences.join(', '),
    }),
    ...refuseIf(unit !== state.quantity.unit, 'evidence.split-unit', pointer, {
      number,
      unit,
      recorded: state.quantity.unit,
    }),
  ];
}

/** Where the item's own amount was never stated there is nothing to balance. */
function checkBalance(
  { quantity }: EvidenceState,
  parts: readonly Part[],
  remainder: string | null,
): readonly Violation[] {
  if (quantity.amount === null) return [];
  const amounts = [...parts.map(({ body: part }) => part.quantity.amount), remainder];
  const stated = amounts.filter(amount => amount !== null);
  if (stated.length < amounts.length) return [refuse('evidence.split-not-stated', '/body/remainder')];
  const sum = addDecimals(stated);
  return refuseIf(!equalDecimals(sum, quantity.amount), 'evidence.split-unbalanced', '/body/remainder', {
    sum,
    recorded: quantityText(quantity),
  });
}
