import type { JsonObject } from '../../../log/index.js';
import type { Play } from '../play.js';
import type { Setting } from '../setting.js';

const unclassified: JsonObject = {
  level: 'UNCLASSIFIED',
  originator: 'DEMO-MISSION',
  caveats: [],
  reason: 'DEMO',
  review: null,
};
const french: JsonObject = { code: 'FR', text: null };

/**
 * What stands around a release: a report, a statement, a source by code name, a hold that is placed and lifted.
 * @returns subjects of the report and of the statement
 */
export async function playPieces(
  play: Play,
  { nationalBrigade }: Setting,
  incident: string,
): Promise<readonly string[]> {
  play.narrator.heading({
    en: 'Information beside the evidence, and what holds a release back',
    fr: 'Les informations à côté des pièces, et ce qui retient une remise',
  });
  const report = `information/${play.newId('DEMO-REPORT-1')}`;
  await registerReport(play, report, incident);
  const statement = `information/${play.newId('DEMO-STATEMENT-1')}`;
  await giveStatement(play, statement, incident);
  await keepSource(play, report, nationalBrigade);
  await holdAndLift(play, report);
  return [report, statement];
}

async function registerReport(play: Play, report: string, incident: string): Promise<void> {
  await play.does(
    {
      en: 'The analyst registers his report, by its hash: information, never in custody.',
      fr: "L'analyste enregistre son rapport, par son empreinte : une information, jamais sous garde.",
    },
    {
      subject: report,
      type: 'information.registered',
      by: 'DEMO-JMAC-1/JMAC',
      body: play.form('information.registered', 'DEMO-HQ', {
        number: 'DEMO-JMAC-2021-1',
        title: { en: 'DEMO report on the attack', fr: "DEMO rapport sur l'attaque" },
        incident,
        kind: { code: 'REPORT', text: null },
        document: {
          file: play.album.file(),
          language: french,
          pages: 4,
          authorOfficer: play.officer('DEMO-JMAC-1'),
          authorPerson: null,
          sources: null,
        },
        personalData: false,
        classification: unclassified,
      }),
    },
  );
}

/** E58, RQ-07. */
async function giveStatement(play: Play, subject: string, incident: string): Promise<void> {
  await play.does(
    {
      en: 'The leader of the team states in his own words what he saw himself at the scene.',
      fr: "Le chef de l'équipe déclare, dans ses propres termes, ce qu'il a lui-même vu sur les lieux.",
    },
    {
      subject,
      type: 'information.statement-given',
      by: 'DEMO-WIT-1/WIT',
      body: play.form('information.statement-given', 'DEMO-HQ', {
        number: 'DEMO-STATEMENT-2021-1',
        title: { en: 'DEMO statement of the leader', fr: "DEMO déclaration du chef d'équipe" },
        incident,
        personalData: false,
        classification: unclassified,
        observed: ['SAW', 'FOUND'],
        language: french,
        capacity: "DEMO chef de l'équipe",
        words: "DEMO : j'ai vu les pièces à leur place et je les ai numérotées.",
      }),
    },
  );
}

/** GATE-8, RQ-64: nobody but who keeps him learns who he is, nor in what he could be recognised. */
async function keepSource(play: Play, report: string, court: string): Promise<void> {
  const subject = `source/${play.newId('DEMO-SOURCE-1')}`;
  const by = 'DEMO-LEG-1/LEG';
  await play.does(
    {
      en: 'A source stands under a code name, and consents to one authority alone; the rest is withheld.',
      fr: 'Une source figure sous un nom de code et consent à une seule autorité ; le reste est réservé.',
    },
    {
      subject,
      type: 'source.registered',
      by,
      body: {
        code: 'DEMO-SOURCE-1',
        identity: { name: 'DEMO', contact: null, situation: null },
        protectionPlan: null,
      },
    },
    { subject, type: 'source.linked', by, body: { links: [{ piece: report, by: ['CONTENT'] }] } },
    {
      subject,
      type: 'source.consent-recorded',
      by,
      body: {
        use: 'THIS_COURT',
        unit: court,
        scope: 'DEMO',
        takenBy: play.officer('DEMO-LEG-1'),
        takenOn: play.inDays(0).slice(0, 10),
        validUntil: null,
        consentForm: null,
      },
    },
  );
}

/** E57. */
async function holdAndLift(play: Play, report: string): Promise<void> {
  const subject = `hold/${play.newId('DEMO-HOLD-1')}`;
  for (const [word, en, fr] of [
    [
      'placed',
      'The legal officer holds the report back.',
      'Le juriste prend une mesure de conservation du rapport.',
    ],
    ['lifted', 'The same function lifts the hold.', 'La même fonction lève la mesure.'],
  ] as const) {
    const first = {
      number: 'DEMO-HOLD-1',
      ground: { code: 'LEGAL_REVIEW', text: null },
      scope: 'RELEASE_AND_DISPOSAL',
      reviewOn: null,
    };
    const body = play.form(`hold.${word}`, 'DEMO-HQ', {
      ...(word === 'placed' ? first : {}),
      reason: 'DEMO',
      authority: 'DEMO',
    });
    const { occurred = null, place = null } = body;
    const item = { subject: report, type: `information.hold-${word}`, body: { occurred, place } };
    await play.does({ en, fr }, { subject, type: `hold.${word}`, by: 'DEMO-LEG-1/LEG', body, items: [item] });
  }
}
