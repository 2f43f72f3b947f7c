import {
  type AddHelpTextContext,
  type AddHelpTextPosition,
  Command,
  type ErrorOptions,
  type HelpContext,
} from 'commander';
import type { Language } from '../custody/text.js';
import { exampleHeading } from './example-help.js';
import { layOutLine } from './lay-out.js';
import { SpokenHelp } from './spoken-help.js';
import { wrongUsage } from './wrong-usage.js';

/** A command whose help and errors are in the language asked for, also what commander itself says in English. */
export class SpokenCommand extends Command {
  readonly #language: Language;

  constructor(name: string | undefined, language: Language) {
    super(name);
    this.#language = language;
    this.helpOption('-h, --help', this.#say('explain the command', 'expliquer la commande'));
  }

  override createCommand(name?: string): Command {
    return new SpokenCommand(name, this.#language);
  }

  override createHelp(): SpokenHelp {
    return Object.assign(new SpokenHelp(this.#language), this.configureHelp());
  }

  /** Commander asks for its implicit `help` without a description. */
  override helpCommand(nameOrEnable?: string | boolean, description?: string): this {
    if (typeof nameOrEnable === 'boolean') return super.helpCommand(nameOrEnable);
    const words = description ?? this.#say('explain a command', 'expliquer une commande');
    return super.helpCommand(nameOrEnable ?? 'help [command]', words);
  }

  /** Words are broken for a terminal; the examples below are typed as they stand. */
  override addHelpText(
    position: AddHelpTextPosition,
    text: string | ((context: AddHelpTextContext) => string),
  ): this {
    const told = typeof text === 'string' ? () => text : text;
    return super.addHelpText(position, context => wrappedHelp(told(context), this.#language));
  }

  override error(message: string, options?: ErrorOptions): never {
    const { code = '' } = options ?? {};
    const path = pathOf(this);
    this.showHelpAfterError(this.#say(`Explained by: ${path} --help`, `Explications : ${path} --help`));
    return super.error(wrongUsage(code, message)[this.#language], options);
  }

  /** A group without one of its commands is no command: its help is an answer, and still a mistake. */
  override help(context?: HelpContext): never;
  override help(callback?: (text: string) => string): never;
  override help(context?: HelpContext | ((text: string) => string)): never {
    if (typeof context !== 'object' || !context.error) return super.help();
    this.outputHelp(context);
    return this.error('', { code: 'scelle.missingCommand' });
  }

  #say(en: string, fr: string): string {
    return this.#language === 'fr' ? fr : en;
  }
}

function wrappedHelp(text: string, language: Language): string {
  const lines = text.split('\n');
  const examples = lines.indexOf(exampleHeading(language));
  const end = examples < 0 ? lines.length : examples;
  return [...lines.slice(0, end).flatMap(layOutLine), ...lines.slice(end)].join('\n');
}

/** As it is typed, e.g. `scelle evidence collect`. */
function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}
