import type { Command } from 'commander';
import type { Language } from '../../custody/text.js';
import { inWords } from '../../custody/vocabulary/told.js';
import { traceAnswers, traceStops } from '../../custody/vocabulary/tracing.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { isJsonObject, type JsonObject } from '../../log/index.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { printableLine } from '../printable.js';
import type { Surroundings } from '../surroundings.js';

const path = '/v1/analysis/untraced';

/** `scelle analysis untraced`: what could not be traced, and why (F-07). */
export function addUntraced(group: Command, language: Language, surroundings: () => Surroundings): void {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  group
    .command('untraced')
    .description(
      say(
        'What could not be traced, object by object, and why',
        "Ce qui n'a pu être tracé, objet par objet, et pourquoi",
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option('--csv <file>', say('write it as a table to this file', "l'écrire en tableau dans ce fichier"))
    .addHelpText('after', exampleHelp(language, 'scelle analysis untraced --as my.key.json:JMAC'))
    .action(async (options: { readonly as: string; readonly csv?: string }) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      await signIn(session, await readNamedOfficer(options.as, language));
      if (options.csv !== undefined) {
        await writeFileDurably(options.csv, await session.service.text(`${path}?format=csv`));
        output.result({ file: options.csv }, [options.csv]);
        return;
      }
      const answer = await session.service.get(path);
      const rows = Array.isArray(answer.rows) ? answer.rows.filter(isJsonObject) : [];
      const none = say('Nothing is known to be untraceable.', "Rien n'est réputé impossible à tracer.");
      output.result(answer, rows.length === 0 ? [none] : rows.map(row => lineOf(row, language)));
    });
}

function lineOf({ number, object, strand, why, text }: JsonObject, language: Language): string {
  const told = inWords({ ...traceAnswers, ...traceStops })(String(why))[language];
  const cells = [number, object, strand ?? '–', told, text ?? ''];
  return printableLine(cells.map(String).join('  ').trimEnd());
}
