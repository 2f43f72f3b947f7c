import { following } from '../../rule.js';
import { Code, Exactly, Nullable, Prose } from '../../schema/described.js';
import { File, IdOf } from '../../schema/identifiers.js';
import { Day } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf } from '../../violation.js';
import { consentUses } from '../../vocabulary/sources.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkKeeper } from '../keeper.js';
import type { SourceState } from '../state.js';

const body = Exactly({
  use: Code(codesOf(consentUses), 'For which use', 'Pour quel usage'),
  unit: Nullable(
    IdOf('unit', 'The court or authority, for THIS_COURT', "La juridiction ou l'autorité visée"),
  ),
  scope: Withholdable(
    Prose('What he consents to, in words', 'Ce à quoi il consent, en clair', 4000),
    'What he consents to',
    'Ce à quoi il consent',
  ),
  takenBy: IdOf('officer', 'Who took the consent', 'Qui a recueilli le consentement'),
  takenOn: Day('Date of the consent', 'Date du consentement'),
  validUntil: Nullable(Day('Last day it is valid', 'Dernier jour de validité')),
  consentForm: Nullable(
    Withholdable(
      File('The form he signed', 'Le formulaire signé'),
      'The form he signed',
      'Le formulaire signé',
    ),
  ),
});

/** `source.consent-recorded` (RQ-64): for one use, as the source gave it; `NONE` records that he refuses all. */
export const sourceConsentRecorded = following<SourceState, typeof body>({
  type: 'source.consent-recorded',
  form: 1,
  source: 'RQ-64, GATE-8 [U5]',
  title: { en: 'Consent of a source recorded', fr: "Consentement d'une source consigné" },
  body,
  decide: (state, act) => [
    ...checkKeeper(state, act),
    ...refuseIf(
      (act.body.use === 'THIS_COURT') !== (act.body.unit !== null),
      'source.court-of-use',
      '/body/unit',
      {
        use: act.body.use,
      },
    ),
    ...refuseIf(
      act.body.validUntil !== null && act.body.validUntil < act.body.takenOn,
      'source.consent-backwards',
      '/body/validUntil',
    ),
  ],
  evolve(state, { eventId, body: { use, unit, takenOn, validUntil, takenBy } }) {
    const consent = { use, unit, takenOn, validUntil, takenBy, event: eventId, revokedOn: null };
    return { ...state, consents: [...state.consents, consent] };
  },
});
