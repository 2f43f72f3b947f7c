import { groupBody } from '../../common/group-body.js';
import { custodyOfSigner } from '../../evidence/custody.js';
import type { Custody, CustodyGap, EvidenceState, Remark } from '../../evidence/state.js';
import { following, type PlacedAct } from '../../rule.js';
import { Exactly, Nullable, Prose, type Static } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { SealNumber } from '../../sealstock/seal-number.js';
import { refuseIf } from '../../violation.js';
import { checkTwoPersons } from '../checks/custodian.js';
import { takenOverBody } from '../events/taken-over.js';

const body = Exactly({
  ...itemMembers,
  sealNumber: Nullable(SealNumber('Seal number as read', 'Numéro de scellé tel que lu')),
  condition: Prose('Condition', 'État', 500),
});

type Body = Static<typeof body>;

/**
 * `evidence.taken-over` (E50): another officer answers for the item; it stays where it is. Where the outgoing
 * custodian did not sign, the item bears it for ever, with the time nobody answered for it.
 */
export const evidenceTakenOver = following<EvidenceState, typeof body>({
  type: 'evidence.taken-over',
  form: 1,
  source: 'E50, SD-1, GATE-12',
  title: { en: 'Taken over by another custodian', fr: 'Reprise par un autre gardien' },
  body,
  decide(state, act, circumstances) {
    const { outgoing } = groupBody(takenOverBody, circumstances);
    return [
      ...refuseIf(state.custody?.officer !== outgoing, 'transfer.not-in-custody-of-outgoing', '/subject', {
        number: state.number,
        outgoing,
      }),
      ...checkTwoPersons(state, act.actor.officer, '/actor/officer'),
    ];
  },
  evolve(state, act, circumstances) {
    const { outgoingCannotSign } = groupBody(takenOverBody, circumstances);
    const officer = act.actor.officer;
    const { transit, checkOut, custody } = state;
    const taken: EvidenceState = {
      ...state,
      custody: keptInPlace(custody, custodyOfSigner(act, 'CHANGE_OF_CUSTODIAN')),
      transit: transit && { ...transit, ...(transit.courier === null ? giverIs(act) : { courier: officer }) },
      checkOut: checkOut && { ...checkOut, taker: officer },
    };
    return outgoingCannotSign === null ? taken : marked(taken, act, outgoingCannotSign);
  },
});

/** Only the person changes: the item stays at its site, in its place on the shelf. */
function keptInPlace(before: Custody | null, after: Custody): Custody {
  return before === null ? after : { ...after, site: before.site, location: before.location };
}

function giverIs({ actor }: PlacedAct<Body>): { giver: string; giverRole: string } {
  return { giver: actor.officer, giverRole: actor.role };
}

function marked(
  state: EvidenceState,
  act: PlacedAct<Body>,
  { reason, unattendedSince }: { readonly reason: string; readonly unattendedSince: string },
): EvidenceState {
  const by = { event: act.eventId, officer: act.actor.officer };
  const gap: CustodyGap = {
    from: unattendedSince,
    until: act.body.occurred.at,
    reason,
    event: act.eventId,
  };
  const remarks: readonly Remark[] = [
    { kind: 'UNSIGNED_CHANGE', ...by, text: reason },
    { kind: 'CUSTODY_GAP', ...by, text: `${gap.from} – ${gap.until}` },
  ];
  return { ...state, gaps: [...state.gaps, gap], remarks: [...state.remarks, ...remarks] };
}
