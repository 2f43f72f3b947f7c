import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { checkFacts, factMembers, factsOnRecord } from '../facts/members.js';
import type { IncidentState } from '../state.js';

const body = Exactly({
  ...actMembers,
  ...factMembers,
  reason: Prose('Why it is stated anew', 'Pourquoi les faits sont énoncés à nouveau'),
});

/**
 * `incident.restated`: the structured facts of an incident, whole. The last statement is in force and the earlier ones
 * stay visible, so what was counted at any time can be counted again. The case file keeps its name: it is unique in the
 * log, and a wrong one is corrected in words. Of an incident that was withdrawn it says that it is one after all.
 */
export const incidentRestated = following<IncidentState, typeof body>({
  type: 'incident.restated',
  form: 1,
  source: 'E01, E55, RQ-05',
  title: { en: 'Facts of an incident restated', fr: "Faits d'un incident énoncés à nouveau" },
  body,
  decide: (_state, { body }) => checkFacts(body),
  evolve(state, { eventId, actor, body }) {
    const statement = { event: eventId, by: actor.officer, reason: body.reason };
    const { withdrawn: _revoked, ...standing } = state;
    return { ...standing, ...factsOnRecord(body), restatements: [...(state.restatements ?? []), statement] };
  },
});
