import type { Packed } from '../consignment.js';
import type { Play } from '../play.js';
import type { Setting } from '../setting.js';
import { departure, type Leg, legTo, offer, passedOn, receipt } from '../transfers.js';

/**
 * Second station: by two couriers to headquarters, in a sealed container. Each courier answers for the sealed
 * packages, not for what is in them (RQ-24).
 */
export async function playHeadquartersLeg(
  play: Play,
  { sector, headquarters }: Setting,
  packages: readonly Packed[],
): Promise<void> {
  play.narrator.heading({
    en: 'Second station: from the sector store to headquarters',
    fr: 'Deuxième étape : du dépôt du secteur au quartier général',
  });
  const leg: Leg = {
    ...legTo(play, 'DEMO-MANIFEST-2', {
      giver: 'DEMO-SEC-1/SEC',
      receiver: 'DEMO-HQC-1/HQC',
      from: sector.place,
      to: headquarters.place,
    }),
    container: { number: 'DEMO-CONTAINER-1', seal: 'DEMO-C-0001' },
  };
  await play.does(
    {
      en: 'The sector custodian offers everything to headquarters, in container DEMO-CONTAINER-1 under seal DEMO-C-0001.',
      fr: 'Le gardien du secteur présente le tout au quartier général, dans le conteneur DEMO-CONTAINER-1 sous scellé DEMO-C-0001.',
    },
    offer(play, leg, packages),
  );
  play.clock.pass(60);
  await play.does(
    {
      en: 'The courier takes the sealed container; the giver lets it go.',
      fr: 'Le convoyeur prend le conteneur scellé ; le remettant le laisse partir.',
    },
    departure(play, leg, packages, 'DEMO-COU-1/COU'),
  );
  await play.sendsAgain({
    en: 'The answer was lost on a bad link: the same batch is sent again. It is in the log once.',
    fr: 'La réponse s’est perdue sur une mauvaise liaison : le même lot est renvoyé. Il figure une seule fois au journal.',
  });
  play.clock.pass(8 * 60);
  await play.does(
    {
      en: 'At a transit point he passes it on to another courier; the seal of the container is intact.',
      fr: 'À un point de transit, il le remet à un autre convoyeur ; le scellé du conteneur est intact.',
    },
    passedOn(play, leg, packages, 'DEMO-COU-2/COU', 'DEMO-COU-1/COU'),
  );
  play.clock.pass(24 * 60);
  await play.does(
    {
      en: 'The headquarters custodian counts and compares each seal, and receives.',
      fr: 'Le gardien du quartier général compte, compare chaque scellé et reçoit.',
    },
    receipt(play, leg, packages, { countersigned: ['DEMO-COU-2/COU as hands-over'] }),
  );
}

/** A device is lost: its key is revoked, and what it signs from then on counts for nothing. */
export async function loseDevice(play: Play): Promise<void> {
  const { stage, narrator } = play;
  narrator.heading({ en: 'A device is lost', fr: 'Un appareil est perdu' });
  const { officer, key } = stage.officer('DEMO-COU-2');
  await play.does(
    {
      en: 'The second courier has lost his device. A registrar revokes its key.',
      fr: 'Le second convoyeur a perdu son appareil. Un officier enregistreur en révoque la clé.',
    },
    {
      subject: `officer/${officer}`,
      type: 'officer.key-revoked',
      by: 'DEMO-REG-1/REG',
      body: { kid: key.kid, reason: 'lost' },
    },
  );
  await play.isStoppedFor(
    'DEMO-CASE-1',
    narrator.language,
    {
      en: 'Whoever found it signs with that key; somebody else delivers the batch.',
      fr: "Celui qui l'a trouvé signe avec cette clé ; un autre transmet le lot.",
    },
    'signer.key-not-good',
    {
      subject: `discrepancy/${play.newId('DEMO-DISCREPANCY-3')}`,
      type: 'discrepancy.opened',
      by: 'DEMO-COU-2/COU',
      body: play.form('discrepancy.opened', 'DEMO', {
        kind: 'OTHER',
        what: 'DEMO',
        source: { kind: 'OFFICER', event: null },
        concerns: { package: null, sealNumber: 'DEMO-0001', transfer: null },
        custodians: [officer],
        owner: play.officer('DEMO-CASE-1'),
        deadline: play.inDays(14),
      }),
    },
  );
}
