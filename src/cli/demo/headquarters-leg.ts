import { formatTime, type JsonObject } from '../../log/index.js';
import type { StagedAct } from '../cast/stage.js';
import type { Play } from './play.js';
import { type SealedPackage, sameCircumstances } from './sealing.js';
import type { Setting } from './setting.js';
import { asListed, type Leg, offer, receipt } from './transfers.js';

/** Second station: by courier from the sector store to headquarters. The courier answers for the sealed package. */
export async function playHeadquartersLeg(
  play: Play,
  setting: Setting,
  packages: readonly SealedPackage[],
): Promise<void> {
  play.narrator.heading({
    en: 'From the sector store to headquarters',
    fr: 'Du dépôt du secteur au quartier général',
  });
  const leg: Leg = {
    transfer: play.stage.newId(),
    manifest: 'DEMO-MANIFEST-HQ',
    giver: 'DEMO-SEC-1/SEC',
    receiver: 'DEMO-HQC-1/HQC',
    site: setting.headquartersSite,
    place: 'DEMO-HQ-STORE',
    kind: 'STORAGE',
    unit: null,
    release: null,
  };
  await play.does(
    {
      en: 'The sector custodian offers the arms to headquarters',
      fr: 'Le gardien du secteur présente les armes au quartier général',
    },
    offer(play, leg, packages),
  );
  play.clock.pass(60);
  await play.does(
    { en: 'The courier takes the sealed package', fr: 'Le convoyeur prend en charge le colis scellé' },
    departure(play, leg, packages),
  );
  play.clock.pass(24 * 60);
  await play.does(
    {
      en: 'The headquarters custodian counts and compares each seal',
      fr: 'Le gardien du quartier général compte et compare chaque scellé',
    },
    receipt(play, leg, packages, asListed, null, ['DEMO-COU-1/COU as hands-over']),
  );
}

function departure(play: Play, leg: Leg, packages: readonly SealedPackage[]): StagedAct {
  const body = play.form('transfer.departed', leg.place, { movementReference: 'DEMO-CONVOY-1' });
  return {
    subject: `transfer/${leg.transfer}`,
    type: 'transfer.departed',
    by: 'DEMO-COU-1/COU',
    countersigned: [`${leg.giver} as giver`],
    body,
    items: packages.flatMap(({ sealNumber, items }) =>
      items.map(({ subject }) => ({
        subject,
        type: 'evidence.departed',
        body: { ...sameCircumstances(body), sealNumber, sealException: null },
      })),
    ),
  };
}

/** Third station: to the national authority, under a decision that covers every item (GATE-6, GATE-10). */
export async function playHandover(
  play: Play,
  setting: Setting,
  packages: readonly SealedPackage[],
): Promise<void> {
  const { narrator, stage, clock } = play;
  narrator.heading({
    en: 'From headquarters to the national authority',
    fr: "Du quartier général à l'autorité nationale",
  });
  const release = stage.newId();
  await play.does(
    { en: 'The case officer requests a release', fr: "L'officier chargé de l'affaire demande la remise" },
    releaseRequest(play, release, setting, packages),
  );
  const leg: Leg = {
    transfer: stage.newId(),
    manifest: 'DEMO-MANIFEST-HANDOVER',
    giver: 'DEMO-HQC-1/HQC',
    receiver: 'DEMO-OPJ-1/NAT-OPJ',
    site: null,
    place: 'DEMO-HQ-STORE',
    kind: 'HANDOVER',
    unit: setting.nationalBrigade,
    release,
  };
  await play.isStopped(
    {
      en: 'The items are to be handed over before a decision',
      fr: 'Les pièces seraient remises avant toute décision',
    },
    'release.not-granted',
    offer(play, leg, packages),
  );
  clock.pass(60);
  await play.does(
    {
      en: 'The legal officer decides: granted with conditions',
      fr: 'La juriste décide : accordé sous conditions',
    },
    releaseDecision(play, release, packages),
  );
  await play.does(
    {
      en: 'The headquarters custodian offers the items',
      fr: 'Le gardien du quartier général présente les pièces',
    },
    offer(play, leg, packages),
  );
  const handover: JsonObject = {
    unit: setting.nationalBrigade,
    capacity: 'OPJ',
    nationalReferences: ['DEMO-PV-1'],
    conditions: [condition],
    copies: 3,
    onPaper: null,
  };
  await play.does(
    {
      en: 'The national officer receives them with his own key',
      fr: "L'officier de police judiciaire les reçoit avec sa propre clé",
    },
    receipt(
      play,
      leg,
      packages,
      (item, seal) => ({
        ...asListed(item, seal),
        nationalReference: `DEMO-${item.label}`,
        nationalSeal: null,
      }),
      handover,
      ['DEMO-HQC-1/HQC as hands-over', 'DEMO-HQC-2/HQC as witness'],
    ),
  );
}

const condition = 'DEMO: no onward sharing without consent';

function releaseRequest(
  play: Play,
  release: string,
  setting: Setting,
  packages: readonly SealedPackage[],
): StagedAct {
  const body = play.form('release.requested', 'DEMO-HQ', {
    number: 'DEMO-RELEASE-1',
    recipient: { unit: setting.nationalBrigade, capacity: 'OPJ', person: null },
    request: {
      kind: { code: 'REQUISITION', text: null },
      reference: 'DEMO-REQUISITION-1',
      date: formatTime(play.clock.now).slice(0, 10),
    },
    purpose: 'DEMO',
    proceedings: 'DEMO',
    offence: 'DEMO',
  });
  return {
    subject: `release/${release}`,
    type: 'release.requested',
    by: 'DEMO-CASE-1/CASE',
    body,
    items: each(packages, 'evidence.release-requested', body),
  };
}

function releaseDecision(play: Play, release: string, packages: readonly SealedPackage[]): StagedAct {
  const yes = { answer: 'YES', basis: 'DEMO' };
  const body = play.form('release.decided', 'DEMO-HQ', {
    outcome: 'GRANTED_WITH_CONDITIONS',
    questions: { fairTrial: yes, protection: yes, consent: yes, noDeathPenalty: yes },
    assurance: { reference: 'DEMO-ASSURANCE-1', date: '2021-04-01', givenBy: 'DEMO' },
    riskAssessment: { reference: 'DEMO-HRDDP-1', mitigation: 'DEMO', reviewOn: '2021-12-31' },
    reasons: 'DEMO',
    conditions: [condition],
    validFrom: formatTime(play.clock.now),
    validUntil: formatTime(play.clock.now + 30 * 86_400_000),
    capacity: 'DEMO legal officer',
  });
  return {
    subject: `release/${release}`,
    type: 'release.decided',
    by: 'DEMO-LEG-1/LEG',
    body,
    items: each(packages, 'evidence.release-decided', body),
  };
}

function each(
  packages: readonly SealedPackage[],
  type: string,
  body: JsonObject,
): NonNullable<StagedAct['items']> {
  return packages.flatMap(({ items }) =>
    items.map(({ subject }) => ({ subject, type, body: sameCircumstances(body) })),
  );
}
