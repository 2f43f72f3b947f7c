import { assignedBody } from './event.js';

/** The answer to the example of `POST /v1/drafts`; the signing input is shortened. */
export const draftExample = {
  events: [
    {
      payload: {
        v: 1,
        log: 'demo.example/AAAAAAAAAAAAAAAAAAAAAA',
        subject: 'incident/0192f3a0-0000-7000-8000-000000000001',
        seq: 2,
        prev: 'w0mNwZx8V5yTt7rWJ2y0bq1cQb3mXg4o9hL6uKfE8sA',
        type: 'incident.assigned',
        form: 1,
        actor: { officer: '0192f3a0-0000-7000-8000-000000000002', role: 'CASE' },
        at: '2021-04-02T09:12:00Z',
        nonce: '3q2-7wAAAAAAAAAAAAAAAA',
        refs: [],
        body: assignedBody,
      },
      kid: 'u7sN1oFq2c0cWq9y3mYc3h4wT6vRk8LxZ5pJb0aGdEU',
      alg: 'ES256',
      signingInput: 'eyJhbGciOiJFUzI1NiIs….eyJhY3RvciI6…',
      eventId: 'bq3VQx5p0s8l9WnEBK1mF2hXyTzc7uJgRd4aOeN6kLI',
    },
  ],
  verdict: 'would-be-accepted',
  violations: [],
  unreadable: [],
};
