import type { JsonObject } from '../../../log/index.js';
import { asListed, type Packed } from '../consignment.js';
import type { Play } from '../play.js';
import type { Setting } from '../setting.js';
import { type Leg, legTo, offer, receipt } from '../transfers.js';
import { type Beside, condition, releaseDecision, releaseInput, releaseRequest } from './release.js';

/** A leg under a release that grants it. */
export type ReleasedLeg = Leg & { readonly release: string };

/**
 * What is to go to the national authority is asked for and decided, item by item (GATE-6 to GATE-10).
 * @returns the leg under that release
 */
export async function playRelease(
  play: Play,
  setting: Setting,
  packages: readonly Packed[],
  { assessment, ...beside }: Beside & { readonly assessment: string | null },
): Promise<ReleasedLeg> {
  play.narrator.heading({
    en: 'The release to the national authority',
    fr: "L'autorisation de remise à l'autorité nationale",
  });
  const { nationalBrigade, otherBrigade } = setting;
  const leg: Leg = {
    ...handoverLeg(play, setting, 'DEMO-MANIFEST-3'),
    receiver: 'DEMO-OPJ-1/NAT-OPJ',
    unit: nationalBrigade,
  };
  await play.isStopped(
    {
      en: 'The arms are to be handed over without any release.',
      fr: 'Les armes seraient remises sans aucune autorisation de remise.',
    },
    'transfer.release-missing',
    offer(play, leg, packages),
  );
  const release = { id: play.newId('DEMO-RELEASE-1'), number: 'DEMO-RELEASE-1' };
  await play.does(
    {
      en: 'A case officer, who stands in for the legal officer, requests the release to DEMO-NATIONAL-BRIGADE.',
      fr: "Un officier chargé de l'affaire, suppléant du juriste, demande l'autorisation de remise à DEMO-NATIONAL-BRIGADE.",
    },
    ...releaseRequest(play, release, nationalBrigade, packages, { by: 'DEMO-CASE-2/CASE', ...beside }),
  );
  const released: ReleasedLeg = { ...leg, release: release.id };
  await play.isStopped(
    {
      en: 'The arms are to be handed over before it is decided.',
      fr: "Les armes seraient remises avant que l'autorisation ne soit décidée.",
    },
    'release.not-granted',
    offer(play, released, packages),
  );
  await play.isStopped(
    {
      en: 'Who asked for the release decides it himself, as stand-in of the legal officer.',
      fr: "Le demandeur décide lui-même de l'autorisation de remise, comme suppléant du juriste.",
    },
    'release.requester-decides',
    releaseDecision(play, release.id, packages, { by: 'DEMO-CASE-2/LEG', assessment, ...beside }),
  );
  const [hrddp = '', sources = '', security = ''] = await play.does(
    {
      en: 'A human rights officer gives a view on the unit and on sources, an analyst one on security.',
      fr: "Une spécialiste des droits de l'homme donne son avis sur l'unité et sur les sources, un analyste sur la sécurité.",
    },
    releaseInput(play, release.id, 'HRDDP', 'DEMO-HR-1/HR'),
    releaseInput(play, release.id, 'SOURCE_PROTECTION', 'DEMO-HR-1/HR'),
    releaseInput(play, release.id, 'SECURITY', 'DEMO-JMAC-1/JMAC'),
  );
  play.clock.pass(60);
  await play.does(
    {
      en: 'The legal officer answers the four questions and grants it with conditions, for 30 days.',
      fr: "La juriste répond aux quatre questions et accorde l'autorisation de remise sous conditions, pour 30 jours.",
    },
    releaseDecision(play, release.id, packages, {
      ...beside,
      assessment,
      inputs: { HRDDP: hrddp, SOURCE_PROTECTION: sources, SECURITY: security },
    }),
  );
  await play.isStopped(
    {
      en: 'The arms are offered to another national unit, which the decision does not cover.',
      fr: 'Les armes sont présentées à une autre unité nationale, que la décision ne couvre pas.',
    },
    'release.for-another-recipient',
    offer(play, { ...released, receiver: null, unit: otherBrigade }, packages),
  );
  return released;
}

