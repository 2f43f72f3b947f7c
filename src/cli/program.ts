import { type Command, Option } from 'commander';
import type { Language } from '../custody/text.js';
import { createOutput } from './output.js';
import { registerCommands } from './register-commands.js';
import { SpokenCommand } from './spoken-command.js';
import type { Surroundings } from './surroundings.js';

/** The command that was typed, past the options that all share. */
function typedCommand(argv: readonly string[]): string | undefined {
  const words = argv.slice(2);
  return words.find(
    (word, at) => !word.startsWith('-') && !['--lang', '--home'].includes(words[at - 1] ?? ''),
  );
}

/**
 * All commands. `scelle help COMMAND` explains each; results go to standard output, all else to standard error.
 * @param writeHelp where help goes that was asked for, in several parts
 */
export async function createProgram(
  language: Language,
  argv: readonly string[],
  writeHelp: (text: string) => void,
): Promise<Command> {
  const french = language === 'fr';
  const program = new SpokenCommand('scelle', language)
    .description(
      french
        ? 'Chaîne de traçabilité des éléments de preuve, du terrain au procureur'
        : 'Evidence chain of custody, from the field to the prosecutor',
    )
    .addOption(
      new Option(
        '--lang <language>',
        french ? 'langue (sinon celle du terminal)' : 'language (else that of the terminal)',
      ).choices(['en', 'fr']),
    )
    .option('--json', french ? 'résultat sur une seule ligne JSON' : 'result as exactly one line of JSON')
    .option(
      '--home <folder>',
      french ? "dossier de l'appareil" : "the device's folder",
      process.env.SCELLE_HOME ?? '.scelle',
    )
    .option(
      '--passphrase-stdin',
      french
        ? 'phrases secrètes sur l’entrée standard, une par ligne, dans l’ordre des clés'
        : 'passphrases from standard input, one a line, in the order the keys are named',
    )
    .addHelpText('after', exitStatusHelp(language))
    .configureOutput({ writeOut: writeHelp })
    .exitOverride();
  const surroundings = (): Surroundings => {
    const { json, home } = program.opts<{ json?: boolean; home: string }>();
    return { output: createOutput(language, json === true), home };
  };
  await registerCommands(program, typedCommand(argv), language, surroundings);
  return program;
}

/** Exit statuses, and how a working day goes: what a newcomer and a script both need. */
function exitStatusHelp(language: Language): string {
  const lines =
    language === 'fr'
      ? [
          'Une journée : `scelle connect URL`, `scelle outbox prepare --scene UUID --as CLÉ:RÔLE`, les actes avec --offline, puis `scelle outbox push --as CLÉ:RÔLE`. Chaque acte explique son formulaire : `scelle evidence register --help` ; les codes : `scelle vocabulary`.',
          '',
          'Code de sortie : 0 fait ; 1 défaut ; 2 commande ou phrase secrète à corriger ; 3 refus d’une règle ; 4 un autre acte est intervenu ; 5 service injoignable, tout est gardé ; 6 ce qui fut comparé diffère (verify, fsck, rebuild, backup) ; 7 un journal s’est contredit, les deux notes sont conservées (log watch).',
          '',
          'Environnement : SCELLE_HOME le dossier de l’appareil ; SCELLE_PASSPHRASE la phrase secrète de la clé ; SCELLE_OUTBOX_PASSPHRASE celle de ce que garde l’appareil (choisie à la première utilisation) ; SCELLE_READ_PURPOSE pourquoi vous lisez, si la procédure le demande : conservé avec chaque lecture.',
        ]
      : [
          'A day: `scelle connect URL`, `scelle outbox prepare --scene UUID --as KEY:ROLE`, acts with --offline, then `scelle outbox push --as KEY:ROLE`. Each act explains its form: `scelle evidence register --help`; codes: `scelle vocabulary`.',
          '',
          'Exit status: 0 done; 1 failed; 2 the command or a passphrase is to be corrected; 3 a rule said no; 4 somebody else acted first; 5 service out of reach, everything is kept; 6 what was compared differs (verify, fsck, rebuild, backup); 7 a log has contradicted itself, both notes were kept (log watch).',
          '',
          "Environment: SCELLE_HOME the device's folder; SCELLE_PASSPHRASE the passphrase of the key; SCELLE_OUTBOX_PASSPHRASE that of what the device keeps (chosen at the first use); SCELLE_READ_PURPOSE why you read, where the procedure asks: it is kept with each reading.",
        ];
  return `\n${lines.join('\n')}`;
}
