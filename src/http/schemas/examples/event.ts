import type { JsonObject } from '../../../log/index.js';

const subject = 'incident/0192f3a0-0000-7000-8000-000000000001';
const eventId = 'bq3VQx5p0s8l9WnEBK1mF2hXyTzc7uJgRd4aOeN6kLI';
const jws = 'eyJhbGciOiJFUzI1NiIs….eyJhY3RvciI6….MEUCIQ…';

/** Body of an `incident.assigned`: everything in the examples is visibly invented. */
export const assignedBody: JsonObject = {
  occurred: { at: '2021-04-02T09:10:00Z', precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null },
  place: { site: null, description: 'DEMO headquarters', position: null },
  lateEntry: null,
  overrides: [],
  officer: '0192f3a0-0000-7000-8000-000000000003',
  relieves: null,
  reason: 'DEMO: takes charge of the case',
};

/** One statement in the OpenAPI document; its signature is shortened. */
export const eventExample = {
  index: 41,
  receivedAt: '2021-04-02T09:12:03.000Z',
  eventId,
  subject,
  seq: 2,
  prev: 'w0mNwZx8V5yTt7rWJ2y0bq1cQb3mXg4o9hL6uKfE8sA',
  type: 'incident.assigned',
  form: 1,
  actor: { officer: '0192f3a0-0000-7000-8000-000000000002', role: 'CASE' },
  kid: 'u7sN1oFq2c0cWq9y3mYc3h4wT6vRk8LxZ5pJb0aGdEU',
  at: '2021-04-02T09:12:00Z',
  refs: [],
  body: assignedBody,
  disputed: null,
  correctedBy: [],
  jws,
  claims: [],
};

export const eventReceiptExample = {
  eventId,
  subject,
  seq: 2,
  index: 41,
  leaf: 'AXfK…',
  subjectSalt: 'mB1y…',
  proof: 'c2sp.org/tlog-proof@v1\nextra AXfK…\nindex 41\nhash in base64\n\norigin\n42\nroot\n\n— signature\n',
  jws,
};
