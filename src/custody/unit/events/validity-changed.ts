import { following } from '../../rule.js';
import { Exactly, Line, Prose } from '../../schema/described.js';
import type { UnitState } from '../state.js';
import { checkValidity, validityMembers } from '../validity.js';

const body = Exactly({
  ...validityMembers,
  basis: Line('Text or order that says so', 'Texte ou ordre qui le dit'),
  reason: Prose('Reason', 'Raison'),
});

/** `unit.validity-changed` (V12): an institution is dissolved or prolonged, a contingent leaves. */
export const unitValidityChanged = following<UnitState, typeof body>({
  type: 'unit.validity-changed',
  form: 1,
  source: 'GATE-10, V12',
  title: { en: 'Validity of a unit changed', fr: "Période d'existence d'une unité modifiée" },
  body,
  decide: (_state, act) => checkValidity(act.body),
  evolve: (state, { body: { validFrom, validUntil } }) => ({ ...state, validFrom, validUntil }),
});
