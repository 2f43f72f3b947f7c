import type { Sop } from './document.js';

/**
 * Officers in charge of a team, a store, a laboratory's results, a case or the Mission itself, and the auditor. Not
 * who only escorts, examines or analyses; not the registrars and the operator, who hold no operational role (SD-7);
 * nobody of a national authority.
 */
export const supervisors: NonNullable<Sop['supervisors']> = {
  roles: ['EOD', 'WIT', 'CSO', 'SEC', 'HQC', 'LABV', 'CASE', 'LEG', 'HOM', 'AUD'],
  source: 'RQ-10, E59; domain.md (b)',
  confidence: 'I',
};
