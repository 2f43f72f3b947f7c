const boundary = {
  at: '2021-04-02T06:10:00.000Z',
  said: '2021-04-02T06:10:00.000Z',
  precision: 'MINUTE',
  zone: 'Africa/Bamako',
  clockDoubt: null,
  event: 'bq3VQx5p0s8l9WnEBK1mF2hXyTzc7uJgRd4aOeN6kLI',
  type: 'evidence.collected',
  index: 41,
  receivedAt: '2021-04-02T06:10:12.000Z',
  disputed: false,
  correctedBy: [],
};

/** An item in the hands of who collected it. */
export const custodyExample = {
  subject: 'evidence/01788c72-3c00-761a-a189-320c4983dd5d',
  number: '329J-1H4R-7QAX-W',
  parent: null,
  at: '2021-04-02T06:30:00.000Z',
  knownAt: '2021-04-02T12:00:00.000Z',
  gapMinutes: 30,
  periods: [
    {
      inOurCustody: true,
      outside: null,
      from: boundary,
      until: null,
      stage: 'COLLECTED',
      custodian: { officer: '01788c72-3c00-7d52-b6f4-8f1f0a4c9e11', role: 'WIT', unit: null, roleHeld: true },
      where: { inTransit: false, site: null, store: null, shelf: null, place: 'DEMO-SCENE', lastPlace: null },
      seal: null,
      why: {
        reason: 'COLLECTED',
        event: boundary.event,
        type: boundary.type,
        transfer: null,
        correctedBy: [],
      },
      told: null,
      handedOver: null,
    },
  ],
  uncertain: false,
  mayAlsoBe: [],
  gaps: [],
  holds: [
    {
      hold: 'hold/01788c72-3c00-7d52-b6f4-8f1f0a4c9e57',
      function: 'LEG',
      scope: 'RELEASE',
      since: '2021-04-02T05:00:00Z',
      event: boundary.event,
    },
  ],
};
