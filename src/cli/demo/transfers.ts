import { formatTime, type JsonObject } from '../../log/index.js';
import type { StagedAct } from '../cast/stage.js';
import type { CollectedItem } from './aguelhok-collection.js';
import type { Play } from './play.js';
import { type SealedPackage, sameCircumstances } from './sealing.js';

/** One leg of custody: who gives, who receives, and where it goes. */
export interface Leg {
  readonly transfer: string;
  readonly manifest: string;
  readonly giver: string;
  readonly receiver: string;
  readonly site: string | null;
  readonly place: string;
  readonly kind: 'STORAGE' | 'HANDOVER';
  readonly unit: string | null;
  readonly release: string | null;
}

export function nameOf(who: string): string {
  return who.split('/')[0] ?? '';
}

function roleOf(who: string): string {
  return who.split('/')[1] ?? '';
}

/** The giver's manifest (D4). */
export function offer(play: Play, leg: Leg, packages: readonly SealedPackage[]): StagedAct {
  const body = play.form('transfer.offered', leg.place, {
    manifest: leg.manifest,
    leg: { number: 1, of: 1 },
    kind: leg.kind,
    purpose: 'DEMO',
    from: { capacity: roleOf(leg.giver), site: null, store: null },
    receiver: {
      officer: play.stage.officer(nameOf(leg.receiver)).officer,
      role: roleOf(leg.receiver),
      capacity: roleOf(leg.receiver),
      unit: leg.unit,
      site: leg.site,
      store: null,
    },
    release: leg.release,
    means: 'ROAD',
    plannedDeparture: formatTime(play.clock.now + 3_600_000),
    plannedArrival: formatTime(play.clock.now + 7_200_000),
  });
  return {
    subject: `transfer/${leg.transfer}`,
    type: 'transfer.offered',
    by: leg.giver,
    body,
    items: packages.flatMap(({ id, sealNumber, items }) =>
      items.map(item => ({
        subject: item.subject,
        type: 'evidence.offered',
        body: {
          ...sameCircumstances(body),
          description: item.en,
          quantity: { amount: item.amount, unit: 'PIECE' },
          package: sealNumber === '' ? null : id,
          sealNumber: sealNumber === '' ? null : sealNumber,
          sealException: sealNumber === '' ? 'DEMO' : null,
          hazard: item.firearm ? 'FIREARM' : item.explosive ? 'EXPLOSIVE' : null,
          certificates: [],
        },
      })),
    ),
  };
}

/** Receipt from hand to hand: count, each seal, condition (GATE-4, RQ-21). */
export function receipt(
  play: Play,
  leg: Leg,
  packages: readonly SealedPackage[],
  line: (item: CollectedItem, sealNumber: string) => JsonObject,
  handover: JsonObject | null,
  countersigned: readonly string[],
): StagedAct {
  const body = play.form('transfer.received', leg.place, { returns: false, handover });
  return {
    subject: `transfer/${leg.transfer}`,
    type: 'transfer.received',
    by: leg.receiver,
    countersigned,
    body,
    items: packages.flatMap(({ sealNumber, items }) =>
      items.map(item => ({
        subject: item.subject,
        type: 'evidence.received',
        body: { ...sameCircumstances(body), ...line(item, sealNumber) },
      })),
    ),
  };
}

/** What the receiver finds as the manifest says. */
export function asListed({ en }: CollectedItem, sealNumber: string): JsonObject {
  return {
    quantity: null,
    seals: [{ number: sealNumber, found: sealNumber, status: 'VERIFIED_INTACT' }],
    condition: 'DEMO',
    conditionAgrees: true,
    description: en,
    descriptionAgrees: true,
    reserve: null,
    nationalReference: null,
    nationalSeal: null,
  };
}
