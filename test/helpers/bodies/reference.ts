import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';

export const referenceSubject = `reference/${uuidOf('DEMO-REFERENCE')}`;

export function entry(changes: JsonObject = {}): JsonObject {
  return {
    kind: 'HEADSTAMP',
    mark: '31',
    producer: 'DEMO-PRODUCER 31',
    country: 'DEMO-COUNTRY',
    years: { from: 1960, to: null },
    model: null,
    calibre: null,
    source: 'DEMO handbook, page 31',
    confidence: 'HIGH',
    ...changes,
  };
}

export function onReference(word: string, body: JsonObject, by = 'DEMO-JMAC-1/JMAC'): Intent {
  return {
    subject: referenceSubject,
    type: `reference.${word}`,
    by,
    body: { ...circumstances('2021-04-02T10:00:00Z'), ...body },
  };
}

export function openReference(changes: JsonObject = {}): Intent {
  return onReference('opened', {
    name: 'DEMO-HEADSTAMPS',
    describes: 'DEMO: headstamps of small calibre',
    source: 'DEMO handbook',
    file: null,
    ...changes,
  });
}

export function addEntries(entries: readonly JsonObject[]): Intent {
  return onReference('entries-added', { entries });
}

export function restateEntry(key: string, changes: JsonObject = {}): Intent {
  return onReference('entry-restated', { key, entry: entry(changes), reason: 'DEMO: a better source' });
}

export function withdrawEntry(key: string): Intent {
  return onReference('entry-withdrawn', { key, reason: 'DEMO: read wrongly' });
}
