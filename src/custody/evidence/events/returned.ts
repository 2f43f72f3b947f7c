import { following } from '../../rule.js';
import { Exactly, Line, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { quantityText } from '../../schema/quantity.js';
import { refuseIf, type Violation } from '../../violation.js';
import { unbrokenStatuses } from '../../vocabulary/seals.js';
import { checkIsCustodian, checkPhysical, openDiscrepancies } from '../checks.js';
import { custodyOfSigner } from '../custody.js';
import { equalDecimals } from '../decimal.js';
import { CountedQuantity, quantityFrom } from '../record/quantity.js';
import type { EvidenceState, Quantity } from '../state.js';

const body = Exactly({
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
});

/**
 * `evidence.returned` (E28): the custodian of the store counts and signs, the taker countersigns as `taker`. A
 * count that differs comes back all the same, with an open discrepancy (GATE-11); what was counted is what
 * the item is from then on. A shelf is another event (RQ-27).
 */
export const evidenceReturned = following<EvidenceState, typeof body>({
  type: 'evidence.returned',
  form: 1,
  source: 'E28, GATE-4, GATE-11, RQ-32',
  title: { en: 'Returned to the store', fr: 'Rendue au local' },
  body,
  decide(state, act, { countersigners }) {
    const taker = countersigners.find(({ as }) => as === 'taker');
    const { number, checkOut } = state;
    return [
      ...checkPhysical(state, act.type, ['CHECKED_OUT']),
      ...checkIsCustodian(state, taker?.officer ?? '', ''),
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
      custody: custodyOfSigner(act, 'RETURNED'),
      checkOut: null,
      describedAs: [
        ...state.describedAs,
        { event: act.eventId, quantity: quantityText(quantity), text: act.body.condition },
      ],
    };
  },
});

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
