const subject = 'evidence/01788c72-3c00-761a-a189-320c4983dd5d';
const eventId = 'bq3VQx5p0s8l9WnEBK1mF2hXyTzc7uJgRd4aOeN6kLI';
const jws = 'eyJhbGciOiJFUzI1NiIs….eyJhY3RvciI6….MEUCIQ…';

/** One statement in the OpenAPI document; keys and signatures are shortened. */
export const eventExample = {
  index: 41,
  receivedAt: '2021-04-02T06:10:00.000Z',
  eventId,
  subject,
  seq: 2,
  prev: 'pQ0k1mF2hXyTzc7uJgRd4aOeN6kLIbq3VQx5p0s8l9W',
  type: 'evidence.collected',
  form: 1,
  actor: { officer: '01788c72-3c00-7d52-b6f4-8f1f0a4c9e11', role: 'WIT' },
  kid: '2xWnEBK1mF2hXyTzc7uJgRd4aOeN6kLIbq3VQx5p0s8',
  at: '2021-04-02T06:09:58Z',
  refs: ['VQx5p0s8l9WnEBK1mF2hXyTzc7uJgRd4aOeN6kLIbq3'],
  body: { observed: 'FOUND', place: { site: null, description: 'DEMO-SCENE', position: null } },
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
