import type { JsonObject } from '../../log/index.js';
import type { StagedAct } from '../cast/stage.js';
import { asListed, itemEvents, manifestLine, type Packed, travellingLine } from './consignment.js';
import type { RegisteredItem } from './items/demo-item.js';
import type { Place, Play } from './play.js';

/** One leg of custody: who gives, who receives, and where it goes. */
export interface Leg {
  readonly transfer: string;
  readonly manifest: string;
  readonly giver: string;
  /** Null: a national officer who has no key and signs on paper. */
  readonly receiver: string | null;
  readonly from: Place;
  readonly to: Place;
  readonly kind: 'STORAGE' | 'LABORATORY' | 'HANDOVER';
  readonly unit: string | null;
  readonly release: string | null;
  readonly container: JsonObject | null;
}

/** A transfer into a store; `changes` says what is otherwise. */
export function legTo(
  play: Play,
  manifest: string,
  leg: Pick<Leg, 'giver' | 'receiver' | 'from' | 'to'>,
): Leg {
  return {
    transfer: play.newId(manifest),
    manifest,
    kind: 'STORAGE',
    unit: null,
    release: null,
    container: null,
    ...leg,
  };
}

function nameOf(who: string): string {
  return who.split('/')[0] ?? '';
}

function roleOf(who: string): string {
  return who.split('/')[1] ?? '';
}

/** The giver's manifest (E17, D4). */
export function offer(
  play: Play,
  leg: Leg,
  packages: readonly Packed[],
  members: JsonObject = {},
): StagedAct {
  const { giver, receiver, from, to, kind, unit, release, container } = leg;
  const role = receiver === null ? 'NAT-OPJ' : roleOf(receiver);
  const body = play.form('transfer.offered', from, {
    manifest: leg.manifest,
    leg: { number: 1, of: 1 },
    kind,
    purpose: 'DEMO',
    from: { capacity: roleOf(giver), site: from.site, store: null },
    receiver: {
      officer: receiver === null ? null : play.officer(nameOf(receiver)),
      role,
      capacity: role,
      unit,
      site: to.site,
      store: null,
    },
    release,
    means: 'ROAD',
    dangerousGoodsReference: 'DEMO-DANGEROUS-GOODS-1',
    container,
    plannedDeparture: play.inDays(1 / 24),
    plannedArrival: play.inDays(2),
    ...members,
  });
  return {
    subject: `transfer/${leg.transfer}`,
    type: 'transfer.offered',
    by: giver,
    body,
    items: itemEvents(packages, 'evidence.offered', body, manifestLine),
  };
}

/** E18: the courier answers for the sealed packages; the giver lets them go. */
export function departure(play: Play, leg: Leg, packages: readonly Packed[], courier: string): StagedAct {
  return legWithCourier(play, leg, packages, 'departed', courier, `${leg.giver} as giver`);
}

/** E19: from courier to courier at a transit point. */
export function passedOn(
  play: Play,
  leg: Leg,
  packages: readonly Packed[],
  courier: string,
  previous: string,
): StagedAct {
  const at = { ...leg, from: { site: null, description: 'DEMO-TRANSIT-POINT' } };
  return legWithCourier(play, at, packages, 'passed-on', courier, `${previous} as previous-courier`);
}

function legWithCourier(
  play: Play,
  leg: Leg,
  packages: readonly Packed[],
  word: 'departed' | 'passed-on',
  by: string,
  countersigned: string,
): StagedAct {
  const body = play.form(`transfer.${word}`, leg.from, {
    movementReference: 'DEMO-CONVOY-1',
    container: containerFound(leg),
  });
  return {
    subject: `transfer/${leg.transfer}`,
    type: `transfer.${word}`,
    by,
    countersigned: [countersigned],
    body,
    items: itemEvents(packages, `evidence.${word}`, body, travellingLine),
  };
}

/** What a receipt says otherwise than that all is as the manifest lists it. */
export interface ReceiptSays {
  readonly by?: string;
  readonly countersigned: readonly string[];
  readonly line?: (item: RegisteredItem, packed: Packed) => JsonObject;
  readonly handover?: JsonObject;
  readonly members?: JsonObject;
}

/** Receipt from hand to hand: count, each seal, condition (E20, GATE-4, RQ-21). */
export function receipt(play: Play, leg: Leg, packages: readonly Packed[], says: ReceiptSays): StagedAct {
  const { by = leg.receiver ?? '', countersigned, line = asListed, handover = null, members = {} } = says;
  const body = play.form('transfer.received', leg.to, {
    returns: false,
    container: containerFound(leg),
    handover,
    ...members,
  });
  return {
    subject: `transfer/${leg.transfer}`,
    type: 'transfer.received',
    by,
    countersigned,
    body,
    items: itemEvents(packages, 'evidence.received', body, line),
  };
}

function containerFound({ container }: Leg): JsonObject | null {
  return container === null ? null : { ...container, sealStatus: 'VERIFIED_INTACT' };
}
