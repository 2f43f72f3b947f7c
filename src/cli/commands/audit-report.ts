import { Argument, type Command } from 'commander';
import type { Language } from '../../custody/text.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { isJsonObject, type JsonObject } from '../../log/index.js';
import { standingReports } from '../../store/readers/standing/standing-report.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import type { Surroundings } from '../surroundings.js';

/** `scelle audit report`: what an auditor looks at first, as the register stands now. */
export function addAuditReportCommand(
  group: Command,
  language: Language,
  surroundings: () => Surroundings,
): void {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const listed = Object.entries(standingReports).map(([name, title]) => `  ${name}: ${title[language]}`);
  group
    .command('report')
    .description(say('A standing report on the register', 'Un état du registre'))
    .addArgument(
      new Argument('<report>', say('which report', 'quel état')).choices(Object.keys(standingReports)),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option('--csv <file>', say('write it as a table to this file', "l'écrire en tableau dans ce fichier"))
    .addHelpText('after', `\n${listed.join('\n')}`)
    .addHelpText('after', exampleHelp(language, 'scelle audit report overrides --as my.key.json:AUD'))
    .action(async (report: string, options: { as: string; csv?: string }) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      await signIn(session, await readNamedOfficer(options.as, language));
      const path = `/v1/audit/reports/${report}`;
      if (options.csv !== undefined) {
        await writeFileDurably(options.csv, await session.service.text(`${path}?format=csv`));
        output.result({ report, file: options.csv }, [options.csv]);
        return;
      }
      const answer = await session.service.get(path);
      const rows = Array.isArray(answer.rows) ? answer.rows.filter(isJsonObject) : [];
      const none = say('Nothing to report.', 'Rien à signaler.');
      output.result(answer, [
        String(answer.title),
        ...(rows.length === 0 ? [none] : rows.map(row => lineOf(row, language))),
      ]);
    });
}

function lineOf(
  { what, subject, label, officer, detail, since, late, leaf }: JsonObject,
  language: Language,
): string {
  const alone = language === 'fr' ? '(inscription tardive)' : '(late entry)';
  const cells = [
    ...[since, what, label, subject, officer ?? '', detail],
    ...[late === true ? alone : '', leaf === null ? '' : `#${leaf}`],
  ];
  return cells
    .map(String)
    .filter(cell => cell !== '')
    .join('  ');
}
