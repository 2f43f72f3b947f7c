import { Command, Option } from 'commander';
import type { Language } from '../custody/text.js';
import { addActCommands } from './commands/act.js';
import { addConnectCommand } from './commands/connect.js';
import { addKeyCommands } from './commands/key.js';
import { addOutboxCommands } from './commands/outbox.js';
import { addReceiptCommands } from './commands/receipt.js';
import { addSignCommand } from './commands/sign.js';
import { addStatusCommand } from './commands/status.js';
import { addTransferReceiptCommand } from './commands/transfer-receipt.js';
import { addVocabularyCommand } from './commands/vocabulary.js';
import { createOutput, type Output } from './output.js';
import { actGroups } from './verbs.js';

/** What every command gets from the options that all share. */
export interface Surroundings {
  readonly output: Output;
  readonly home: string;
}

/** The language of help and messages: `--lang`, else that of the terminal. */
export function languageOf(argv: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = argv.indexOf('--lang');
  const wanted = at >= 0 ? (argv[at + 1] ?? '') : (environment.LC_ALL ?? environment.LANG ?? '');
  return wanted.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** Commands of the field, in the order of a working day; an act's group is one too. */
const fieldCommands = ['connect', 'key', 'sign', 'outbox', 'receipt', 'status', 'vocabulary', ...actGroups()];

/** The command that was typed, past the options that all share. */
function typedCommand(argv: readonly string[]): string | undefined {
  const words = argv.slice(2);
  return words.find(
    (word, at) => !word.startsWith('-') && !['--lang', '--home'].includes(words[at - 1] ?? ''),
  );
}

/**
 * All commands. `scelle help COMMAND` explains each; results go to standard output, all else to standard error.
 * A field laptop does not load the service for every act: that of the office is there when it is asked for.
 */
export async function createProgram(language: Language, argv: readonly string[]): Promise<Command> {
  const french = language === 'fr';
  const program = new Command('scelle')
    .description(
      french
        ? 'Chaîne de traçabilité des éléments de preuve, du terrain au procureur'
        : 'Evidence chain of custody, from the field to the prosecutor',
    )
    .addOption(new Option('--lang <language>', french ? 'langue' : 'language').choices(['en', 'fr']))
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
    .helpCommand(true)
    .showHelpAfterError()
    .exitOverride();
  const surroundings = (): Surroundings => {
    const { json, home } = program.opts<{ json?: boolean; home: string }>();
    return { output: createOutput(language, json === true), home };
  };
  if (!fieldCommands.includes(typedCommand(argv) ?? '')) {
    const { addOfficeCommands } = await import('./commands/office.js');
    addOfficeCommands(program, language, surroundings);
  }
  addConnectCommand(program, language, surroundings);
  addKeyCommands(program, language, surroundings);
  addSignCommand(program, language, surroundings);
  addOutboxCommands(program, language, surroundings);
  addReceiptCommands(program, language, surroundings);
  addStatusCommand(program, language, surroundings);
  addVocabularyCommand(program, language, surroundings);
  addActCommands(program, language, surroundings);
  addTransferReceiptCommand(program, language, surroundings);
  return program;
}

/** Exit statuses, and how a working day goes: what a newcomer and a script both need. */
function exitStatusHelp(language: Language): string {
  const lines =
    language === 'fr'
      ? [
          'Une journée : `scelle connect URL`, `scelle outbox prepare --scene UUID --as CLÉ:RÔLE`,',
          'les actes avec --offline, puis `scelle outbox push --as CLÉ:RÔLE`. Chaque acte explique son formulaire :',
          '`scelle evidence register --help` ; les codes : `scelle vocabulary`.',
          '',
          'Code de sortie : 0 fait ; 1 défaut ; 2 commande ou phrase secrète à corriger ; 3 refus d’une règle ;',
          '4 un autre acte est intervenu ; 5 service injoignable, tout est gardé.',
        ]
      : [
          'A day: `scelle connect URL`, `scelle outbox prepare --scene UUID --as KEY:ROLE`,',
          'acts with --offline, then `scelle outbox push --as KEY:ROLE`. Each act explains its form:',
          '`scelle evidence register --help`; codes: `scelle vocabulary`.',
          '',
          'Exit status: 0 done; 1 failed; 2 the command or a passphrase is to be corrected; 3 a rule said no;',
          '4 somebody else acted first; 5 service out of reach, everything is kept.',
        ];
  return `\n${lines.join('\n')}`;
}

export type AddCommand = (program: Command, language: Language, surroundings: () => Surroundings) => void;
