import type { JsonObject } from '../../../src/log/index.js';
import { type Intent, uuidOf } from '../procedure.js';

export const unitSubject = `unit/${uuidOf('DEMO-UNIT')}`;

/** Body of `unit.registered`: a brigade of the host State. */
export function unitBody(changes: JsonObject = {}): JsonObject {
  return {
    name: 'DEMO investigation brigade',
    code: 'DEMO-BIS',
    class: { code: 'NATIONAL_AUTHORITY', text: null },
    national: true,
    country: null,
    validFrom: '2013-05-21',
    validUntil: null,
    basis: 'DEMO: law of May 2013',
    ...changes,
  };
}

export function registerUnit(changes: JsonObject = {}, subject = unitSubject): Intent {
  return {
    subject,
    type: 'unit.registered',
    by: 'DEMO-REG-1/REG',
    countersigned: ['DEMO-REG-2/REG as registrar'],
    body: unitBody(changes),
  };
}

/** Body of `unit.validity-changed`. */
export function validityBody(changes: JsonObject = {}): JsonObject {
  return {
    validFrom: '2013-05-21',
    validUntil: '2024-12-13',
    basis: 'DEMO: code of 2024',
    reason: 'DEMO: the institution was dissolved',
    ...changes,
  };
}

/** Body of `unit.assessed`: to be reviewed at the end of the year. */
export function assessedBody(changes: JsonObject = {}): JsonObject {
  return {
    reference: 'DEMO-HRDDP-1',
    risk: 'MEDIUM',
    mitigation: 'DEMO-MITIGATION: monitoring visits',
    assessedOn: '2021-01-15',
    reviewOn: '2021-12-31',
    document: null,
    ...changes,
  };
}

/** Body of `unit.suspended` and `unit.suspension-lifted`. */
export function suspendedBody(changes: JsonObject = {}): JsonObject {
  return { reason: 'DEMO-REASON: allegations under inquiry', authority: 'DEMO instruction 3', ...changes };
}
