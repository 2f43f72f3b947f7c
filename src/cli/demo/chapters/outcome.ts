import { isJsonObject } from '../../../log/index.js';
import { DemoError } from '../narrator.js';
import type { Play } from '../play.js';

/** E44, RQ-65: weeks later the focal point asks what came of the handover, reports it, and reads the register. */
export async function playOutcome(play: Play, release: string): Promise<void> {
  const { narrator } = play;
  narrator.heading({ en: 'What came of it', fr: 'Les suites données' });
  const given = [...new Set((await linesOf(play, release)).map(({ given }) => String(given)))];
  await play.does(
    {
      en: 'The focal point for crimes against peacekeepers reports what the prosecutor told: the pieces were joined to the file of the inquiry.',
      fr: "Le point focal pour les crimes commis contre les soldats de la paix rapporte ce que le parquet a fait savoir : les pièces sont versées au dossier de l'enquête.",
    },
    {
      subject: `release/${release}`,
      type: 'release.outcome-reported',
      by: 'DEMO-FOC-1/FOC',
      body: play.form('release.outcome-reported', 'DEMO-HQ', {
        given,
        stage: 'JOINED_TO_FILE',
        on: play.inDays(0).slice(0, 10),
        knownFrom: 'DEMO',
        nationalReference: 'DEMO-RP-1',
      }),
    },
  );
  const rows = await linesOf(play, release);
  const told = rows.filter(({ outcome }) => isJsonObject(outcome ?? null));
  if (rows.length === 0 || told.length < rows.length) throw new DemoError('the register tells otherwise');
  narrator.say({
    en: `Of ${rows.length} pieces the register tells to whom they were handed over, when, under which decision, and what came of it. Without news it reminds after 90 days.`,
    fr: `De ${rows.length} pièces le registre dit à qui elles furent remises, quand, au titre de quelle décision, et les suites données. Sans nouvelles, un rappel paraît au bout de 90 jours.`,
  });
}

async function linesOf(play: Play, release: string) {
  const service = await play.stage.readingAs('DEMO-FOC-1');
  const { rows } = await service.get('/v1/release-register');
  return (Array.isArray(rows) ? rows.filter(isJsonObject) : []).filter(row => row.release === release);
}
