import type { JsonObject } from '../../../log/index.js';
import type { StagedAct } from '../../cast/stage.js';
import { asListed, itemEvents, type Packed, quantityOf } from '../consignment.js';
import type { RegisteredItem } from '../items/demo-item.js';
import type { Play } from '../play.js';
import type { Setting } from '../setting.js';
import { type Leg, legTo, offer, receipt } from '../transfers.js';
import type { PackedCase } from './packing.js';

/** Something that does not fit, in the register under a number of its own. */
export interface OpenDiscrepancy {
  readonly id: string;
  readonly kind: 'SEAL_DAMAGED' | 'COUNT_MISMATCH';
  readonly what: string;
  readonly packed: Packed;
}

function allPackages(packed: PackedCase): readonly Packed[] {
  return Object.values(packed);
}

/**
 * First station: from the collector to the sector store. Nobody gives to himself; a broken seal and a count that
 * differs are received under reserve, never passed over and never a reason not to record (RQ-31).
 */
export async function playSectorLeg(
  play: Play,
  setting: Setting,
  packed: PackedCase,
): Promise<readonly OpenDiscrepancy[]> {
  play.narrator.heading({
    en: 'First station: from the scenes to the sector store',
    fr: 'Première étape : des lieux au dépôt du secteur',
  });
  const packages = allPackages(packed);
  const route = {
    giver: 'DEMO-WIT-1/WIT',
    receiver: 'DEMO-SEC-1/SEC',
    from: { site: null, description: 'DEMO-ASSEMBLY-POINT' },
    to: setting.sector.place,
  };
  const leg = legTo(play, 'DEMO-MANIFEST-1', route);
  await play.isStopped(
    {
      en: 'The collector offers the items to himself: the receiver is also the releaser.',
      fr: 'Le collecteur se remet les pièces à lui-même : le destinataire est aussi le remettant.',
    },
    'transfer.to-oneself',
    offer(play, { ...leg, receiver: 'DEMO-WIT-1/WIT' }, packages),
  );
  await play.does(
    {
      en: 'The collector offers seven packages and one loose lot to the sector custodian (DEMO-MANIFEST-1).',
      fr: 'Le collecteur présente sept colis et un lot sans scellé au gardien du secteur (DEMO-MANIFEST-1).',
    },
    offer(play, leg, packages),
  );
  play.clock.pass(180);
  return receiveUnderReserve(play, leg, packed);
}

async function receiveUnderReserve(
  play: Play,
  leg: Leg,
  packed: PackedCase,
): Promise<readonly OpenDiscrepancy[]> {
  const { casesFired, casesShrapnel } = packed;
  const packages = allPackages(packed);
  const countersigned = ['DEMO-WIT-1/WIT as hands-over'];
  const damaged: OpenDiscrepancy = {
    id: play.newId('DEMO-DISCREPANCY-1'),
    kind: 'SEAL_DAMAGED',
    what: 'DEMO: seal DEMO-0004 torn on arrival',
    packed: casesFired,
  };
  const miscounted: OpenDiscrepancy = {
    id: play.newId('DEMO-DISCREPANCY-2'),
    kind: 'COUNT_MISMATCH',
    what: 'DEMO: 57 cases counted, 58 on the manifest',
    packed: casesShrapnel,
  };
  const found = (...reserves: readonly OpenDiscrepancy[]) => ({
    countersigned,
    line: (item: RegisteredItem, of: Packed) => asFound(item, of, packed, reserves),
  });
  const opened = [opening(play, leg, damaged), opening(play, leg, miscounted)];
  await play.isStopped(
    {
      en: 'Two things do not fit: the seal DEMO-0004 of one package is torn; and of the lot DEMO-CASES-SHRAPNEL, which travels loose, 57 cases are counted where the manifest says 58. The custodian signs as if nothing were.',
      fr: "Deux choses ne concordent pas : le scellé DEMO-0004 d'un colis est déchiré ; et du lot DEMO-CASES-SHRAPNEL, transporté sans scellé, 57 douilles sont comptées au lieu des 58 du bordereau. Le gardien signe comme si de rien n'était.",
    },
    'transfer.differs-without-reserve',
    receipt(play, leg, packages, found()),
  );
  await play.isStopped(
    {
      en: 'He receives the torn seal under reserve, and passes over the count.',
      fr: 'Il reçoit le scellé déchiré sous réserve, et passe sur le nombre.',
    },
    'transfer.differs-without-reserve',
    ...opened,
    receipt(play, leg, packages, found(damaged)),
  );
  await play.does(
    {
      en: 'He opens two discrepancies and receives under reserve: everything is recorded, nothing is passed over.',
      fr: "Il ouvre deux anomalies et reçoit sous réserve : tout est consigné, rien n'est passé sous silence.",
      details: [
        {
          en: `DEMO-DISCREPANCY-1: ${damaged.what}`,
          fr: 'DEMO-DISCREPANCY-1 : scellé DEMO-0004 déchiré à l’arrivée',
        },
        {
          en: `DEMO-DISCREPANCY-2: ${miscounted.what}`,
          fr: 'DEMO-DISCREPANCY-2 : 57 douilles comptées, 58 au bordereau',
        },
      ],
    },
    ...opened,
    receipt(play, leg, packages, found(damaged, miscounted)),
  );
  return [damaged, miscounted];
}

/** What the sector custodian finds: one seal torn, one lot short by one. */
function asFound(
  item: RegisteredItem,
  of: Packed,
  { casesFired, casesShrapnel }: PackedCase,
  reserves: readonly OpenDiscrepancy[],
): JsonObject {
  const reserve = reserves.find(({ packed }) => packed === of);
  const said = reserve && { reserve: { text: reserve.what, discrepancies: [reserve.id] } };
  const listed = { ...asListed(item, of), ...said };
  if (of === casesShrapnel) return { ...listed, quantity: { amount: '57', unit: 'PIECE' } };
  if (of !== casesFired) return listed;
  const torn = { number: casesFired.sealNumber, found: casesFired.sealNumber, status: 'DAMAGED_UNEXPLAINED' };
  return { ...listed, quantity: quantityOf(item), seals: [torn] };
}

/** E49: opened by the receiver; the giver is the custodian concerned, and one who is on no side answers for the inquiry. */
function opening(play: Play, leg: Leg, { id, kind, what, packed }: OpenDiscrepancy): StagedAct {
  const body = play.form('discrepancy.opened', leg.to, {
    kind,
    what,
    source: { kind: 'RECEIPT', event: null },
    concerns: { package: packed.id, sealNumber: packed.sealNumber, transfer: leg.transfer },
    custodians: [play.officer('DEMO-WIT-1')],
    owner: play.officer('DEMO-SEC-2'),
    deadline: play.inDays(14),
  });
  return {
    subject: `discrepancy/${id}`,
    type: 'discrepancy.opened',
    by: 'DEMO-SEC-1/SEC',
    body,
    items: itemEvents([packed], 'evidence.discrepancy-opened', body, () => ({
      kind,
      what,
      unaccounted: false,
    })),
  };
}
