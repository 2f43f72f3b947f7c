import { following } from '../../rule.js';
import { Exactly, Line, Prose } from '../../schema/described.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf } from '../../violation.js';
import type { UnitState } from '../state.js';

const body = Exactly({
  reason: Withholdable(Prose('Reason', 'Motif'), 'Reason', 'Motif'),
  authority: Line('Authority: text, order or mandate', 'Autorité : texte, ordre ou mandat'),
});

/** `unit.suspension-lifted` (RQ-63). An assessment that is due for review stays due. */
export const unitSuspensionLifted = following<UnitState, typeof body>({
  type: 'unit.suspension-lifted',
  form: 1,
  source: 'RQ-63 [U3]',
  title: { en: 'Suspension of a unit lifted', fr: "Suspension d'une unité levée" },
  body,
  decide: ({ suspension = null }) => refuseIf(suspension === null, 'unit.not-suspended', '/subject'),
  evolve: state => ({ ...state, suspension: null }),
});
