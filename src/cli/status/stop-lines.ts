import type { EvidenceState } from '../../custody/evidence/state.js';
import { standingHolds } from '../../custody/hold/on-piece.js';
import type { Language } from '../../custody/text.js';
import { holdScopes } from '../../custody/vocabulary/holds.js';
import { legalStateWords } from '../../custody/vocabulary/states.js';
import { roleTold } from '../../custody/vocabulary/told.js';

/** What stops an item now: a handover under way whose release was halted (E40), and holds over it (E57). */
export function stopLines(
  state: Pick<EvidenceState, 'transit' | 'legal' | 'holds' | 'number'>,
  language: Language,
): readonly string[] {
  const french = language === 'fr';
  const release = state.transit?.release ?? null;
  const status =
    release !== null && Object.hasOwn(state.legal, release) ? state.legal[release]?.status : undefined;
  const halted = status === 'SUSPENDED' || status === 'WITHDRAWN' ? [legalStateWords[status][language]] : [];
  return [
    ...halted.map(told =>
      french
        ? `! Remise arrêtée : autorisation ${told} ; la pièce ne doit pas être remise`
        : `! Handover stopped: its release is ${told}; it is not to be handed over`,
    ),
    ...standingHolds(state).map(({ function: role, scope, since }) => {
      const stops = holdScopes[scope][language];
      const by = roleTold(role)[language];
      return french
        ? `! Mesure de conservation (${by}, depuis ${since}), qui suspend : ${stops}`
        : `! Hold (${by}, since ${since}), which stops: ${stops}`;
    }),
  ];
}
