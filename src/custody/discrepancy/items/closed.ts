import { parseTime } from '../../../log/index.js';
import { groupId } from '../../common/group-body.js';
import { withGap } from '../../evidence/custody-gap.js';
import type { DiscrepancyOnItem, EvidenceState } from '../../evidence/state.js';
import { type Act, following, type PlacedAct } from '../../rule.js';
import { Code, Exactly, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { Instant } from '../../schema/occurrence.js';
import { QuantityOfLine, quantityText } from '../../schema/quantity.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';
import { discrepancyOutcomes, lossOutcomes } from '../../vocabulary/discrepancies.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkNotCustodian } from '../checks.js';

const beforeQuantity = {
  ...itemMembers,
  outcome: Code(codesOf(discrepancyOutcomes), 'Outcome for this item', 'Issue pour cette pièce'),
  finding: Prose('Finding for this item', 'Constat pour cette pièce'),
  gap: Nullable(
    Exactly({
      from: Instant('Last moment the item is accounted for', 'Dernier moment où la pièce est localisée'),
      until: Instant('Moment it was found', 'Moment où elle a été retrouvée'),
      reason: Prose('What is known of the time between', "Ce que l'on sait de l'intervalle"),
    }),
    { description: 'Gap in custody', 'x-fr': 'Lacune dans la garde' },
  ),
};

const body = Exactly({
  ...beforeQuantity,
  quantityEstablished: Nullable(
    QuantityOfLine,
    words(
      'Quantity that the two who close establish; null: as the record has it',
      'Quantité établie par les deux signataires ; null : celle du registre',
    ),
  ),
});

type Body = Static<typeof body>;

/**
 * `evidence.discrepancy-closed` (E49, RQ-73, GATE-12): a missing item comes back with the gap in its custody
 * stated, or stays `UNACCOUNTED` with a finding that two have signed. The custodian is never taken away from
 * it here: only a transfer does that.
 */
export const evidenceDiscrepancyClosed = following<EvidenceState, typeof body>({
  type: 'evidence.discrepancy-closed',
  form: 2,
  source: 'E49, RQ-73, GATE-12, domain.md C.1',
  title: { en: 'Discrepancy concerning the item closed', fr: "Clôture de l'anomalie concernant la pièce" },
  body,
  former: [{ form: 1, body: Exactly(beforeQuantity), supersededIn: 2 }],
  decide(state, act, circumstances) {
    const own = state.discrepancies[groupId(circumstances)];
    if (own?.open !== true) {
      return [refuse('discrepancy.not-of-item', '/subject', { number: state.number })];
    }
    return [
      ...checkNotCustodian([own.custodian, state.custody?.officer], act, circumstances),
      ...checkOutcome(state, own, act),
      ...checkGap(state, act, circumstances.receivedAt),
      ...checkQuantity(state, act),
    ];
  },
  evolve(state, act, circumstances) {
    const id = groupId(circumstances);
    const own = state.discrepancies[id];
    if (own === undefined) return state;
    const { outcome, finding, gap } = act.body;
    const by = { event: act.eventId, officer: act.actor.officer };
    const closed: EvidenceState = {
      ...state,
      discrepancies: { ...state.discrepancies, [id]: { ...own, open: false, outcome } },
      remarks: [...state.remarks, { kind: 'DISCREPANCY', ...by, text: `${outcome}: ${finding}` }],
    };
    const counted = established(closed, act);
    const stated =
      gap === null
        ? counted
        : withGap(counted, { ...gap, event: act.eventId }, by.officer, circumstances.sop);
    return isBroughtBack(state, act) ? broughtBack(stated, act) : stated;
  },
});

function isBroughtBack({ physical }: EvidenceState, { body: { outcome } }: Act<Body>): boolean {
  return physical === 'UNACCOUNTED' && outcome === 'FOUND';
}

/** A missing item is found, or a loss is signed for; nothing else ends it. */
function checkOutcome(state: EvidenceState, own: DiscrepancyOnItem, act: Act<Body>): readonly Violation[] {
  const { outcome } = act.body;
  const missing = state.physical === 'UNACCOUNTED' && own.missingSince !== null;
  return refuseIf(
    missing && outcome !== 'FOUND' && !lossOutcomes.includes(outcome),
    'discrepancy.outcome-of-missing-item',
    '/body/outcome',
    { number: state.number, outcome },
  );
}

/** GATE-12: the time in which nobody can say where the item was is stated, and runs forwards. */
function checkGap(state: EvidenceState, act: Act<Body>, receivedAt: number): readonly Violation[] {
  const { gap } = act.body;
  const { number } = state;
  if (gap === null) {
    return refuseIf(isBroughtBack(state, act), 'discrepancy.gap-not-stated', '/body/gap', { number });
  }
  const { from, until } = gap;
  const since = missingSince(state);
  const backwards = parseTime(from) >= parseTime(until) || parseTime(until) > receivedAt;
  const tooShort = since !== null && parseTime(from) > parseTime(since);
  return refuseIf(backwards || tooShort, 'discrepancy.gap-not-valid', '/body/gap', {
    number,
    from,
    until,
    since: since ?? '–',
  });
}

/** GATE-11: what is established is counted in the unit of the record, and is not nothing. */
function checkQuantity({ number, quantity }: EvidenceState, { body }: Act<Body>): readonly Violation[] {
  // Form 1 has no such member.
  const { quantityEstablished = null } = body;
  if (quantityEstablished === null) return [];
  const { amount, unit } = quantityEstablished;
  const isSomething = amount !== null && Number(amount) > 0;
  return refuseIf(
    !isSomething || unit !== quantity.unit,
    'discrepancy.quantity-not-valid',
    '/body/quantityEstablished',
    { number, unit: quantity.unit },
  );
}

/** The record goes on with what was established; what it said before stays beside it (RQ-05, RQ-32). */
function established(state: EvidenceState, act: PlacedAct<Body>): EvidenceState {
  const { quantityEstablished = null, finding } = act.body;
  if (quantityEstablished === null) return state;
  return {
    ...state,
    quantity: quantityEstablished,
    describedAs: [
      ...state.describedAs,
      { event: act.eventId, quantity: quantityText(quantityEstablished), text: finding },
    ],
  };
}

/** When it was first recorded as missing, as long as it is. */
function missingSince({ physical, discrepancies }: EvidenceState): string | null {
  if (physical !== 'UNACCOUNTED') return null;
  const times = Object.values(discrepancies).flatMap(entry => entry.missingSince ?? []);
  return times.sort((one, other) => parseTime(one) - parseTime(other))[0] ?? null;
}

/** Back where it was when it went missing: on the way, checked out, or held. */
function broughtBack(state: EvidenceState, act: PlacedAct<Body>): EvidenceState {
  const { site, description } = act.body.place;
  const { transit, checkOut, custody } = state;
  const travelling = transit !== null && transit.stage !== 'OFFERED';
  return {
    ...state,
    physical: travelling ? 'IN_TRANSIT' : checkOut !== null ? 'CHECKED_OUT' : 'HELD',
    custody: custody && {
      ...custody,
      site: travelling ? null : site,
      location: null,
      place: description,
      reason: 'FOUND',
      since: act.body.occurred.at,
      event: act.eventId,
    },
    discrepancies: Object.fromEntries(
      Object.entries(state.discrepancies).map(([id, entry]) => [id, { ...entry, missingSince: null }]),
    ),
  };
}
