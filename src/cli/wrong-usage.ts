import type { Text } from '../custody/text.js';

/** By commander's code, from the names that its message quotes. */
const kinds: Readonly<Record<string, (names: readonly string[], message: string) => Text>> = {
  'commander.unknownOption': ([flag]) => ({
    en: `there is no option ${flag}`,
    fr: `l'option ${flag} n'existe pas`,
  }),
  'commander.unknownCommand': ([name]) => ({
    en: `there is no command ${name}`,
    fr: `la commande ${name} n'existe pas`,
  }),
  'commander.missingArgument': ([name]) => ({
    en: `the command needs <${name}>`,
    fr: `il manque <${name}> à la commande`,
  }),
  'commander.missingMandatoryOptionValue': ([flags]) => ({
    en: `the command needs ${flags}`,
    fr: `il manque ${flags} à la commande`,
  }),
  'commander.optionMissingArgument': ([flags]) => ({
    en: `${flags}: the value is missing`,
    fr: `${flags} : il manque la valeur`,
  }),
  'commander.excessArguments': (_names, message) => {
    const [expected = '', received = ''] = message.match(/\d+(?= argument)|\d+(?=\.$)/g) ?? [];
    return {
      en: `too much was typed: arguments taken ${expected}, received ${received} (quote what has blanks in it)`,
      fr: `trop de mots : arguments attendus ${expected}, reçus ${received} (mettez entre guillemets ce qui contient des espaces)`,
    };
  },
  'commander.invalidArgument': (names, message) => {
    // Of an option its name comes first, of an argument what was typed.
    const [flags, value] = message.includes('command-argument') ? [...names].reverse() : names;
    const choices = /Allowed choices are (.+)\.$/.exec(message)?.[1] ?? '';
    return {
      en: `${flags} takes one of ${choices}, not ${value}`,
      fr: `${flags} prend une valeur parmi ${choices}, pas ${value}`,
    };
  },
  'scelle.missingCommand': () => ({
    en: 'a command of this list has to follow',
    fr: 'il faut ajouter une commande de cette liste',
  }),
};

/**
 * What commander found wrong with what was typed, in both languages.
 * @param message as commander says it, in English; it stands where its code is not known here
 */
export function wrongUsage(code: string, message: string): Text {
  const names = Array.from(message.matchAll(/'([^']*)'/g), ([, name = '']) => name);
  const known = kinds[code];
  if (known === undefined) return { en: message, fr: message };
  const { en, fr } = known(names, message);
  const near = /\(Did you mean (?:one of )?(.+)\?\)$/.exec(message)?.[1];
  return near === undefined
    ? { en, fr }
    : { en: `${en}; did you mean ${near}?`, fr: `${fr} ; vouliez-vous dire ${near} ?` };
}
