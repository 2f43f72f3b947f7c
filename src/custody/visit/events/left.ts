import { mayFollow } from '../../common/time-order.js';
import { following } from '../../rule.js';
import { Exactly, Nullable, Prose } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import type { VisitState } from '../state.js';

const body = Exactly({
  ...actMembers,
  changes: Nullable(
    Prose('What the visitor moved or changed; null: nothing', 'Ce que le visiteur a déplacé ; null : rien'),
  ),
});

/** `visit.left` (E04): by the visitor himself. */
export const visitLeft = following<VisitState, typeof body>({
  type: 'visit.left',
  form: 1,
  source: 'E04',
  title: { en: 'Scene left', fr: 'Sortie des lieux' },
  body,
  decide: (state, { actor, body: { occurred } }) => [
    ...refuseIf(actor.officer !== state.visitor, 'visit.not-visitor', '/actor/officer', {
      officer: actor.officer,
    }),
    ...refuseIf(state.left !== null, 'visit.left-already', '/type', { at: state.left?.at ?? '' }),
    ...refuseIf(!mayFollow(occurred, state.entered), 'visit.left-before-entered', '/body/occurred/at', {
      at: occurred.at,
      entered: state.entered.at,
    }),
  ],
  evolve: (state, { body: { occurred } }) => ({
    ...state,
    left: { at: occurred.at, precision: occurred.precision },
  }),
});
