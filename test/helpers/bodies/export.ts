import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';

export const exportSubject = `export/${uuidOf('DEMO-EXPORT-1')}`;

export const wholeLog: JsonObject = {
  kind: 'LOG',
  incident: null,
  item: null,
  custodian: null,
  from: null,
  until: null,
};

export function generatedBody(changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances('2021-04-02T12:00:00Z'),
    scope: wholeLog,
    recipient: 'DEMO-OVERSIGHT',
    purpose: 'DEMO: yearly audit',
    size: 12,
    root: `${'A'.repeat(43)}=`,
    hash: 'a'.repeat(64),
    counts: { events: 12, subjects: 4, files: 1, withheld: 3 },
    withheldIncluded: false,
    ...changes,
  };
}

export function generateExport(changes: JsonObject = {}, by = 'DEMO-AUD-1/AUD'): Intent {
  return { subject: exportSubject, type: 'export.generated', by, body: generatedBody(changes) };
}
