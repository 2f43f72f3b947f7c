import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import { unbrokenStatuses } from '../../../src/custody/vocabulary/seals.js';
import type { JsonObject } from '../../../src/log/index.js';
import { circumstances, type Intent, uuidOf } from '../procedure.js';

export const transferSubject = `transfer/${uuidOf('DEMO-TRANSFER')}`;

/** Who receives, in the body of an offer. */
export function receiverOf(officer: string | null, role: string, changes: JsonObject = {}): JsonObject {
  return {
    officer,
    role,
    capacity: `DEMO ${role}`,
    unit: null,
    site: null,
    store: null,
    ...changes,
  };
}

/** Body of `transfer.offered`. */
export function offeredBody(receiver: JsonObject, at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    manifest: 'DEMO-M-1',
    leg: { number: 1, of: 2 },
    kind: 'STORAGE',
    purpose: 'DEMO: to the sector store',
    from: { capacity: 'DEMO giver', site: null, store: null },
    receiver,
    release: null,
    means: 'ROAD',
    movementReference: 'DEMO-CONVOY-1',
    dangerousGoodsReference: null,
    routeClass: 'DEMO-B',
    container: null,
    plannedDeparture: '2021-04-02T12:00:00Z',
    plannedArrival: '2021-04-03T12:00:00Z',
    ...changes,
  };
}

/** One line of the manifest, faithful to the record of the item. */
export function manifestLine(
  { quantity, seal, safety, description }: EvidenceState,
  changes: JsonObject = {},
): JsonObject {
  return {
    description: description.fr,
    quantity: { ...quantity },
    package: seal?.package ?? null,
    sealNumber: seal?.number ?? null,
    sealException: seal === null ? 'DEMO: too large to be sealed' : null,
    hazard: null,
    certificates: safety.certificate === null ? [] : [safety.certificate],
    ...changes,
  };
}

/** How an item travels: body of `evidence.departed` and `evidence.passed-on`. */
export function travellingItem({ seal }: EvidenceState, changes: JsonObject = {}): JsonObject {
  return {
    sealNumber: seal?.number ?? null,
    sealException: seal === null ? 'DEMO: too large to be sealed' : null,
    ...changes,
  };
}

/** Body of `transfer.departed` and `transfer.passed-on`. */
export function legBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    movementReference: 'DEMO-CONVOY-1',
    odometer: null,
    container: null,
    ...changes,
  };
}

/** Body of `transfer.received`. */
export function receivedBody(at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    returns: false,
    standIn: null,
    container: null,
    handover: null,
    ...changes,
  };
}

/** What the receiver finds of an item that is as the record says. */
export function receivedItem({ quantity, seal }: EvidenceState, changes: JsonObject = {}): JsonObject {
  return {
    quantity: { ...quantity },
    seals: sealsFound(seal),
    condition: 'DEMO: as described',
    conditionAgrees: true,
    description: 'DEMO: one object, grey',
    descriptionAgrees: true,
    reserve: null,
    nationalReference: null,
    nationalSeal: null,
    ...changes,
  };
}

function sealsFound(seal: EvidenceState['seal'], status = 'VERIFIED_INTACT'): readonly JsonObject[] {
  return seal === null ? [] : [{ number: seal.number, found: seal.number, status }];
}

/** What the incoming custodian finds of an item that is as the record says, missing or there. */
export function takenOverItem({ seal, physical }: EvidenceState, changes: JsonObject = {}): JsonObject {
  const seen = physical !== 'UNACCOUNTED';
  const broken = seal !== null && !unbrokenStatuses.includes(seal.status);
  return {
    seen,
    seals: seen ? sealsFound(seal, broken ? seal.status : undefined) : [],
    condition: 'DEMO: seen',
    conditionAgrees: true,
    reserve: null,
    ...changes,
  };
}

/** Body of `transfer.refused`. */
export function refusedBody(at: string, changes: JsonObject = {}): JsonObject {
  return { ...circumstances(at), standIn: null, onPaper: null, ...changes };
}

/** Member `handover` of `transfer.received`, of an officer with a key. */
export function handoverRecord(unit: string, changes: JsonObject = {}): JsonObject {
  return {
    unit,
    capacity: 'DEMO: officier de police judiciaire',
    nationalReferences: ['DEMO-PV-2021-1'],
    conditions: [],
    copies: 3,
    onPaper: null,
    ...changes,
  };
}

/** Member `handover.onPaper`, of an officer without. */
export function signedOnPaper(changes: JsonObject = {}): JsonObject {
  return {
    name: 'DEMO-NAT-1',
    grade: 'DEMO capitaine',
    scan: { sha256: 'ab'.repeat(32), size: 200_000, mediaType: 'application/pdf' },
    ...changes,
  };
}

/** Body of `transfer.taken-over`. */
export function takenOverBody(outgoing: string, at: string, changes: JsonObject = {}): JsonObject {
  return {
    ...circumstances(at),
    outgoing,
    outgoingCapacity: 'DEMO outgoing custodian',
    incomingCapacity: 'DEMO incoming custodian',
    inventoryReference: 'DEMO-INV-1',
    keys: ['DEMO-KEY-1'],
    openItems: [],
    outgoingCannotSign: null,
    ...changes,
  };
}

/** An act of a transfer with the event of each item, which repeats when and where. */
export function transferAct(
  word: string,
  by: string,
  countersigned: readonly string[],
  body: JsonObject,
  items: readonly { readonly subject: string; readonly body: JsonObject }[],
  subject = transferSubject,
): Intent {
  const { occurred = null, place = null } = body;
  return {
    subject,
    type: `transfer.${word}`,
    by,
    countersigned,
    body,
    items: items.map(item => ({
      subject: item.subject,
      type: `evidence.${word}`,
      body: { occurred, place, ...item.body },
    })),
  };
}
