import type { Play } from '../play.js';
import type { Setting } from '../setting.js';

/**
 * RQ-63: before anything is granted to the brigade, human rights due diligence on it is in the register.
 * @returns `event_id` of the assessment, which each grant to that unit names
 */
export async function assessRecipient(play: Play, { nationalBrigade }: Setting): Promise<string> {
  play.narrator.heading({
    en: 'The unit that is to receive is assessed',
    fr: "L'évaluation de l'unité destinataire",
  });
  const [assessment = ''] = await play.does(
    {
      en: 'A human rights officer registers the risk of grave violations by DEMO-NATIONAL-BRIGADE, and when it is looked at again. Every grant to it names that assessment.',
      fr: "Une spécialiste des droits de l'homme consigne le risque de violations graves par DEMO-NATIONAL-BRIGADE, et la date du réexamen. Toute autorisation en sa faveur désigne cette évaluation.",
    },
    {
      subject: `unit/${nationalBrigade}`,
      type: 'unit.assessed',
      by: 'DEMO-HR-1/HR',
      body: {
        reference: 'DEMO-HRDDP-1',
        risk: 'LOW',
        mitigation: 'DEMO',
        assessedOn: play.inDays(0).slice(0, 10),
        reviewOn: '2021-12-31',
        document: null,
      },
    },
  );
  return assessment;
}
