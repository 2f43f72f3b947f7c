import type { ReleaseOnItem } from '../../../src/custody/evidence/state.js';
import type { Sop } from '../../../src/custody/sop/document.js';
import type { JsonObject } from '../../../src/log/index.js';
import { releaseSubject } from '../../helpers/bodies/release.js';
import { handoverRecord, receiverOf } from '../../helpers/bodies/transfer.js';
import { Consignment } from '../../helpers/consignment.js';
import { uuidOf } from '../../helpers/procedure.js';

export const unit = uuidOf('DEMO-PJS');
export const otherUnit = uuidOf('DEMO-BIS');
export const release = releaseSubject.slice('release/'.length);
export const custodian = 'DEMO-HQC-1/HQC';
export const national = 'DEMO-NAT-1/NAT-OPJ';
export const witness = 'DEMO-HQC-2/HQC as witness';
export const handsOver = `${custodian} as hands-over`;
export const condition = 'DEMO: to be returned after the trial';

export const granted: ReleaseOnItem = {
  status: 'CLEARED',
  requestedBy: uuidOf('DEMO-CASE-1'),
  recipientUnit: unit,
  recipientCapacity: 'DEMO: officier de police judiciaire',
  purpose: 'DEMO: investigation',
  validFrom: '2021-04-01T00:00:00Z',
  validUntil: '2021-07-01T00:00:00Z',
  conditions: [],
  event: 'DEMO',
};

/** Released items at headquarters, and a national officer with a key. */
export function released(
  changes: Partial<ReleaseOnItem> | null = {},
  sop?: Sop,
  names = ['DEMO-1'],
): Consignment {
  const legal = changes === null ? {} : { [release]: { ...granted, ...changes } };
  const c = new Consignment(names, { legal }, sop);
  const officer = c.procedure.enlist('DEMO-HQC-1', 'HQC');
  for (const item of c.items) {
    const state = c.state(item);
    const custody = state.custody && { ...state.custody, officer, role: 'HQC' };
    c.procedure.suppose(item, { ...state, custody });
  }
  for (const [id, name] of [
    [unit, 'DEMO-PJS'],
    [otherUnit, 'DEMO-BIS'],
  ])
    c.procedure.suppose(`unit/${id}`, { name, national: true, validFrom: '2013-05-01', validUntil: null });
  c.procedure.suppose(releaseSubject, {});
  c.procedure.enlist('DEMO-NAT-1', 'NAT-OPJ', { unit });
  return c;
}

export function offer(
  c: Consignment,
  changes: JsonObject = {},
  officer: string | null = uuidOf('DEMO-NAT-1'),
) {
  const to = receiverOf(officer, 'NAT-OPJ', { unit });
  return c.offer({
    by: custodian,
    body: {
      kind: 'HANDOVER',
      purpose: granted.purpose,
      means: 'HAND',
      receiver: to,
      release,
      ...changes,
    },
  });
}

export function receive(
  c: Consignment,
  handover: JsonObject = {},
  changes: Partial<Parameters<Consignment['receive']>[0]> = {},
) {
  return c.receive({
    by: national,
    countersigned: [handsOver, witness],
    body: { handover: handoverRecord(unit, handover) },
    item: { nationalReference: 'DEMO-PV-2021-1/1', nationalSeal: 'DEMO-NS-1' },
    ...changes,
  });
}

export function offered(...args: Parameters<typeof released>): Consignment {
  const c = released(...args);
  c.procedure.accept(offer(c));
  return c;
}

/** The state of affairs changes between offer and receipt. */
export function changeRelease(c: Consignment, changes: Partial<ReleaseOnItem>): void {
  const state = c.state();
  c.procedure.suppose(c.items[0] ?? '', { ...state, legal: { [release]: { ...granted, ...changes } } });
}
