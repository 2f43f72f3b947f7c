import { following } from '../../rule.js';
import { Exactly, Line, Prose } from '../../schema/described.js';
import { pieceGroupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { heldTypes } from '../held-kinds.js';
import type { HoldState } from '../state.js';

const body = Exactly({
  ...actMembers,
  ...pieceGroupMembers,
  reason: Withholdable(Prose('Reason', 'Motif'), 'Reason', 'Motif'),
  authority: Line('Authority: text, order or mandate', 'Autorité : texte, ordre ou mandat'),
});

/** `hold.lifted` (E57): by the function that placed it, over the pieces listed, which may be fewer than are held. */
export const holdLifted = following<HoldState, typeof body>({
  type: 'hold.lifted',
  form: 1,
  source: 'E57',
  title: { en: 'Hold lifted', fr: 'Mesure de conservation levée' },
  body,
  itemTypes: heldTypes('hold-lifted'),
  decide: () => [],
  evolve(state, { body: { items } }) {
    const lifted = Object.fromEntries(items.map(({ subject }) => [subject, 'LIFTED' as const]));
    return { ...state, pieces: { ...state.pieces, ...lifted } };
  },
});
