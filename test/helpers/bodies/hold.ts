import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';
import { code } from './evidence.js';

export const holdSubject = `hold/${uuidOf('DEMO-HOLD-1')}`;

/** Body of `hold.placed`: release and disposal stop. */
export function placedBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    number: 'DEMO-HOLD-1',
    ground: code('LEGAL_REVIEW'),
    reason: 'DEMO-REASON: what the hold protects',
    authority: 'DEMO instruction 1',
    scope: 'RELEASE_AND_DISPOSAL',
    reviewOn: null,
    ...changes,
  };
}

export function liftedBody(at: string, changes: JsonObject = {}): JsonObject {
  return { ...circumstances(at), reason: 'DEMO: review done', authority: 'DEMO instruction 2', ...changes };
}

/** An act on a hold, with the event of each piece. */
export function holdAct(
  word: 'placed' | 'lifted',
  by: string,
  body: JsonObject,
  pieces: readonly string[],
  subject = holdSubject,
): Intent {
  const { occurred = null, place = null } = body;
  return {
    subject,
    type: `hold.${word}`,
    by,
    body,
    items: pieces.map(piece => ({
      subject: piece,
      type: `${piece.slice(0, piece.indexOf('/'))}.hold-${word}`,
      body: { occurred, place },
    })),
  };
}
