import type { StagedAct } from '../../cast/stage.js';
import type { SealedPackage } from '../consignment.js';
import { fromOutside } from '../items/aguelhok.js';
import { coded } from '../items/demo-item.js';
import type { Play } from '../play.js';
import { registration } from '../register-item.js';
import { pack, sealing } from '../sealing.js';
import type { SealStocks } from '../seals.js';
import type { Setting } from '../setting.js';
import { aguelhokCaseFile } from './aguelhok-incident.js';
import { withSubject } from './collection.js';
import { weaponCleared } from './make-safe.js';

/**
 * Another force brings a rifle to the sector store: custody of ours begins at the receipt, before a witness, with
 * the scanned paper; what went before stands "as told" and is no chain of ours (D2).
 */
export async function receiveFromOutside(
  play: Play,
  { sector }: Setting,
  stocks: SealStocks,
  incident: string,
): Promise<SealedPackage> {
  play.narrator.heading({
    en: 'Another force brings an item in',
    fr: 'Une autre force apporte une pièce',
  });
  const item = withSubject(play, fromOutside);
  const { place } = sector;
  await play.does(
    {
      en: `The sector custodian registers ${item.label}, an AK-47-type rifle that another force has brought.`,
      fr: `Le gardien du secteur enregistre ${item.label}, un fusil de type AK-47 apporté par une autre force.`,
    },
    {
      subject: item.subject,
      type: 'evidence.registered',
      by: 'DEMO-SEC-1/SEC',
      body: registration(play, item, {
        incident,
        scene: null,
        place: place.description,
        by: 'DEMO-SEC-1',
        members: {
          recoveringParty: coded('INTERNATIONAL_FORCES'),
          recoveringUnit: 'DEMO-OUTSIDE-UNIT',
          place: { ...place, position: null },
        },
      }),
    },
  );
  const intake = (): StagedAct => ({
    subject: item.subject,
    type: 'evidence.received-from-outside',
    by: 'DEMO-SEC-1/SEC',
    countersigned: ['DEMO-SEC-2/SEC as witness'],
    body: play.form('evidence.received-from-outside', place, {
      from: {
        party: coded('INTERNATIONAL_FORCES'),
        unit: 'DEMO-OUTSIDE-UNIT',
        name: 'DEMO-NAME',
        capacity: 'DEMO-CAPACITY',
      },
      paper: { reference: 'DEMO-PAPER-1', scan: play.album.file() },
      asTold: 'DEMO: picked up near Aguelhok on 3 April 2021, as told by those who brought it',
      sealsAsFound: ['DEMO-FOREIGN-SEAL-1'],
      condition: 'DEMO',
    }),
  });
  await play.isStopped(
    {
      en: 'The rifle is to be taken in before two persons have cleared it.',
      fr: 'La pièce serait prise en charge avant sa mise en sécurité par deux personnes.',
    },
    'evidence.weapon-not-cleared',
    intake(),
  );
  const packed = pack(play, 'DEMO-S-0002', [item]);
  const sealer = {
    by: 'DEMO-SEC-1/SEC',
    witness: 'DEMO-SEC-2/SEC',
    stock: stocks.sector,
    place,
    case: aguelhokCaseFile,
  };
  await play.does(
    {
      en: 'Two persons clear it; it is received before a witness with the paper of both sides, and sealed under DEMO-S-0002.',
      fr: 'Deux personnes la mettent en sécurité ; elle est reçue devant témoin avec le document des deux parties, puis scellée sous DEMO-S-0002.',
    },
    weaponCleared(play, item, place.description, true),
    intake(),
    sealing(play, sealer, packed, 'FIREARMS'),
  );
  return packed;
}
