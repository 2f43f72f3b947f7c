import { type Act, type Circumstances, following } from '../../rule.js';
import { Exactly, Line, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { quantityText } from '../../schema/quantity.js';
import { StandIn } from '../../schema/stand-in.js';
import { handsSoFar } from '../../transfer/hands.js';
import { refuseIf, type Violation } from '../../violation.js';
import { unbrokenStatuses } from '../../vocabulary/seals.js';
import { checkIsCustodian, checkPhysical, openDiscrepancies } from '../checks.js';
import { custodyOfSigner } from '../custody.js';
import { equalDecimals } from '../decimal.js';
import { CountedQuantity, quantityFrom } from '../record/quantity.js';
import type { EvidenceState, Quantity } from '../state.js';

const members = {
  ...actMembers,
  quantity: CountedQuantity,
  condition: Prose('Condition at return', 'État au retour'),
  sealNumber: Nullable(Line('Seal number as read', 'Numéro du scellé tel que lu', 60)),
  difference: Nullable(
    Exactly({
      explanation: Prose('What explains it', "Ce qui l'explique"),
      discrepancy: IdOf('discrepancy', 'Discrepancy opened for it', 'Anomalie ouverte à ce sujet'),
    }),
    words('Difference in quantity', 'Différence de quantité'),
  ),
};

const body = Exactly({ ...members, standIn: StandIn });

/**
 * `evidence.returned` (E28): the custodian it was checked out from counts and signs, or a stand-in in his role and unit
 * who says why; the taker countersigns as `taker`. A
 * count that differs comes back all the same, with an open discrepancy (GATE-11); what was counted is what
 * the item is from then on. A shelf is another event (RQ-27).
 */
export const evidenceReturned = following<EvidenceState, typeof body>({
  type: 'evidence.returned',
  form: 2,
  source: 'E28, GATE-4, GATE-11, RQ-32',
  title: { en: 'Returned to the store', fr: 'Rendue au local' },
  body,
  former: [{ form: 1, body: Exactly(members), supersededIn: 2 }],
  decide(state, act, circumstances) {
    const taker = circumstances.countersigners.find(({ as }) => as === 'taker');
    const { number, checkOut } = state;
    return [
      ...checkPhysical(state, act.type, ['CHECKED_OUT']),
      ...checkIsCustodian(state, taker?.officer ?? '', ''),
      ...checkReceivedByLender(state, act, circumstances),
      ...refuseIf(
        checkOut !== null && act.body.place.site !== checkOut.site,
        'evidence.returned-elsewhere',
        '/body/place/site',
        { number },
      ),
      ...checkSealRead(state, act.body.sealNumber),
      ...checkCount(state, act.body),
    ];
  },
  evolve(state, act) {
    const quantity = quantityFrom(act.body.quantity);
    return {
      ...state,
      physical: 'HELD',
      quantity,
      // RQ-73: what does not fit after it came back concerns who had it.
      custody: { ...custodyOfSigner(act, 'RETURNED'), cameFrom: handsSoFar(state) },
      checkOut: null,
      describedAs: [
        ...state.describedAs,
        { event: act.eventId, quantity: quantityText(quantity), text: act.body.condition },
      ],
    };
  },
});

/** Custody goes to nobody by a word of his own and the taker's: the store that lent the item gets it back. */
function checkReceivedByLender(
  { number, checkOut }: EvidenceState,
  { actor, body: { standIn } }: Act<Static<typeof body>>,
  { officer: find }: Circumstances,
): readonly Violation[] {
  const lender = checkOut?.custodian ?? null;
  if (lender === null || actor.officer === lender.officer) return [];
  // Form 1 had no stand-in.
  const standsIn = (standIn ?? null) !== null && actor.role === lender.role;
  const unit = find(actor.officer)?.unit ?? null;
  return refuseIf(!standsIn || unit !== lender.unit, 'evidence.not-returned-to-lender', '/actor/officer', {
    number,
    lender: lender.officer,
    role: lender.role,
  });
}

function checkSealRead({ seal, number }: EvidenceState, read: string | null): readonly Violation[] {
  const closed = seal !== null && unbrokenStatuses.includes(seal.status);
  return refuseIf(closed && read !== seal.number, 'evidence.return-seal', '/body/sealNumber', {
    number,
    seal: seal?.number ?? '',
  });
}

function checkCount(
  state: EvidenceState,
  { quantity, difference }: Static<typeof body>,
): readonly Violation[] {
  const found = quantityFrom(quantity);
  const told = difference !== null && openDiscrepancies(state).includes(difference.discrepancy);
  return refuseIf(!balances(state.quantity, found) && !told, 'evidence.return-unbalanced', '/body/quantity', {
    number: state.number,
    recorded: quantityText(state.quantity),
    found: quantityText(found),
  });
}

/** What was "not stated" contradicts no count; what was stated is counted again. */
function balances(recorded: Quantity, found: Quantity): boolean {
  if (recorded.unit !== found.unit) return false;
  if (recorded.amount === null) return true;
  return found.amount !== null && equalDecimals(recorded.amount, found.amount);
}
