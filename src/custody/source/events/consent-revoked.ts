import { formatTime } from '../../../log/index.js';
import { following } from '../../rule.js';
import { Exactly, Nullable, Prose } from '../../schema/described.js';
import { EventId } from '../../schema/identifiers.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf } from '../../violation.js';
import { checkKeeper } from '../keeper.js';
import type { SourceState } from '../state.js';

const body = Exactly({
  consent: EventId('The consent that is revoked', 'Le consentement révoqué'),
  reason: Nullable(
    Withholdable(Prose('Reason, where he gives one', 'Motif, s’il en donne un'), 'Reason', 'Motif'),
  ),
});

/** `source.consent-revoked` (RQ-64): from the day it is received; he owes nobody a reason. */
export const sourceConsentRevoked = following<SourceState, typeof body>({
  type: 'source.consent-revoked',
  form: 1,
  source: 'RQ-64, GATE-8 [U5]',
  title: { en: 'Consent of a source revoked', fr: "Consentement d'une source révoqué" },
  body,
  decide: (state, act) => [
    ...checkKeeper(state, act),
    ...refuseIf(
      !state.consents.some(({ event, revokedOn }) => event === act.body.consent && revokedOn === null),
      'source.consent-not-standing',
      '/body/consent',
    ),
  ],
  evolve(state, { receivedAt, body: { consent } }) {
    const revokedOn = formatTime(receivedAt).slice(0, 'YYYY-MM-DD'.length);
    const consents = state.consents.map(given => (given.event === consent ? { ...given, revokedOn } : given));
    return { ...state, consents };
  },
});
