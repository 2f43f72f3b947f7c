import type { Command } from 'commander';
import type { Language } from '../../custody/text.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { isJsonObject } from '../../log/index.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { registerLines } from '../release/register-lines.js';
import type { AddCommand, Surroundings } from '../surroundings.js';
import { addReleasePreview } from './release-preview.js';
import { addReleaseQueue } from './release-queue.js';

/** What is read of releases beside the acts on them. */
export const addReleaseCommands: AddCommand = (program, language, surroundings) => {
  const group = program.commands.find(command => command.name() === 'release');
  if (group === undefined) return;
  addReleaseQueue(group, language, surroundings);
  addReleasePreview(group, language, surroundings);
  addRegister(group, language, surroundings);
};

interface RegisterOptions {
  readonly as: string;
  readonly csv?: string;
  readonly html?: string;
}

/** `scelle release register` (RQ-65): what was given to whom, under which decision, and what came of it. */
function addRegister(group: Command, language: Language, surroundings: () => Surroundings): void {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  group
    .command('register')
    .description(
      say(
        'What was given to whom, under which decision, and what came of it',
        'Ce qui fut remis à qui, au titre de quelle décision, et les suites données',
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option('--csv <file>', say('write it as a table to this file', "l'écrire en tableau dans ce fichier"))
    .option('--html <file>', say('write it as a page to print', "l'écrire en page à imprimer"))
    .addHelpText('after', exampleHelp(language, 'scelle release register --as my.key.json:FOC'))
    .action(async (options: RegisterOptions) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      await signIn(session, await readNamedOfficer(options.as, language));
      const path = '/v1/release-register';
      const files: string[] = [];
      for (const format of ['csv', 'html'] as const) {
        const file = options[format];
        if (file === undefined) continue;
        await writeFileDurably(file, await session.service.text(`${path}?format=${format}`));
        files.push(file);
      }
      if (files.length > 0) {
        output.result({ files }, files);
        return;
      }
      const answer = await session.service.get(path);
      const rows = Array.isArray(answer.rows) ? answer.rows.filter(isJsonObject) : [];
      const none = say('Nothing was given.', "Rien n'a été remis.");
      output.result(answer, rows.length === 0 ? [none] : rows.flatMap(row => registerLines(row, language)));
    });
}
