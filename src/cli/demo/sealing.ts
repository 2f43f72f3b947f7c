import type { JsonObject } from '../../log/index.js';
import type { StagedAct } from '../cast/stage.js';
import { itemEvents, quantityOf, type SealedPackage } from './consignment.js';
import { labelsOf, type RegisteredItem } from './items/demo-item.js';
import type { Place, Play } from './play.js';

/** Who seals, from which stock, before whom, and where. */
export interface Sealer {
  readonly by: string;
  readonly witness: string;
  readonly stock: string;
  readonly place: string | Place;
  readonly case: string;
}

export type Holds = 'FIREARMS' | 'AMMUNITION' | 'NEITHER';

/** A package to be sealed under this number. */
export function pack(play: Play, sealNumber: string, items: readonly RegisteredItem[]): SealedPackage {
  return { id: play.newId(`DEMO-PACKAGE-${sealNumber}`), sealNumber, exception: null, items };
}

/** The seal that goes on, with its photograph (D3). */
export function seal(play: Play, { stock }: Sealer, number: string): JsonObject {
  return {
    stock,
    number,
    type: 'TAMPER_EVIDENT_BAG',
    form: 'CLOSED',
    signedAcross: 'SIGNATURE',
    photo: play.album.file(),
  };
}

/** The label as written on the package (D3). */
export function label(play: Play, sealer: Sealer, items: readonly RegisteredItem[]): JsonObject {
  return {
    case: sealer.case,
    exhibit: labelsOf(items),
    description: 'DEMO',
    date: play.inDays(0).slice(0, 10),
    place: typeof sealer.place === 'string' ? sealer.place : sealer.place.description,
    officer: sealer.by.split('/')[0] ?? '',
  };
}

/** E14: items are packed, sealed and labelled before a witness, with one event in the history of each. */
export function sealing(play: Play, sealer: Sealer, packed: SealedPackage, holds: Holds): StagedAct {
  const { id, sealNumber, items } = packed;
  const body = play.form('package.sealed', sealer.place, {
    packageNumber: `DEMO-PACKAGE-${sealNumber}`,
    packageType: { code: 'BOX', text: null },
    holds,
    seal: seal(play, sealer, sealNumber),
    label: label(play, sealer, items),
  });
  return {
    subject: `package/${id}`,
    type: 'package.sealed',
    by: sealer.by,
    countersigned: [`${sealer.witness} as witness`],
    body,
    items: itemEvents([packed], 'evidence.sealed', body, item => ({
      package: id,
      sealNumber,
      content: { description: item.description.en, quantity: quantityOf(item) },
    })),
  };
}

/** E25, RQ-30: a new seal over what is inside now; the old number stays named. */
export function resealing(
  play: Play,
  sealer: Sealer,
  before: SealedPackage,
  after: SealedPackage,
  holds: Holds,
): StagedAct {
  const { sealNumber, items } = after;
  const body = play.form('package.resealed', sealer.place, {
    sealNumber: before.sealNumber,
    condition: 'DEMO',
    holds,
    seal: seal(play, sealer, sealNumber),
    label: label(play, sealer, items),
  });
  return {
    subject: `package/${before.id}`,
    type: 'package.resealed',
    by: sealer.by,
    countersigned: [`${sealer.witness} as witness`],
    body,
    items: itemEvents([after], 'evidence.resealed', body, item => ({
      package: before.id,
      sealNumber,
      formerSealNumber: before.sealNumber,
      content: { description: item.description.en, quantity: quantityOf(item) },
      condition: 'DEMO',
    })),
  };
}
