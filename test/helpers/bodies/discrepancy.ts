import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';

export const discrepancySubject = `discrepancy/${uuidOf('DEMO-DISCREPANCY')}`;

/** Body of `discrepancy.opened`, without items; `owner` and `custodians` are officers' UUIDs. */
export function discrepancyOpenedBody(
  at: string,
  owner: string,
  custodians: readonly string[],
  changes: JsonObject = {},
): JsonObject {
  return {
    ...circumstances(at),
    items: [],
    kind: 'MISSING_ITEM',
    what: 'DEMO: not on its shelf',
    source: { kind: 'COUNT', event: null },
    concerns: { package: null, sealNumber: null, transfer: null },
    custodians: [...custodians],
    owner,
    deadline: '2021-05-01T00:00:00Z',
    ...changes,
  };
}

/** Body of `discrepancy.explained`. */
export function explainedBody(at: string, changes: JsonObject = {}): JsonObject {
  return { ...circumstances(at), finding: 'DEMO: store searched twice', files: [], ...changes };
}

/** Body of `discrepancy.reassigned`. */
export function reassignedBody(at: string, owner: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    owner,
    deadline: '2021-05-01T00:00:00Z',
    reason: 'DEMO: rotation of the contingent',
    ...changes,
  };
}

/** Body of `discrepancy.closed`, without items. */
export function discrepancyClosedBody(at: string, outcome: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    items: [],
    outcome,
    finding: 'DEMO: finding',
    files: [],
    referredTo: null,
    ...changes,
  };
}

interface OverItems {
  /** `OFFICER/ROLE` */
  readonly by: string;
  /** `evidence/<UUID>` of each item. */
  readonly items: readonly string[];
  readonly itemChanges?: JsonObject;
  readonly countersigned?: readonly string[];
  readonly subject?: string;
}

/** A discrepancy over items, from the body of `discrepancy.opened`; `unaccounted` for kinds that miss one. */
export function openDiscrepancy(body: JsonObject, unaccounted: boolean, act: OverItems): Intent {
  const { occurred = null, place = null, kind = null, what = null } = body;
  return overItems('opened', body, { occurred, place, kind, what, unaccounted }, act);
}

/** Its closure, from the body of `discrepancy.closed`. */
export function closeDiscrepancy(body: JsonObject, gap: JsonObject | null, act: OverItems): Intent {
  const { occurred = null, place = null, outcome = null, finding = null } = body;
  return overItems(
    'closed',
    body,
    { occurred, place, outcome, finding, gap, quantityEstablished: null },
    act,
  );
}

function overItems(word: 'opened' | 'closed', body: JsonObject, members: JsonObject, act: OverItems): Intent {
  const { by, countersigned = [], items, itemChanges, subject = discrepancySubject } = act;
  return {
    subject,
    type: `discrepancy.${word}`,
    by,
    countersigned,
    body,
    items: items.map(item => ({
      subject: item,
      type: `evidence.discrepancy-${word}`,
      body: { ...members, ...itemChanges },
    })),
  };
}
