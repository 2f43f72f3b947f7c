import type { JsonObject } from '../../../log/index.js';
import type { StagedAct } from '../../cast/stage.js';
import { itemEvents, type Packed, quantityOf, type SealedPackage } from '../consignment.js';
import type { RegisteredItem } from '../items/demo-item.js';
import type { Place, Play } from '../play.js';
import type { Setting } from '../setting.js';
import { type Leg, legTo, offer, receipt } from '../transfers.js';

export const laboratoryPlace: Place = { site: null, description: 'DEMO-LABORATORY' };

export const reception = 'DEMO-LABR-1/LABR';
export const examiner = 'DEMO-LABX-1/LABX';
const custodian = 'DEMO-HQC-1/HQC';

/** L3: from the store to the laboratory's reception, from hand to hand. */
export function toLaboratory(
  play: Play,
  { headquarters }: Setting,
  packages: readonly Packed[],
  manifest: string,
): StagedAct[] {
  const leg: Leg = {
    ...legTo(play, manifest, {
      giver: custodian,
      receiver: reception,
      from: headquarters.place,
      to: laboratoryPlace,
    }),
    kind: 'LABORATORY',
  };
  const countersigned = [`${custodian} as hands-over`];
  return [offer(play, leg, packages), receipt(play, leg, packages, { countersigned })];
}

/** And back, with what was taken from the items. */
export function backToStore(
  play: Play,
  { headquarters }: Setting,
  packages: readonly Packed[],
  manifest: string,
): StagedAct[] {
  const leg = legTo(play, manifest, {
    giver: reception,
    receiver: custodian,
    from: laboratoryPlace,
    to: headquarters.place,
  });
  const countersigned = [`${reception} as hands-over`];
  return [offer(play, leg, packages), receipt(play, leg, packages, { countersigned })];
}

/** RQ-53: inside the laboratory, too, whoever has an item has signed for it. */
export function toExaminer(play: Play, item: RegisteredItem): StagedAct {
  return {
    subject: item.subject,
    type: 'evidence.checked-out',
    by: examiner,
    countersigned: [`${reception} as custodian`],
    body: play.form('evidence.checked-out', laboratoryPlace, {
      purpose: { code: 'LABORATORY', text: null },
      destination: 'DEMO-EXAMINATION-ROOM',
      dueBack: play.inDays(5),
      condition: 'DEMO',
    }),
  };
}

export function backToReception(play: Play, item: RegisteredItem, sealNumber: string | null): StagedAct {
  const { amount, unit } = quantityOf(item);
  const quantity: JsonObject = {
    amount: amount ?? null,
    unit: { code: String(unit), text: null },
    countedBy: play.officer('DEMO-LABR-1'),
  };
  return {
    subject: item.subject,
    type: 'evidence.returned',
    by: reception,
    countersigned: [`${examiner} as taker`],
    body: play.form('evidence.returned', laboratoryPlace, {
      quantity,
      condition: 'DEMO',
      sealNumber,
      difference: null,
      standIn: null,
    }),
  };
}

/** RQ-53: what the examiner took from an item goes to the reception by a transfer of its own, for it was never lent. */
export function takenToReception(play: Play, packages: readonly Packed[], manifest: string): StagedAct[] {
  const leg = legTo(play, manifest, {
    giver: examiner,
    receiver: reception,
    from: laboratoryPlace,
    to: laboratoryPlace,
  });
  const countersigned = [`${examiner} as hands-over`];
  return [offer(play, leg, packages), receipt(play, leg, packages, { countersigned })];
}

/** E24: the examiner opens it himself, before a witness, on the laboratory request. */
export function openedByExaminer(play: Play, packed: SealedPackage, request: string): StagedAct {
  const { id, sealNumber } = packed;
  const seal = { sealNumber, sealState: 'VERIFIED_INTACT' };
  const body = play.form('package.opened', laboratoryPlace, {
    ...seal,
    reason: 'DEMO: examination',
    authority: { kind: 'LAB_REQUEST', reference: request },
    awayFromSeal: true,
    oldSealKept: 'DEMO: in the package',
    photo: play.album.file(),
  });
  return {
    subject: `package/${id}`,
    type: 'package.opened',
    by: examiner,
    countersigned: ['DEMO-LABV-1/LABV as witness'],
    body,
    items: itemEvents([packed], 'evidence.unsealed', body, () => ({
      package: id,
      ...seal,
      authority: 'LAB_REQUEST',
      condition: 'DEMO',
    })),
  };
}
