import type { JsonObject } from '../../log/index.js';

/** Identifiers of the examples: visibly invented, the same everywhere. */
export const exampleIds = {
  incident: '0192f3a0-0000-7000-8000-000000000001',
  caseOfficer: '0192f3a0-0000-7000-8000-000000000002',
  assigned: '0192f3a0-0000-7000-8000-000000000003',
  event: 'bq3VQx5p0s8l9WnEBK1mF2hXyTzc7uJgRd4aOeN6kLI',
  previous: 'w0mNwZx8V5yTt7rWJ2y0bq1cQb3mXg4o9hL6uKfE8sA',
  kid: 'u7sN1oFq2c0cWq9y3mYc3h4wT6vRk8LxZ5pJb0aGdEU',
} as const;

/** Body of an `incident.assigned`. */
export const assignedBody: JsonObject = {
  occurred: {
    at: '2021-04-02T09:10:00Z',
    precision: 'MINUTE',
    zone: 'Africa/Bamako',
    clockDoubt: null,
  },
  place: { site: null, description: 'DEMO headquarters', position: null },
  lateEntry: null,
  overrides: [],
  officer: exampleIds.assigned,
  relieves: null,
  reason: 'DEMO: takes charge of the case',
};

export const assignedEvent: JsonObject = {
  index: 41,
  receivedAt: '2021-04-02T09:12:03Z',
  eventId: exampleIds.event,
  subject: `incident/${exampleIds.incident}`,
  seq: 2,
  prev: exampleIds.previous,
  type: 'incident.assigned',
  form: 1,
  actor: { officer: exampleIds.caseOfficer, role: 'CASE' },
  kid: exampleIds.kid,
  at: '2021-04-02T09:12:00Z',
  refs: [],
  body: assignedBody,
  jws: 'eyJhbGciOiJFUzI1NiJ9.eyJ2IjoxfQ.c2ln',
  claims: [],
};
