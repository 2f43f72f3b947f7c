import { following } from '../../rule.js';
import { Exactly, Nullable, Prose } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import type { IncidentState } from '../state.js';

const body = Exactly({
  ...actMembers,
  duplicateOf: Nullable(IdOf('incident', 'The incident that it is', "L'incident dont c'est le doublon")),
  reason: Prose('Why it counts no more', "Pourquoi il n'est plus compté"),
});

/**
 * `incident.withdrawn`: entered twice, or no incident after all. It stays in sight with all that belongs to it, custody
 * goes on, and it counts in no statistic. What was withdrawn wrongly is restated: its case file is its own for ever.
 */
export const incidentWithdrawn = following<IncidentState, typeof body>({
  type: 'incident.withdrawn',
  form: 1,
  source: 'E01, E55, RQ-05',
  title: { en: 'Incident withdrawn from the register', fr: 'Incident retiré du registre' },
  body,
  decide: (state, { id, body: { duplicateOf } }) => [
    ...refuseIf((state.withdrawn ?? null) !== null, 'incident.withdrawn-already', '/subject'),
    ...refuseIf(duplicateOf === id, 'incident.duplicate-of-itself', '/body/duplicateOf'),
  ],
  evolve: (state, { eventId, actor, body: { duplicateOf, reason } }) => ({
    ...state,
    withdrawn: { event: eventId, by: actor.officer, duplicateOf, reason },
  }),
});
