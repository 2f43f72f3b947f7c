import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';

export const dossierSubject = `dossier/${uuidOf('DEMO-DOSSIER-1')}`;

/** Body of `dossier.built`: the first version of a dossier of originals. */
export function builtBody(
  { release, recipientUnit }: { readonly release: string; readonly recipientUnit: string },
  pieces: readonly string[],
  changes: JsonObject = {},
): JsonObject {
  return {
    ...circumstances('2021-04-02T12:00:00Z'),
    number: 'DEMO-DOSSIER-1',
    version: 1,
    follows: null,
    release,
    recipientUnit,
    proceedings: 'DEMO-PROC-1',
    contents: 'ORIGINALS',
    languages: ['fr', 'en'],
    size: 12,
    root: `${'A'.repeat(43)}=`,
    hash: 'a'.repeat(64),
    piecesHash: 'b'.repeat(64),
    pieces: [...pieces],
    redactions: [],
    counts: { events: 12, subjects: 4, files: 1, withheld: 3 },
    ...changes,
  };
}

export function buildDossier(body: JsonObject, subject = dossierSubject, by = 'DEMO-CASE-1/CASE'): Intent {
  return { subject, type: 'dossier.built', by, body };
}

/** Body of `dossier.delivered`: on paper. */
export function deliveredBody(unit: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances('2021-04-02T12:00:00Z'),
    recipient: { unit, capacity: 'DEMO: greffier' },
    onPaper: {
      name: 'DEMO-NAT-1',
      grade: null,
      scan: { sha256: 'c'.repeat(64), size: 1, mediaType: 'application/pdf' },
    },
    transfer: null,
    copies: 3,
    keptBy: ['DEMO-PJS', 'DEMO-BIS', 'DEMO-MISSION'],
    nationalReferences: ['DEMO-RP-1'],
    reserves: null,
    ...changes,
  };
}

/** Body of `dossier.notice-sent`. */
export function noticeBody(unit: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances('2021-04-02T12:00:00Z'),
    about: 'HALTED',
    dossier: null,
    to: unit,
    reference: 'DEMO-LETTER-1',
    channel: 'DEMO: note verbale',
    text: 'DEMO: the release was withdrawn',
    acknowledgement: null,
    ...changes,
  };
}
