import { openIncident } from './chapters/aguelhok-incident.js';
import { assessRecipient } from './chapters/assess-recipient.js';
import { playBer } from './chapters/ber.js';
import { type ShownCustody, showCustody } from './chapters/custody-table.js';
import { settleDiscrepancies } from './chapters/discrepancies.js';
import { divideLot } from './chapters/divided-lot.js';
import { type BuildsDossier, deliverDossier, playDossier, supplementDossier } from './chapters/dossier.js';
import { playHandover, playHandoverOnPaper, playRelease, playReleaseAnew } from './chapters/handover.js';
import { loseDevice, playHeadquartersLeg } from './chapters/headquarters-leg.js';
import { placeInStores } from './chapters/headquarters-store.js';
import { playLaboratory } from './chapters/laboratory.js';
import { compareCases } from './chapters/laboratory-comparison.js';
import { playOutcome } from './chapters/outcome.js';
import { receiveFromOutside } from './chapters/outside-party.js';
import { packAguelhok } from './chapters/packing.js';
import { playPieces } from './chapters/pieces.js';
import { readAsRecipient } from './chapters/recipient-reads.js';
import { playRefusedRelease } from './chapters/refused-release.js';
import { playScenes } from './chapters/scenes.js';
import { playSectorLeg } from './chapters/sector-leg.js';
import { type UploadedFiles, uploadPictures } from './chapters/uploads.js';
import type { Play } from './play.js';
import { playSeals } from './seals.js';
import { prepareSetting } from './setting.js';

/** What the story leaves behind, for whoever looks at it afterwards. */
export interface PlayedStory {
  readonly incident: string;
  readonly files: UploadedFiles;
  readonly custody: readonly ShownCustody[];
}

/** The whole story, chapter by chapter: Aguelhok from the scenes to the national authority, then Ber. */
export async function playStory(play: Play, build: BuildsDossier): Promise<PlayedStory> {
  sayWhatThisIs(play);
  const setting = await prepareSetting(play);
  const stocks = await playSeals(play);
  const incident = await openIncident(play, setting);
  const collected = await playScenes(play, setting, incident);
  const packed = await packAguelhok(play, setting, collected, stocks.collector);
  const fromField = await uploadPictures(play, 'DEMO-WIT-1');
  const discrepancies = await playSectorLeg(play, setting, packed);
  const casesFired = await settleDiscrepancies(play, setting, stocks, packed, discrepancies);
  const broughtIn = await receiveFromOutside(play, setting, stocks, incident);
  const { arms, armsOfOutposts, mortar, rounds, tails, remains, casesShrapnel } = packed;
  const travelling = [
    arms,
    armsOfOutposts,
    mortar,
    casesFired,
    rounds,
    tails,
    remains,
    casesShrapnel,
    broughtIn,
  ];
  await playHeadquartersLeg(play, setting, travelling);
  await loseDevice(play);
  await placeInStores(play, setting, travelling);
  const report = await playLaboratory(play, setting, incident, remains, casesShrapnel);
  const divided = await divideLot(play, setting, stocks, casesFired);
  const ber = await playBer(play, setting, stocks);
  const lifted = await compareCases(play, setting, ber, remains);
  const released = [arms, armsOfOutposts, broughtIn];
  const information = await playPieces(play, setting, incident);
  const fromStores = await uploadPictures(play, 'DEMO-HQC-1');
  const assessment = await assessRecipient(play, setting);
  const leg = await playRelease(play, setting, released, { assessment, information, reports: [report] });
  const dossier = await playDossier(play, build, leg.release);
  await playHandover(play, setting, released, leg);
  await deliverDossier(play, setting, dossier, leg.transfer);
  await readAsRecipient(
    play,
    released.flatMap(({ items }) => items),
    collected.destroyed,
  );
  const onPaper = await playReleaseAnew(play, setting, [divided, mortar], assessment);
  await supplementDossier(play, build, setting, dossier, onPaper.release);
  await playHandoverOnPaper(play, setting, [divided, mortar], onPaper);
  await playRefusedRelease(play, setting, [remains]);
  await playOutcome(play, leg.release);
  const items = [
    ...travelling.flatMap(packed => packed.items),
    ...divided.items,
    collected.destroyed,
    ...ber.packages.flatMap(packed => packed.items),
    lifted,
  ];
  const signed = await uploadPictures(play, 'DEMO-HQC-1');
  const uploaded = fromField.uploaded + fromStores.uploaded + signed.uploaded;
  const files = { uploaded, owed: signed.owed };
  return { incident, files, custody: await showCustody(play, items) };
}

function sayWhatThisIs({ narrator }: Play): void {
  narrator.title({ en: 'DEMONSTRATION', fr: 'DÉMONSTRATION' });
  narrator.say({
    en: 'Attacks, items and marks are from a public brief (UNIDIR 2023). The custody path, the officers and everything else are invented for demonstration (DEMO-…). What the brief does not say is "not stated".',
    fr: 'Attaques, pièces et marquages : tirés d’une note publique (UNIDIR 2023). Le circuit de garde, les officiers et tout le reste sont inventés pour la démonstration (DEMO-…). Ce que la note ne dit pas est « non précisé ».',
  });
  narrator.say({
    en: 'The attacks were real, and so are the dead. Nobody is named here.',
    fr: 'Les attaques sont réelles, les morts aussi. Personne n’est nommé ici.',
  });
  narrator.say({
    en: 'Every act is signed by the officer who does it and sent over HTTP; [#n] is its place in the log. Every refusal is the answer of the service to a validly signed batch; what it names by UUID or number is shown as «DEMO-…».',
    fr: 'Chaque acte est signé par l’officier qui l’accomplit et envoyé par HTTP ; [#n] est son rang au journal. Chaque refus est la réponse du service à un lot valablement signé ; ce qu’il désigne par UUID ou numéro y est montré sous la forme «DEMO-…».',
  });
}
