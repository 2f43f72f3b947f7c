import { holdsRole, type OfficerState } from '../../officer/state.js';
import { following } from '../../rule.js';
import { Exactly, Nullable, Prose } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import type { IncidentState } from '../state.js';

const body = Exactly({
  ...actMembers,
  officer: IdOf('officer', 'Case officer', "Officier chargé de l'affaire"),
  relieves: Nullable(IdOf('officer', 'Case officer he relieves', "Officier qu'il relève")),
  reason: Prose('Reason', 'Raison'),
});

/**
 * `incident.assigned`: a case officer takes charge, alone or beside others. That he holds the role is a rule
 * over the whole log: his own history need not be in an export of the incident.
 */
export const incidentAssigned = following<IncidentState, typeof body>({
  type: 'incident.assigned',
  form: 1,
  source: 'E01; domain.md (b), CASE',
  title: { en: 'Case officer assigned', fr: "Officier chargé de l'affaire désigné" },
  body,
  decide(state, { body: { officer, relieves } }) {
    return [
      ...refuseIf(state.assigned.includes(officer), 'incident.assigned-already', '/body/officer', {
        officer,
      }),
      ...refuseIf(
        relieves !== null && !state.assigned.includes(relieves),
        'incident.not-assigned',
        '/body/relieves',
        { officer: relieves ?? '' },
      ),
    ];
  },
  decideLogWide(_state, { body: { officer } }, facts) {
    const assigned = facts.state(`officer/${officer}`) as OfficerState | undefined;
    const isCaseOfficer = assigned !== undefined && holdsRole(assigned, 'CASE', facts.receivedAt);
    return refuseIf(!isCaseOfficer, 'incident.not-case-officer', '/body/officer', { officer });
  },
  evolve(state, { body: { officer, relieves } }) {
    return { ...state, assigned: [...state.assigned.filter(other => other !== relieves), officer] };
  },
});
