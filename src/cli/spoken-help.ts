import { type Command, Help, type Option } from 'commander';
import type { Language } from '../custody/text.js';

/** Commander's headings in French; it takes them from here only to style them. */
const headings: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
};

/** Commander's own words in help, in the language asked for. */
export class SpokenHelp extends Help {
  readonly #language: Language;

  constructor(language: Language) {
    super();
    this.#language = language;
    // Beside the longest names of commands as well: what is broken by the terminal hangs under nothing.
    this.minWidthToWrap = 20;
  }

  override styleTitle(heading: string): string {
    return this.#language === 'fr' ? (headings[heading] ?? heading) : heading;
  }

  override commandUsage(command: Command): string {
    const usage = super.commandUsage(command);
    return this.#language === 'fr' ? usage.replace('[command]', '[commande]') : usage;
  }

  override subcommandTerm(command: Command): string {
    const term = super.subcommandTerm(command);
    return this.#language === 'fr' ? term.replace('[command]', '[commande]') : term;
  }

  override optionDescription(option: Option): string {
    const described = super.optionDescription(option);
    if (this.#language !== 'fr') return described;
    return described.replace(/\bchoices: (?=")/, 'choix : ').replace(/\bdefault: (?=["[])/, 'par défaut : ');
  }
}
