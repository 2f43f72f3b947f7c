import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { Sop } from '../../../src/custody/sop/document.js';
import type { JsonObject } from '../../../src/log/index.js';
import {
  closeDiscrepancy,
  discrepancyClosedBody,
  discrepancyOpenedBody,
  discrepancySubject,
  explainedBody,
  openDiscrepancy,
} from '../../helpers/bodies/discrepancy.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';

export const custodian = 'DEMO-SEC-1/SEC';
export const auditor = 'DEMO-AUD-1/AUD';
export const second = 'DEMO-HQC-1/HQC as second-officer';
export const item = itemSubject('DEMO-1');

export const atOpening = '2021-04-02T09:00:00Z';
export const atFinding = '2021-04-02T10:00:00Z';
export const atClosing = '2021-04-02T11:00:00Z';

export const gap = {
  from: '2021-04-02T08:30:00Z',
  until: '2021-04-02T10:30:00Z',
  reason: 'DEMO: found in the wrong crate of the same store',
};

/** An item in the sector store, an auditor who counts, and an owner for what he finds. */
export function store(changes: Partial<EvidenceState> = {}, sop?: Sop): Procedure {
  const procedure = new Procedure(sop);
  procedure.enlist('DEMO-AUD-1', 'AUD');
  procedure.enlist('DEMO-HQC-1', 'HQC');
  procedure.suppose(item, heldItem('DEMO-1', procedure.enlist('DEMO-SEC-1', 'SEC'), changes));
  return procedure;
}

export function openedBody(changes: JsonObject = {}): JsonObject {
  return discrepancyOpenedBody(atOpening, uuidOf('DEMO-AUD-1'), [uuidOf('DEMO-SEC-1')], changes);
}

export function open(changes: JsonObject = {}, unaccounted = true, itemChanges: JsonObject = {}): Intent {
  return openDiscrepancy(openedBody(changes), unaccounted, { by: auditor, items: [item], itemChanges });
}

export function explain(by = auditor, at = atFinding): Intent {
  return { subject: discrepancySubject, type: 'discrepancy.explained', by, body: explainedBody(at) };
}

/** Opened and explained: ready to be closed. */
export function explained(changes: JsonObject = {}, unaccounted = true): Procedure {
  const procedure = store();
  procedure.accept(open(changes, unaccounted));
  procedure.accept(explain());
  return procedure;
}

interface Closing {
  readonly by?: string;
  readonly countersigned?: readonly string[];
  readonly changes?: JsonObject;
  readonly gap?: JsonObject | null;
  readonly items?: readonly string[];
  readonly itemChanges?: JsonObject;
}

export function close(outcome: string, act: Closing = {}): Intent {
  const { by = auditor, countersigned = [second], changes, items = [item], itemChanges } = act;
  const stated = act.gap === undefined ? (outcome === 'FOUND' ? gap : null) : act.gap;
  const body = discrepancyClosedBody(atClosing, outcome, changes);
  return closeDiscrepancy(body, stated, {
    by,
    countersigned,
    items,
    ...(itemChanges === undefined ? {} : { itemChanges }),
  });
}