/** Third station: to the national authority, with the dossier, under a decision that covers every item (GATE-6, GATE-10). */
export async function playHandover(
  play: Play,
  setting: Setting,
  packages: readonly Packed[],
  released: ReleasedLeg,
): Promise<void> {
  play.narrator.heading({
    en: 'Third station: from headquarters to the national authority',
    fr: "Troisième étape : du quartier général à l'autorité nationale",
  });
  await play.does(
    {
      en: 'The headquarters custodian offers the arms to the national officer.',
      fr: "Le gardien du quartier général présente les armes à l'officier de police judiciaire.",
    },
    offer(play, released, packages),
  );
  await play.does(
    {
      en: 'The national officer counts, compares each seal and receives with his own key, before a witness.',
      fr: "L'officier de police judiciaire compte, compare chaque scellé et reçoit avec sa propre clé, devant témoin.",
    },
    receipt(play, released, packages, {
      countersigned: ['DEMO-HQC-1/HQC as hands-over', 'DEMO-HQC-2/HQC as witness'],
      handover: handoverRecord(setting, null),
      line: (item, packed) => ({
        ...asListed(item, packed),
        nationalReference: `DEMO-PV-1/${item.label}`,
      }),
    }),
  );
}

/**
 * A release that expires before anybody comes, and is decided anew.
 * @returns the leg under the second one
 */
export async function playReleaseAnew(
  play: Play,
  setting: Setting,
  packages: readonly Packed[],
  assessment: string | null,
): Promise<ReleasedLeg> {
  play.narrator.heading({
    en: 'A handover to a national officer who has no key',
    fr: "Remise à un officier de police judiciaire qui n'a pas de clé",
  });
  const first = { id: play.newId('DEMO-RELEASE-2'), number: 'DEMO-RELEASE-2' };
  await play.does(
    {
      en: 'The release of the casings and the mortar is requested, and granted for 5 days.',
      fr: "L'autorisation de remise des douilles et du mortier est demandée, et accordée pour 5 jours.",
    },
    ...releaseRequest(play, first, setting.nationalBrigade, packages),
    releaseDecision(play, first.id, packages, { validDays: 5, assessment }),
  );
  play.clock.pass(6 * 24 * 60);
  const leg: Leg = {
    ...handoverLeg(play, setting, 'DEMO-MANIFEST-4'),
    receiver: null,
    unit: setting.nationalBrigade,
    release: first.id,
  };
  await play.isStopped(
    {
      en: 'The national officer comes after 6 days: the decision has expired.',
      fr: "L'officier de police judiciaire vient au bout de 6 jours : l'autorisation a expiré.",
    },
    'release.not-in-force',
    offer(play, leg, packages),
  );
  const second = { id: play.newId('DEMO-RELEASE-3'), number: 'DEMO-RELEASE-3' };
  await play.does(
    {
      en: 'It is requested and decided anew.',
      fr: 'Elle est demandée et décidée à nouveau.',
    },
    ...releaseRequest(play, second, setting.nationalBrigade, packages),
    releaseDecision(play, second.id, packages, { assessment }),
  );
  return { ...leg, release: second.id };
}

/** E42 on paper: the national officer has no key; headquarters and a witness sign with the hashed scan. */
export async function playHandoverOnPaper(
  play: Play,
  setting: Setting,
  packages: readonly Packed[],
  leg: ReleasedLeg,
): Promise<void> {
  await play.does(
    {
      en: 'The items are offered to the national officer.',
      fr: "Les pièces sont présentées à l'officier de police judiciaire.",
    },
    offer(play, leg, packages),
  );
  await play.does(
    {
      en: 'He signs the record on paper. The custodian and a witness sign with the scan, his grade, capacity and unit, and the national seal numbers; his name is withheld.',
      fr: 'Il signe le procès-verbal sur papier. Le gardien et un témoin signent avec la numérisation, son grade, sa qualité, son unité et les numéros de scellés nationaux ; son nom est réservé.',
    },
    receipt(play, leg, packages, {
      by: 'DEMO-HQC-1/HQC',
      countersigned: ['DEMO-HQC-2/HQC as witness'],
      handover: handoverRecord(setting, {
        name: 'DEMO-OPJ-2',
        grade: 'DEMO-GRADE',
        scan: play.album.file(),
      }),
      line: (item, packed) => ({
        ...asListed(item, packed),
        nationalReference: `DEMO-PV-2/${item.label}`,
        nationalSeal: `DEMO-NATIONAL-SEAL-${item.label}`,
      }),
    }),
  );
}

function handoverLeg(play: Play, { headquarters }: Setting, manifest: string): Leg {
  const to = { site: null, description: headquarters.place.description };
  const route = { giver: 'DEMO-HQC-1/HQC', receiver: null, from: headquarters.place, to };
  return { ...legTo(play, manifest, route), kind: 'HANDOVER' };
}

function handoverRecord({ nationalBrigade }: Setting, onPaper: JsonObject | null): JsonObject {
  return {
    unit: nationalBrigade,
    capacity: 'OPJ',
    nationalReferences: ['DEMO-PV'],
    conditions: [condition],
    copies: 3,
    onPaper,
  };
}
