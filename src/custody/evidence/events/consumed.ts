import { nameOfExam, TypeOfExam } from '../../examination/exam.js';
import { examinationOnItem, withExamination } from '../../examination/on-item.js';
import { checkNotHeldFromDisposal } from '../../hold/on-piece.js';
import { type Act, following, type LogWideFacts } from '../../rule.js';
import { Exactly, Flag, List, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { EventId, IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { quantityText } from '../../schema/quantity.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import { checkIsCustodian, checkNotInTransfer, checkNotUnderSeal, checkPhysical } from '../checks.js';
import { addDecimals, equalDecimals, isMore, isZero } from '../decimal.js';
import { Amount } from '../record/quantity.js';
import type { EvidenceState } from '../state.js';

export const consumedBody = Exactly({
  ...actMembers,
  examination: IdOf('examination', 'Examination', 'Examen'),
  exam: TypeOfExam(),
  approval: EventId(
    'Approval of it (evidence.destruction-approved of this item)',
    'Approbation préalable (evidence.destruction-approved de cette pièce)',
  ),
  amount: Nullable(Amount('Amount used up; null: not stated', 'Quantité consommée ; null : non précisée')),
  remainder: Nullable(Amount('What is left; null: not stated', 'Ce qui reste ; null : non précisé')),
  nothingLeft: Flag('Is nothing left of the item?', 'Ne reste-t-il rien de la pièce ?'),
  residues: List(
    IdOf('evidence', 'Residue or container, an item of its own', 'Résidu ou contenant, pièce distincte'),
    'Residues and containers that are kept',
    'Résidus et contenants conservés',
    { max: 50 },
  ),
  withoutResidue: Nullable(
    Prose('Why nothing is kept', "Pourquoi rien n'est conservé", 2000),
    words('Why no residue and no container is kept', "Pourquoi aucun résidu ni contenant n'est conservé"),
  ),
});

type Body = Static<typeof consumedBody>;

/**
 * `evidence.consumed` (E53, GATE-11, RQ-55): an examination used something of the item up, as two officers had approved
 * before (E32), before a witness. Amounts balance to the last decimal; residues and containers are items or it is said
 * why not. Where nothing is left custody ends here.
 */
export const evidenceConsumed = following<EvidenceState, typeof consumedBody>({
  type: 'evidence.consumed',
  form: 1,
  source: 'E53, GATE-11, RQ-52, RQ-55',
  title: { en: 'Used up in an examination', fr: "Consommée lors d'un examen" },
  body: consumedBody,
  decide: (state, act) => [
    ...checkIsCustodian(state, act.actor.officer),
    ...checkPhysical(state, act.type, ['HELD', 'CHECKED_OUT']),
    ...checkNotInTransfer(state),
    ...checkNotUnderSeal(state),
    ...checkNotHeldFromDisposal(state),
    ...checkApproval(state, act.body),
    ...checkBalance(state, act.body),
    ...checkResidue(state, act.body),
  ],
  decideLogWide: (_state, act, facts) => checkResidueOfItem(act, facts),
  evolve(state, act) {
    const { examination, exam, amount, remainder, nothingLeft } = act.body;
    const { consumed = [] } = examinationOnItem(state, examination) ?? {};
    const used = { event: act.eventId, exam: nameOfExam(exam), amount };
    const left = withExamination(
      { ...state, quantity: { ...state.quantity, amount: remainder } },
      examination,
      { consumed: [...consumed, used] },
    );
    return nothingLeft ? { ...left, physical: 'CONSUMED', custody: null, checkOut: null } : left;
  },
});

function checkApproval(
  state: EvidenceState,
  { examination, exam, approval, amount }: Body,
): readonly Violation[] {
  const { number } = state;
  const found = examinationOnItem(state, examination);
  const name = nameOfExam(exam);
  const approved = found?.destruction.find(({ event, exam: of }) => event === approval && of === name);
  if (found === undefined || approved === undefined) {
    return [refuse('examination.destruction-not-approved', '/body/approval', { number, exam: name })];
  }
  const before = found.consumed.filter(({ exam: of }) => of === name).flatMap(used => used.amount ?? []);
  const sum = addDecimals([...before, amount ?? '0']);
  const { atMost } = approved;
  return refuseIf(
    atMost !== null && isMore(sum, atMost),
    'evidence.consumed-beyond-approval',
    '/body/amount',
    {
      number,
      sum,
      atMost: atMost ?? '',
    },
  );
}

/** Where the item's own amount was never stated there is nothing to balance. */
function checkBalance(
  { number, quantity }: EvidenceState,
  { amount, remainder, nothingLeft }: Body,
): readonly Violation[] {
  const stated = amount !== null && remainder !== null;
  if (quantity.amount === null) return [];
  if (!stated) return [refuse('evidence.consumed-not-stated', '/body/amount', { number })];
  return [
    ...refuseIf(
      !equalDecimals(addDecimals([amount, remainder]), quantity.amount),
      'evidence.consumed-unbalanced',
      '/body/remainder',
      { number, sum: addDecimals([amount, remainder]), recorded: quantityText(quantity) },
    ),
    ...refuseIf(isZero(remainder) !== nothingLeft, 'evidence.consumed-unbalanced', '/body/nothingLeft', {
      number,
      sum: remainder,
      recorded: quantityText(quantity),
    }),
  ];
}

/** RQ-55: residues are items, or it is said why there are none; never both, never neither. */
function checkResidue({ number }: EvidenceState, { residues, withoutResidue }: Body): readonly Violation[] {
  return refuseIf(
    residues.length > 0 === (withoutResidue !== null),
    'evidence.residue-not-told',
    '/body/residues',
    { number },
  );
}

function checkResidueOfItem(
  { id, body: { residues } }: Act<Body>,
  facts: LogWideFacts,
): readonly Violation[] {
  return residues.flatMap((residue, position) => {
    const state = facts.state(`evidence/${residue}`) as EvidenceState | undefined;
    return refuseIf(
      state !== undefined && state.parent !== id,
      'examination.not-derived-from-item',
      `/body/residues/${position}`,
      { number: state?.number ?? '' },
    );
  });
}
