import type { EvidenceState, Transit } from '../../../src/custody/evidence/state.js';
import type { Sop } from '../../../src/custody/sop/document.js';
import { sealNumber, sealPackage } from '../../helpers/bodies/package.js';
import { issueStock } from '../../helpers/bodies/sealstock.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

export const sealer = 'DEMO-WIT-1/WIT';
export const first = itemSubject('DEMO-1');
export const second = itemSubject('DEMO-2');
export const both = { by: sealer, items: [first, second] };

export const atSealing = '2021-04-02T09:00:00Z';
export const atOpening = '2021-04-02T10:00:00Z';
export const later = '2021-04-02T11:00:00Z';

/** The first leg of a transfer, between offer and receipt. */
export const inTransfer: Transit = {
  transfer: uuidOf('DEMO-TRANSFER'),
  kind: 'STORAGE',
  stage: 'OFFERED',
  giver: uuidOf('DEMO-WIT-1'),
  giverRole: 'WIT',
  giverUnit: null,
  receiver: null,
  receiverRole: 'SEC',
  receiverUnit: null,
  courier: null,
  release: null,
  offered: 'DEMO',
  offeredAt: atSealing,
};

/** Two items in the hands of the sealer, who has seals. */
export function packing(changes: Partial<EvidenceState> = {}, sop?: Sop): Procedure {
  const procedure = new Procedure(sop);
  const officer = procedure.enlist('DEMO-WIT-1', 'WIT');
  procedure.accept(issueStock(officer));
  procedure.suppose(first, heldItem('DEMO-1', officer, changes));
  procedure.suppose(second, heldItem('DEMO-2', officer));
  return procedure;
}

/** The same two items in a package under seal 1. */
export function packed(): Procedure {
  const procedure = packing();
  procedure.accept(sealPackage(sealNumber(1), atSealing, both));
  return procedure;
}

/** What an item's history leads to is supposed, not played. */
export function supposeItem(
  procedure: Procedure,
  subject: string,
  change: (state: EvidenceState) => Partial<EvidenceState>,
): void {
  const state = procedure.state<EvidenceState>(subject);
  procedure.suppose(subject, { ...state, ...change(state) });
}
