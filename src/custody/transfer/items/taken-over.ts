import { parseTime } from '../../../log/index.js';
import { groupBody } from '../../common/group-body.js';
import { custodyOfSigner } from '../../evidence/custody.js';
import { withGap } from '../../evidence/custody-gap.js';
import type { Custody, CustodyGap, EvidenceState, Remark } from '../../evidence/state.js';
import { type Act, following, type PlacedAct } from '../../rule.js';
import { Exactly, Flag, Nullable, Prose, type Static } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { SealNumber } from '../../sealstock/seal-number.js';
import type { Sop } from '../../sop/document.js';
import { refuseIf, type Violation } from '../../violation.js';
import { checkCourier } from '../checks/courier.js';
import { checkTwoPersons } from '../checks/custodian.js';
import { checkSeen, sealRead } from '../checks/seen-at-change.js';
import { takenOverBody } from '../events/taken-over.js';
import { asFound, Reserve, SealsCompared } from '../finding.js';
import { signerAsGiver } from '../giver.js';
import { handsSoFar } from '../hands.js';

/** Form 1 had one word for the seal: its number as read. */
const numberBody = Exactly({
  ...itemMembers,
  sealNumber: Nullable(SealNumber('Seal number as read', 'Numéro de scellé tel que lu')),
  condition: Prose('Condition', 'État', 500),
});

const body = Exactly({
  ...itemMembers,
  seen: Flag(
    'Did the incoming custodian see the item? No: it is missing on record',
    'Le gardien entrant a-t-il vu la pièce ? Non : elle est inscrite comme introuvable',
  ),
  seals: SealsCompared,
  condition: Prose(
    'Condition; of a missing item, what is known',
    "État ; d'une pièce introuvable, ce que l'on en sait",
    1000,
  ),
  conditionAgrees: Flag('Is the condition as recorded?', "L'état est-il conforme à la fiche ?"),
  reserve: Reserve,
});

type Body = Static<typeof body>;

/**
 * `evidence.taken-over` (E50): another officer has seen the item, compares its seal and answers for it; it stays where
 * it is. What is missing on record he takes over unseen, and it stays missing. Where the outgoing custodian did not sign, the item bears it for ever, with the time nobody answered for it.
 */
export const evidenceTakenOver = following<EvidenceState, typeof body>({
  type: 'evidence.taken-over',
  form: 2,
  source: 'E50, SD-1, GATE-4, GATE-12, RQ-31',
  title: { en: 'Taken over by another custodian', fr: 'Reprise par un autre gardien' },
  body,
  former: [{ form: 1, body: numberBody, supersededIn: 2 }],
  decide(state, act, circumstances) {
    const { outgoing, outgoingCannotSign } = groupBody(takenOverBody, circumstances);
    return [
      ...refuseIf(state.custody?.officer !== outgoing, 'transfer.not-in-custody-of-outgoing', '/subject', {
        number: state.number,
        outgoing,
      }),
      ...checkTwoPersons(state, act.actor.officer, '/actor/officer'),
      ...checkNoOtherSide(state, act),
      ...(act.form === 1 ? [] : checkSeen(state, act.body)),
      ...checkUnattendedInCustody(state, outgoingCannotSign),
    ];
  },
  evolve(state, act, circumstances) {
    const { outgoingCannotSign } = groupBody(takenOverBody, circumstances);
    const officer = act.actor.officer;
    const { transit, checkOut, custody } = state;
    const taken: EvidenceState = {
      ...(act.form === 1 ? asReadInForm1(state, act) : asSeen(state, act)),
      custody: afterHands(custody, keptInPlace(custody, custodyOfSigner(act, 'CHANGE_OF_CUSTODIAN'))),
      transit: transit && {
        ...transit,
        hands: handsSoFar(state),
        ...(transit.courier === null ? signerAsGiver(act, circumstances) : { courier: officer }),
      },
      checkOut: checkOut && { ...checkOut, taker: officer },
    };
    return outgoingCannotSign === null ? taken : marked(taken, act, outgoingCannotSign, circumstances.sop);
  },
});

/** RQ-73: what is found missing after a change of custodian concerns who had it before (`custodiansConcerned`). */
function afterHands(before: Custody | null, custody: Custody): Custody {
  if (before === null || before.officer === custody.officer) return custody;
  return { ...custody, cameFrom: [...new Set([...(before.cameFrom ?? []), before.officer])] };
}

/** SD-1: who takes over from the giver or the courier stands on no other side of the transfer the item is in. */
function checkNoOtherSide(state: EvidenceState, act: Act<Body>): readonly Violation[] {
  const { transit, number } = state;
  if (transit?.courier != null) return checkCourier(state, act);
  const { officer } = act.actor;
  return refuseIf(transit?.receiver === officer, 'transfer.to-oneself', '/actor/officer', {
    number,
    officer,
  });
}

/** GATE-12: the time nobody answered is taken out of the custody of the outgoing, not out of somebody else's. */
function checkUnattendedInCustody(
  { custody, number }: EvidenceState,
  cannotSign: { readonly unattendedSince: string } | null,
): readonly Violation[] {
  if (cannotSign === null || custody === null) return [];
  const { unattendedSince } = cannotSign;
  return refuseIf(
    parseTime(unattendedSince) < parseTime(custody.since),
    'transfer.unattended-before-custody',
    '/subject',
    { number, unattendedSince, since: custody.since },
  );
}

/** What was taken over unseen bears that for ever. */
function asSeen(state: EvidenceState, act: PlacedAct<Body>): EvidenceState {
  const { seen, condition, reserve } = act.body;
  if (seen || reserve !== null) return asFound(state, act);
  const by = { event: act.eventId, officer: act.actor.officer };
  return { ...state, remarks: [...state.remarks, { kind: 'UNDER_RESERVE', ...by, text: condition }] };
}

function asReadInForm1(state: EvidenceState, act: PlacedAct): EvidenceState {
  const read = act.body as unknown as Static<typeof numberBody>;
  const { seal, remarks } = sealRead(state.seal, read, { event: act.eventId, officer: act.actor.officer });
  return { ...state, seal, remarks: [...state.remarks, ...remarks] };
}

/** Only the person changes: the item stays at its site, in its place on the shelf. */
function keptInPlace(before: Custody | null, after: Custody): Custody {
  return before === null ? after : { ...after, site: before.site, location: before.location };
}

function marked(
  state: EvidenceState,
  act: PlacedAct<Body>,
  { reason, unattendedSince }: { readonly reason: string; readonly unattendedSince: string },
  sop: Sop,
): EvidenceState {
  const by = { event: act.eventId, officer: act.actor.officer };
  const gap: CustodyGap = {
    from: unattendedSince,
    until: act.body.occurred.at,
    reason,
    event: act.eventId,
  };
  const unsigned: Remark = { kind: 'UNSIGNED_CHANGE', ...by, text: reason };
  return withGap({ ...state, remarks: [...state.remarks, unsigned] }, gap, by.officer, sop);
}
