import { formatTime } from '../../log/index.js';
import { type CollectedItem, transportCertificate } from './aguelhok-collection.js';
import type { Play } from './play.js';
import { type SealedPackage, sameCircumstances } from './sealing.js';
import type { Setting } from './setting.js';
import { asListed, type Leg, offer, receipt } from './transfers.js';

/**
 * First station: from the collector to the sector store. What is explosive does not travel without a certificate,
 * nobody gives to himself, and a broken seal is received under reserve.
 */
export async function playSectorLeg(
  play: Play,
  setting: Setting,
  items: readonly CollectedItem[],
  packages: readonly SealedPackage[],
): Promise<void> {
  const { narrator, stage } = play;
  narrator.heading({ en: 'From the scene to the sector store', fr: 'Des lieux au dépôt du secteur' });
  const leg = (changes: Partial<Leg> = {}): Leg => ({
    transfer: stage.newId(),
    manifest: `DEMO-MANIFEST-${stage.newId().slice(-6)}`,
    giver: 'DEMO-WIT-1/WIT',
    receiver: 'DEMO-SEC-1/SEC',
    site: setting.sectorSite,
    place: 'DEMO-SECTOR-STORE',
    kind: 'STORAGE',
    unit: null,
    release: null,
    ...changes,
  });
  const rounds = items.filter(({ explosive }) => explosive);
  const loose = [{ id: stage.newId(), sealNumber: '', items: rounds }];
  await play.isStopped(
    {
      en: 'Mortar rounds are to travel without an EOD certificate',
      fr: 'Des obus partiraient sans certificat NEDEX',
    },
    'evidence.certificate-missing',
    offer(play, leg(), loose),
  );
  for (const { subject, label } of rounds) {
    await play.does(
      { en: `EOD certifies ${label} free from explosives`, fr: `NEDEX certifie ${label} sans explosif` },
      { subject, type: 'evidence.certified', by: 'DEMO-EOD-1/EOD', body: transportCertificate(play) },
    );
  }
  await play.isStopped(
    { en: 'The collector offers the packages to himself', fr: "L'enquêteur se remet les colis à lui-même" },
    'transfer.to-oneself',
    offer(play, leg({ receiver: 'DEMO-WIT-1/WIT' }), packages),
  );
  const real = leg();
  await play.does(
    {
      en: 'The collector offers both packages to the sector custodian',
      fr: "L'enquêteur présente les deux colis au gardien du secteur",
    },
    offer(play, real, packages),
  );
  await receiveUnderReserve(play, real, packages);
}

/** RQ-31: a broken seal never blocks the recording; it opens a discrepancy and prints on all later papers. */
async function receiveUnderReserve(play: Play, leg: Leg, packages: readonly SealedPackage[]): Promise<void> {
  const { stage, clock } = play;
  const [arms, ammunition] = packages;
  if (arms === undefined || ammunition === undefined) return;
  const broken = (item: CollectedItem, seal: string) => ({
    ...asListed(item, seal),
    quantity: seal === ammunition.sealNumber ? { amount: item.amount, unit: 'PIECE' } : null,
    seals: [
      {
        number: seal,
        found: seal,
        status: seal === ammunition.sealNumber ? 'DAMAGED_UNEXPLAINED' : 'VERIFIED_INTACT',
      },
    ],
  });
  await play.isStopped(
    {
      en: 'A broken seal is received as if nothing were',
      fr: "Un scellé brisé est reçu comme si de rien n'était",
    },
    'transfer.differs-without-reserve',
    receipt(play, leg, packages, broken, null, ['DEMO-WIT-1/WIT as hands-over']),
  );
  const discrepancy = stage.newId();
  const what = 'DEMO: seal DEMO-0002 broken on arrival';
  const reserved = (item: CollectedItem, seal: string) => ({
    ...broken(item, seal),
    reserve: seal === ammunition.sealNumber ? { text: what, discrepancies: [discrepancy] } : null,
  });
  const body = play.form('discrepancy.opened', leg.place, {
    kind: 'SEAL_DAMAGED',
    what,
    source: { kind: 'RECEIPT', event: null },
    custodians: [stage.officer('DEMO-WIT-1').officer],
    owner: stage.officer('DEMO-SEC-1').officer,
    deadline: formatTime(clock.now + 14 * 86_400_000),
  });
  await play.does(
    {
      en: 'The sector custodian receives under reserve and opens a discrepancy',
      fr: 'Le gardien du secteur reçoit sous réserve et ouvre une anomalie',
    },
    {
      subject: `discrepancy/${discrepancy}`,
      type: 'discrepancy.opened',
      by: 'DEMO-SEC-1/SEC',
      body,
      items: ammunition.items.map(({ subject }) => ({
        subject,
        type: 'evidence.discrepancy-opened',
        body: { ...sameCircumstances(body), kind: 'SEAL_DAMAGED', what, unaccounted: false },
      })),
    },
    receipt(play, leg, packages, reserved, null, ['DEMO-WIT-1/WIT as hands-over']),
  );
}
