import type { Command } from 'commander';
import type { Language } from '../../custody/text.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { incidentStatisticsLines } from '../analysis/incident-lines.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import type { Surroundings } from '../surroundings.js';

const asked = ['from', 'until', 'region', 'type', 'target', 'by', 'knownAt'] as const;

type Options = { readonly as: string; readonly csv?: string } & Partial<
  Record<(typeof asked)[number], string>
>;

/** `scelle analysis incidents`: attacks, finds, casualties, exploitation and devices, as known at any instant. */
export function addIncidentStatistics(
  group: Command,
  language: Language,
  surroundings: () => Surroundings,
): void {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  group
    .command('incidents')
    .description(
      say(
        'Attacks, finds, casualties, exploitation, devices and pace, as known at any instant',
        'Attaques, découvertes, victimes, exploitation, engins et rythme, tels que connus à tout instant',
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option('--from <day>', say('happened on or after this day', 'survenus à partir de ce jour'))
    .option('--until <day>', say('happened before this day', 'survenus avant ce jour'))
    .option(
      '--region <name>',
      say(
        'in this administrative unit, then or today',
        "dans cette circonscription, d'alors ou d'aujourd'hui",
      ),
    )
    .option(
      '--type <code>',
      say('of this type → scelle vocabulary incident-types', 'de ce type → scelle vocabulary incident-types'),
    )
    .option(
      '--target <code>',
      say(
        'with this class of target → scelle vocabulary target-classes',
        'ayant visé cette nature de cible → scelle vocabulary target-classes',
      ),
    )
    .option(
      '--by <grouping>',
      say('in groups: YEAR, MONTH, REGION, TYPE, TARGET', 'en groupes : YEAR, MONTH, REGION, TYPE, TARGET'),
    )
    .option('--known-at <instant>', say('as the log knew it then', 'tel que le journal le savait alors'))
    .option('--csv <file>', say('write it as a table to this file', "l'écrire en tableau dans ce fichier"))
    .addHelpText(
      'after',
      exampleHelp(language, 'scelle analysis incidents --as my.key.json:JMAC --by YEAR --from 2021-01-01'),
    )
    .action(async (options: Options) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      await signIn(session, await readNamedOfficer(options.as, language));
      const wanted = new URLSearchParams();
      for (const name of asked) {
        const value = options[name];
        if (value !== undefined) wanted.set(name, value);
      }
      if (options.csv !== undefined) {
        wanted.set('format', 'csv');
        await writeFileDurably(options.csv, await session.service.text(`/v1/analysis/incidents?${wanted}`));
        output.result({ file: options.csv }, [options.csv]);
        return;
      }
      const answer = await session.service.get(`/v1/analysis/incidents?${wanted}`);
      output.result(answer, incidentStatisticsLines(answer, language));
    });
}
