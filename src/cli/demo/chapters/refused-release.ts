import type { JsonObject } from '../../../log/index.js';
import type { StagedAct } from '../../cast/stage.js';
import type { Packed } from '../consignment.js';
import type { Play } from '../play.js';
import type { Setting } from '../setting.js';
import { releaseDecision, releaseInput, releaseRequest } from './release.js';

/**
 * A release that is not granted: the rules stop a grant while a consent (GATE-8) and the assurance about the death
 * penalty (GATE-7) are missing; that it is refused, with its grounds, a person decides (RQ-61), and the authority is
 * told (F-01).
 */
export async function playRefusedRelease(
  play: Play,
  setting: Setting,
  packages: readonly Packed[],
): Promise<void> {
  play.narrator.heading({
    en: 'A release that is refused',
    fr: 'Une autorisation de remise refusée',
  });
  const release = { id: play.newId('DEMO-RELEASE-4'), number: 'DEMO-RELEASE-4' };
  const asked = releaseRequest(play, release, setting.otherBrigade, packages);
  await play.does(
    {
      en: 'DEMO-OTHER-BRIGADE asks for the remains of the attack; its request is registered, and the release requested.',
      fr: "DEMO-OTHER-BRIGADE demande les restes de l'attaque ; sa demande est enregistrée et l'autorisation de remise, demandée.",
    },
    ...asked,
  );
  const [view = ''] = await play.does(
    {
      en: 'A human rights officer objects: whoever led the patrol to the place has not agreed to that.',
      fr: "La spécialiste des droits de l'homme fait objection : la personne qui a conduit la patrouille sur les lieux n'y a pas consenti.",
    },
    objection(play, release.id),
  );
  play.clock.pass(60);
  const missing = answersWithout(view);
  await play.isStopped(
    {
      en: 'It would be granted although a consent is missing, and no assurance says that the death penalty will not be sought.',
      fr: "Elle serait accordée bien qu'un consentement manque et qu'aucune assurance n'écarte la peine de mort.",
    },
    'release.without-consent',
    releaseDecision(play, release.id, packages, { changes: missing }),
  );
  await play.does(
    {
      en: 'The legal officer herself refuses the release and signs the grounds: no consent covers this recipient, and nothing excludes the death penalty.',
      fr: "La juriste elle-même refuse l'autorisation et en signe les motifs : aucun consentement ne couvre ce destinataire et rien n'exclut la peine de mort.",
    },
    releaseDecision(play, release.id, packages, {
      changes: {
        ...missing,
        outcome: 'REFUSED',
        conditions: [],
        validFrom: null,
        validUntil: null,
        reasons:
          'DEMO: no consent covers this recipient; the death penalty is possible and nothing excludes it.',
      },
    }),
  );
  await play.does(
    {
      en: 'The authority is told so.',
      fr: "L'autorité en est informée.",
    },
    answer(play, asked[0].subject, release.id),
  );
}

/** E38: an objection has its words, which are withheld: they may speak of a source. */
function objection(play: Play, release: string): StagedAct {
  const given = releaseInput(play, release, 'SOURCE_PROTECTION', 'DEMO-HR-1/HR');
  return { ...given, body: { ...given.body, view: 'OBJECTION', text: 'DEMO: no consent for this use.' } };
}

/** Form D6 as the facts are: without consent, without assurance, and the objection answered. */
function answersWithout(view: string): JsonObject {
  const yes: JsonObject = { answer: 'YES', basis: 'DEMO' };
  return {
    questions: {
      fairTrial: yes,
      protection: yes,
      consent: { answer: 'NO', basis: 'DEMO' },
      noDeathPenalty: { answer: 'NO', basis: 'DEMO' },
    },
    deathPenalty: {
      possible: true,
      state: 'MORATORIUM',
      basis: 'DEMO',
      assurance: null,
      level: 'LEGAL_OFFICER',
    },
    sources: { identifiable: true, protectionPlan: 'DEMO' },
    inputs: ['HRDDP', 'ORIGINATOR', 'SOURCE_PROTECTION', 'SECURITY'].map(kind => ({
      kind,
      given: kind === 'SOURCE_PROTECTION' ? view : null,
      reason: 'DEMO',
    })),
  };
}

function answer(play: Play, request: string, release: string): StagedAct {
  return {
    subject: request,
    type: 'request.answered',
    by: 'DEMO-LEG-1/LEG',
    body: play.form('request.answered', 'DEMO-HQ', {
      answer: 'REFUSED',
      releases: [release],
      reason: 'DEMO',
      sentOn: play.inDays(0).slice(0, 10),
    }),
  };
}
