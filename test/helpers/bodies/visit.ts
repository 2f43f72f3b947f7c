import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';

export const visitSubject = `visit/${uuidOf('DEMO-VISIT')}`;

/** Body of `visit.entered`, of `DEMO-SCENE`. */
export function enteredBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    scene: uuidOf('DEMO-SCENE'),
    purpose: { code: 'SEARCH', text: null },
    escort: null,
    accompanying: [],
    ...changes,
  };
}

/** `DEMO-WIT-1` enters; `refs` names the clearance. */
export function enterScene(
  at: string,
  refs: readonly string[],
  changes: JsonObject = {},
  subject = visitSubject,
): Intent {
  return { subject, type: 'visit.entered', by: 'DEMO-WIT-1/WIT', refs, body: enteredBody(at, changes) };
}

export function leaveScene(at: string, changes: JsonObject = {}, subject = visitSubject): Intent {
  return {
    subject,
    type: 'visit.left',
    by: 'DEMO-WIT-1/WIT',
    body: { ...circumstances(at), changes: null, ...changes },
  };
}
