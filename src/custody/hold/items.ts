import { groupBody, groupId } from '../common/group-body.js';
import type { CommonState } from '../common/state.js';
import { type EventRule, following } from '../rule.js';
import { Exactly } from '../schema/described.js';
import { itemMembers } from '../schema/group.js';
import { refuse, refuseIf } from '../violation.js';
import { placedBody } from './events/placed.js';
import type { HeldKind } from './held-kinds.js';
import type { HeldPiece } from './on-piece.js';

const body = Exactly({ ...itemMembers });

/** What a hold says of each of its pieces (E57), in the history of a piece of this kind. */
export function holdItemRules<State extends CommonState & HeldPiece>(
  kind: HeldKind,
): readonly EventRule<State>[] {
  return [pieceHoldPlaced(kind), pieceHoldLifted(kind)];
}

/**
 * `<kind>.hold-placed` (E57): whose function it is, what it stops and since when; never why. The function goes wherever the
 * history goes: it is the role in which the statement was signed (log-format section 1), without which nobody could check
 * that who signed might, nor that the same function lifted it. Whose hold may tell nothing of why is placed by LEG.
 */
function pieceHoldPlaced<State extends CommonState & HeldPiece>(kind: HeldKind): EventRule<State> {
  return following<State, typeof body>({
    type: `${kind}.hold-placed`,
    form: 1,
    source: 'E57',
    title: { en: 'Hold placed', fr: 'Mesure de conservation prise' },
    body,
    decide: () => [],
    evolve(state, act, circumstances) {
      const { scope } = groupBody(placedBody, circumstances);
      const held = {
        function: act.actor.role,
        scope,
        since: act.body.occurred.at,
        event: act.eventId,
        lifted: null,
      };
      return { ...state, holds: { ...state.holds, [groupId(circumstances)]: held } };
    },
  });
}

/** `<kind>.hold-lifted` (E57): by the function that placed it, from a piece that it still holds. */
function pieceHoldLifted<State extends CommonState & HeldPiece>(kind: HeldKind): EventRule<State> {
  return following<State, typeof body>({
    type: `${kind}.hold-lifted`,
    form: 1,
    source: 'E57',
    title: { en: 'Hold lifted', fr: 'Mesure de conservation levée' },
    body,
    decide({ number, holds = {} }, act, circumstances) {
      const hold = groupId(circumstances);
      const held = Object.hasOwn(holds, hold) ? holds[hold] : undefined;
      if (held === undefined || held.lifted !== null)
        return [refuse('hold.not-standing', '/subject', { number })];
      return refuseIf(held.function !== act.actor.role, 'hold.other-function', '/actor/role', {
        number,
        function: held.function,
        role: act.actor.role,
      });
    },
    evolve(state, act, circumstances) {
      const hold = groupId(circumstances);
      const held = state.holds?.[hold];
      if (held === undefined) return state;
      return { ...state, holds: { ...state.holds, [hold]: { ...held, lifted: act.eventId } } };
    },
  });
}
