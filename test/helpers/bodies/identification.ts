import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';
import { unclassified } from './evidence.js';

export const identificationSubject = `identification/${uuidOf('DEMO-IDENTIFICATION')}`;

/** What a sub-lot is taken to be: 7.62x39 of a producer of the demonstration. */
export function identity(changes: JsonObject = {}): JsonObject {
  return {
    make: 'DEMO-PRODUCER 31',
    model: null,
    calibre: { written: '7,62 x 39 mm', code: '7.62x39' },
    serial: null,
    year: 2008,
    country: 'DEMO-COUNTRY',
    lot: null,
    secondaryMark: null,
    confidence: 'HIGH',
    reference: 'DEMO reference, page 31',
    entry: null,
    ...changes,
  };
}

export function part(count: number, changes: JsonObject = {}): JsonObject {
  return { count, headstamp: null, identity: identity(changes) };
}

/** A statement of what the item is. */
export function statement(
  parts: readonly JsonObject[],
  unidentified = 0,
  changes: JsonObject = {},
): JsonObject {
  return { marks: null, foundAs: null, parts, unidentified, ...changes };
}

export function identify(
  item: string,
  stated: JsonObject,
  { by = 'DEMO-JMAC-1/JMAC', subject = identificationSubject, at = '2021-04-02T11:00:00Z' } = {},
): Intent {
  return {
    subject,
    type: 'identification.made',
    by,
    body: {
      ...circumstances(at),
      item,
      ...stated,
      classification: { ...unclassified, level: 'CONFIDENTIAL' },
    },
  };
}

export function restate(
  stated: JsonObject,
  { by = 'DEMO-JMAC-1/JMAC', subject = identificationSubject, at = '2021-04-02T11:10:00Z' } = {},
): Intent {
  return {
    subject,
    type: 'identification.restated',
    by,
    body: { ...circumstances(at), ...stated, reason: 'DEMO: read again under a lens' },
  };
}

export function withdraw({
  by = 'DEMO-JMAC-1/JMAC',
  subject = identificationSubject,
  at = '2021-04-02T11:20:00Z',
} = {}): Intent {
  return {
    subject,
    type: 'identification.withdrawn',
    by,
    body: { ...circumstances(at), reason: 'DEMO: the reference was wrong' },
  };
}
