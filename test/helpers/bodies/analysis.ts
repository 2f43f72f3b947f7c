import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';
import { code, unclassified } from './evidence.js';

const at = '2021-04-02T10:00:00Z';
const analyst = 'DEMO-JMAC-1/JMAC';
const confidential = { ...unclassified, level: 'CONFIDENTIAL' };

export const groupSubject = `armedgroup/${uuidOf('DEMO-GROUP')}`;
export const claimSubject = `propaganda/${uuidOf('DEMO-CLAIM')}`;
export const linkSubject = `link/${uuidOf('DEMO-LINK')}`;
export const requirementSubject = `requirement/${uuidOf('DEMO-REQUIREMENT')}`;

const lasting = { from: null, until: null };

export function groupFacts(changes: JsonObject = {}): JsonObject {
  return {
    names: [
      { name: 'DEMO-GROUP-A', from: '2017-03-02', until: null },
      { name: 'DEMO-GROUP-B', from: null, until: '2017-03-01' },
    ],
    areas: [{ unit: 'DEMO-REGION', ...lasting }],
    cameFrom: [],
    listings: [{ regime: 'DEMO-REGIME', from: '2018-10-04', until: null }],
    basis: 'DEMO: public list',
    ...changes,
  };
}

export function claimFacts(changes: JsonObject = {}): JsonObject {
  return {
    number: 'DEMO-PC-1',
    subjects: [code('RESPONSIBILITY'), code('CAPTURED_MATERIEL')],
    published: '2021-04-03',
    medium: code('VIDEO'),
    armedGroup: null,
    source: 'DEMO: passed on by a unit',
    verified: 'SEEN_IN_PART',
    dead: { lowest: 3, highest: 5 },
    materiel: [
      {
        description: 'DEMO: machine guns',
        category: code('LIGHT_WEAPON'),
        calibre: '12,7',
        quantity: { lowest: 2, highest: null },
        verified: 'SEEN',
      },
    ],
    words: null,
    copy: null,
    ...changes,
  };
}

/** @param record `event_id` of an act the link rests on */
export function linkFacts(from: string, to: string, record: string, changes: JsonObject = {}): JsonObject {
  return {
    from,
    relation: 'RELATED',
    to,
    standing: 'ASSERTED',
    shared: null,
    basis: 'DEMO: seen side by side',
    records: [record],
    confidence: 'MODERATE',
    ...changes,
  };
}

export function requirementFacts(changes: JsonObject = {}): JsonObject {
  return {
    number: 'DEMO-PIR-1',
    priority: 'PRIORITY',
    question: { en: 'DEMO: where does it come from?', fr: 'DEMO : d’où cela vient-il ?' },
    areas: ['DEMO-REGION'],
    period: { from: '2021-01-01', until: '2021-12-31' },
    answerBy: null,
    ...changes,
  };
}

/** `<kind>.recorded` of a subject. */
export function record(subject: string, facts: JsonObject, refs: readonly string[] = []): Intent {
  const kind = subject.slice(0, subject.indexOf('/'));
  const body = { ...circumstances(at), ...facts, classification: confidential };
  return { subject, type: `${kind}.recorded`, by: analyst, body, refs };
}

/** `<kind>.restated`, `<kind>.withdrawn` and the like, with a reason. */
export function follow(
  subject: string,
  word: string,
  facts: JsonObject = {},
  refs: readonly string[] = [],
): Intent {
  const kind = subject.slice(0, subject.indexOf('/'));
  // What others call a record by is stated once.
  const { number: _, ...stated } = facts;
  const body = { ...circumstances(at), ...stated, reason: 'DEMO: it was wrong' };
  return { subject, type: `${kind}.${word}`, by: analyst, body, refs };
}

export function tag(word: 'tagged' | 'untagged', about: string): Intent {
  return {
    subject: requirementSubject,
    type: `requirement.${word}`,
    by: analyst,
    body: { ...circumstances(at), record: about, note: 'DEMO: says where it was made' },
  };
}
