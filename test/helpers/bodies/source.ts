import type { JsonObject } from '../../../src/log/index.js';
import { type Intent, uuidOf } from '../procedure.js';

export const sourceSubject = `source/${uuidOf('DEMO-SOURCE-1')}`;

export function sourceBody(changes: JsonObject = {}): JsonObject {
  return {
    code: 'DEMO-SOURCE-1',
    identity: { name: 'DEMO-REAL-NAME', contact: 'DEMO-CONTACT', situation: null },
    protectionPlan: 'DEMO-PLAN-1',
    ...changes,
  };
}

/** Body of `source.consent-recorded`. */
export function consentBody(use: string, changes: JsonObject = {}): JsonObject {
  return {
    use,
    unit: null,
    scope: 'DEMO-SCOPE: his words may be read by the judge',
    takenBy: uuidOf('DEMO-HR-1'),
    takenOn: '2021-04-01',
    validUntil: null,
    consentForm: null,
    ...changes,
  };
}

export function linkedBody(piece: string): JsonObject {
  return { links: [{ piece, by: ['VOICE', 'PLACE'] }] };
}

export function onSource(word: string, by: string, body: JsonObject, more: Partial<Intent> = {}): Intent {
  return { subject: sourceSubject, type: `source.${word}`, by, body, ...more };
}
