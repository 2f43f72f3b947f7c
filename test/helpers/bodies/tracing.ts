import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';
import { openClassification } from './account.js';

export const tracingSubject = `tracing/${uuidOf('DEMO-TRACING')}`;

const code = (value: string) => ({ code: value, text: null });

/** An object of a trace request, of which nothing is known but `changes`. */
export function traced(key: string, item: string, changes: JsonObject = {}): JsonObject {
  return {
    key,
    item,
    quantity: { amount: '1', unit: 'PIECE' },
    ...{ make: null, model: null, calibre: null, serial: null, country: null, headstamp: null },
    ...{ producerCode: null, year: null, lot: null, packagingMarks: null, otherMarks: null, vin: null },
    warnings: [],
    ...changes,
  };
}

/** What a request to a producer says, of one item. */
export function requestOf(item: string, changes: JsonObject = {}): JsonObject {
  return {
    channel: code('PRODUCER'),
    addressee: {
      kind: code('PRODUCER'),
      country: { name: 'DEMO-COUNTRY', as: 'MANUFACTURE' },
      name: 'DEMO-PRODUCER',
      contact: 'DEMO-CONTACT, DEMO-STREET 1',
    },
    authority: { basis: 'DEMO: mandate', signatory: 'DEMO: chief of the cell' },
    objects: [traced('A', item, { make: 'DEMO-MAKE', lot: 'DEMO-LOT-1' })],
    recovery: {
      on: { day: '2021-04-02', precision: 'DAY' },
      place: 'DEMO-PLACE',
      by: 'DEMO-FORCE',
      context: 'DEMO: found in a vehicle',
    },
    illicit: [code('USED_IN_ATTACK')],
    questions: [code('CONSIGNEE')],
    use: [code('ANALYSIS')],
    confidentiality: 'DEMO: not passed on without consent',
    responderNamed: 'NOT_SAID',
    replyWithinDays: 28,
    language: 'EN',
    ...changes,
  };
}

export function draftTracing(
  item: string,
  changes: JsonObject = {},
  { subject = tracingSubject, by = 'DEMO-JMAC-1/JMAC' } = {},
): Intent {
  const body = {
    ...circumstances('2021-04-02T11:00:00Z'),
    number: 'DEMO-T-1',
    ...requestOf(item),
    classification: openClassification,
    ...changes,
  };
  return { subject, type: 'tracing.drafted', by, body };
}

const bodies: Readonly<Record<string, JsonObject>> = {
  requested: { reference: 'DEMO-OUT-1', letter: null },
  acknowledged: { reference: null },
  reminded: { reference: null, answerBy: null },
  answered: {
    dated: '2021-04-02',
    reference: null,
    answer: 'FULL',
    reason: null,
    text: 'DEMO: probably sold to a dealer',
    objects: [],
    limits: { uses: null, recipients: null, text: null },
    responderNamed: 'NOT_TO_BE_NAMED',
    file: null,
  },
  'reply-offered': { until: '2021-04-30' },
  'reply-recorded': { dated: '2021-04-02', text: 'DEMO: agreed', file: null },
  'finding-recorded': {
    by: code('NATIONAL_INVESTIGATORS'),
    service: 'DEMO-BRIGADE',
    dated: '2021-03-01',
    reference: null,
    text: 'DEMO: stolen on the road',
    objects: [],
    limits: { uses: null, recipients: null, text: null },
    file: null,
  },
  'link-recorded': { object: 'A', strand: 'DEMO-STRAND', links: [linkOf()], stops: null },
  'strand-restated': {
    object: 'A',
    strand: 'DEMO-STRAND',
    links: [linkOf()],
    stops: { why: code('NOT_KEPT_BY_BATCH'), text: null },
    reason: 'DEMO: more is known',
  },
  closed: { outcome: 'NOT_TRACED', reason: 'DEMO: nothing more is expected' },
};

/** A link from a producer to a dealer, but for `changes`. */
export function linkOf(changes: JsonObject = {}): JsonObject {
  return {
    from: { kind: code('PRODUCER'), place: 'DEMO-COUNTRY', name: 'DEMO-PRODUCER' },
    to: { kind: code('DEALER'), place: 'DEMO-COUNTRY-2', name: null },
    kind: code('EXPORT'),
    when: { on: '2009-02-01', precision: 'MONTH' },
    ground: code('ANSWER'),
    reference: null,
    hedge: 'DEMO: probably',
    ...changes,
  };
}

/** `tracing.<word>` with the body of the demonstration, but for `changes`. */
export function onTracing(
  word: string,
  changes: JsonObject = {},
  { subject = tracingSubject, by = 'DEMO-JMAC-1/JMAC', at = '2021-04-02T11:30:00Z' } = {},
): Intent {
  return {
    subject,
    type: `tracing.${word}`,
    by,
    body: { ...circumstances(at), ...bodies[word], ...changes },
  };
}

export function restateTracing(item: string, changes: JsonObject = {}): Intent {
  return onTracing('restated', { ...requestOf(item), reason: 'DEMO: misread', ...changes });
}
