import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Code, Exactly, Line, Nullable, Prose } from '../../schema/described.js';
import { pieceGroupMembers } from '../../schema/group.js';
import { actMembers, Day } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { holdGrounds, holdScopes } from '../../vocabulary/holds.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { heldTypes } from '../held-kinds.js';
import type { HoldState } from '../state.js';

export const placedBody = Exactly({
  ...actMembers,
  ...pieceGroupMembers,
  number: Line('Number of the hold', 'Numéro de la mesure de conservation', 60),
  ground: Coded(holdGrounds, 'Ground', 'Fondement'),
  reason: Withholdable(Prose('Reason', 'Motif'), 'Reason', 'Motif'),
  authority: Line('Authority: text, order or mandate', 'Autorité : texte, ordre ou mandat'),
  scope: Code(codesOf(holdScopes), 'What it stops', 'Ce qu’elle suspend'),
  reviewOn: Nullable(Day('To be looked at again on', 'À réexaminer le')),
});

/**
 * `hold.placed` (E57): the legal office, human rights or the auditor stops the release or disposal of pieces. The
 * reason is withheld: a hold may protect a person, and stands in the history of a piece that leaves one day.
 */
export const holdPlaced = beginning<HoldState, typeof placedBody>({
  type: 'hold.placed',
  form: 1,
  source: 'E57, GATE-14',
  title: { en: 'Hold placed', fr: 'Mesure de conservation prise' },
  body: placedBody,
  itemTypes: heldTypes('hold-placed'),
  decide: () => [],
  claims: ({ body: { number } }) => [{ set: 'hold-number', key: number }],
  evolve({ actor, body: { number, ground, authority, scope, occurred, reviewOn, items } }) {
    return {
      ...uncorrected,
      number,
      placedBy: actor.officer,
      function: actor.role,
      ground: codeOrText(ground),
      authority,
      scope,
      placedAt: occurred.at,
      reviewOn,
      pieces: Object.fromEntries(items.map(({ subject }) => [subject, 'HELD' as const])),
    };
  },
});
