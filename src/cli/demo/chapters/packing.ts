import { loose, type Packed, type SealedPackage } from '../consignment.js';
import {
  certificateOf,
  isFirearm,
  labelsOf,
  mayHoldExplosive,
  type RegisteredItem,
} from '../items/demo-item.js';
import type { Play } from '../play.js';
import { type Holds, pack, type Sealer, sealing } from '../sealing.js';
import type { Setting } from '../setting.js';
import { legTo, offer } from '../transfers.js';
import { aguelhokCaseFile } from './aguelhok-incident.js';
import { assessed, certification, clearWeapons, tellCertificates } from './make-safe.js';
import type { CollectedCase } from './scenes.js';

const place = 'DEMO-ASSEMBLY-POINT';

/** What leaves the scenes: packages by what they hold, and one lot that no bag was left for. */
export interface PackedCase {
  readonly arms: SealedPackage;
  readonly armsOfOutposts: SealedPackage;
  readonly mortar: SealedPackage;
  readonly casesFired: SealedPackage;
  readonly rounds: SealedPackage;
  readonly tails: SealedPackage;
  readonly remains: SealedPackage;
  readonly casesShrapnel: Packed;
}

/** Made safe and placed under seal: arms and ammunition apart, nothing explosive without EOD (GATE-2, GATE-3). */
export async function packAguelhok(
  play: Play,
  setting: Setting,
  { camp, outposts, launchSite }: CollectedCase,
  stock: string,
): Promise<PackedCase> {
  play.narrator.heading({
    en: 'Made safe, and placed under seal',
    fr: 'Mise en sécurité et placement sous scellés',
  });
  const sealer: Sealer = {
    by: 'DEMO-WIT-1/WIT',
    witness: 'DEMO-WIT-2/WIT',
    stock,
    place,
    case: aguelhokCaseFile,
  };
  const items = [...camp, ...outposts, ...launchSite];
  const of = (...labels: readonly string[]) => items.filter(item => labels.includes(item.label));
  const arms = pack(play, 'DEMO-0001', camp.filter(isFirearm));
  await play.isStopped(
    {
      en: 'Arms are to be sealed before two persons have cleared them.',
      fr: 'Des armes seraient placées sous scellé avant leur mise en sécurité à deux.',
    },
    'package.firearm-not-cleared',
    sealing(play, sealer, arms, 'FIREARMS'),
  );
  await clearWeapons(play, items, place);
  await certifyExplosives(play, setting, items);
  const packed: PackedCase = {
    arms,
    armsOfOutposts: pack(play, 'DEMO-0002', outposts.filter(isFirearm)),
    mortar: pack(play, 'DEMO-0003', launchSite.filter(isFirearm)),
    casesFired: pack(play, 'DEMO-0004', of('DEMO-CASES-FIRED')),
    rounds: pack(play, 'DEMO-0005', of('DEMO-RPG-ROUNDS', 'DEMO-MORTAR-ROUNDS')),
    tails: pack(play, 'DEMO-0006', of('DEMO-MORTAR-TAILS')),
    remains: pack(play, 'DEMO-0007', of('DEMO-SVBIED')),
    casesShrapnel: loose(of('DEMO-CASES-SHRAPNEL'), 'DEMO: no bag was left'),
  };
  await sealAll(play, sealer, packed);
  return packed;
}

/** GATE-2: no certificate, no movement; then EOD certifies each item with its hazard division (RQ-40). */
async function certifyExplosives(
  play: Play,
  setting: Setting,
  items: readonly RegisteredItem[],
): Promise<void> {
  const rounds = items.filter(({ label }) => label.endsWith('-ROUNDS'));
  const leg = legTo(play, 'DEMO-MANIFEST-0', {
    giver: 'DEMO-WIT-1/WIT',
    receiver: 'DEMO-SEC-1/SEC',
    from: { site: null, description: place },
    to: setting.sector.place,
  });
  const unsealed = items.filter(mayHoldExplosive);
  await play.isStopped(
    {
      en: `${labelsOf(rounds)} are to travel without an EOD certificate.`,
      fr: `${labelsOf(rounds)} partiraient sans certificat NEDEX.`,
    },
    'evidence.certificate-missing',
    offer(play, leg, [loose(rounds, 'DEMO')]),
  );
  await play.does(
    {
      en: 'EOD certifies what may hold explosive, item by item, and looks at the casings:',
      fr: "NEDEX certifie, pièce par pièce, ce qui peut contenir de l'explosif, et examine les douilles :",
      details: tellCertificates(unsealed),
    },
    ...unsealed.map(item => certification(play, item, place)),
    ...items
      .filter(item => certificateOf(item) === null && !isFirearm(item))
      .map(item => assessed(play, item, place)),
  );
}

async function sealAll(play: Play, sealer: Sealer, packed: PackedCase): Promise<void> {
  const sealed = (of: SealedPackage, holds: Holds) => sealing(play, sealer, of, holds);
  await play.does(tellSealed(packed.arms), sealed(packed.arms, 'FIREARMS'));
  await play.isStopped(
    {
      en: 'The seal DEMO-0001 is used a second time.',
      fr: 'Le scellé DEMO-0001 est utilisé une seconde fois.',
    },
    'claim.taken',
    sealed({ ...packed.armsOfOutposts, sealNumber: 'DEMO-0001' }, 'FIREARMS'),
  );
  const { armsOfOutposts, mortar, casesFired, rounds, tails, remains } = packed;
  const others = [armsOfOutposts, mortar, casesFired, rounds, tails, remains];
  await play.does(
    {
      en: 'The other items are sealed, arms and ammunition apart:',
      fr: 'Les autres pièces sont placées sous scellé, armes et munitions à part :',
      details: others.map(tellSealed),
    },
    sealed(armsOfOutposts, 'FIREARMS'),
    sealed(mortar, 'FIREARMS'),
    sealed(casesFired, 'AMMUNITION'),
    sealed(rounds, 'AMMUNITION'),
    sealed(tails, 'AMMUNITION'),
    sealed(remains, 'NEITHER'),
  );
}

function tellSealed({ sealNumber, items }: SealedPackage) {
  const labels = labelsOf(items);
  return { en: `Seal ${sealNumber}: ${labels}.`, fr: `Scellé ${sealNumber} : ${labels}.` };
}
