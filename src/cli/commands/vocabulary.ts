import { vocabularies } from '../../custody/vocabulary/every-vocabulary.js';
import { materiel } from '../../custody/vocabulary/materiel.js';
import { exampleHelp } from '../example-help.js';
import { didYouMean } from '../near-names.js';
import type { AddCommand } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

/** `scelle vocabulary NAME`: the codes of a list in words; without a name, the lists. */
export const addVocabularyCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program
    .command('vocabulary')
    .argument('[name]', say('name of the list', 'nom de la liste'))
    .description(say('The codes of a list in words', 'Les codes d’une liste, en clair'))
    .addHelpText('after', exampleHelp(language, 'scelle vocabulary', 'scelle vocabulary found-as'))
    .action((name: string | undefined) => {
      const { output } = surroundings();
      if (name === undefined) {
        const names = [...vocabularies.keys()].sort();
        output.result(names, names);
        return;
      }
      const words = vocabularies.get(name);
      if (words === undefined) {
        const near = didYouMean(name, [...vocabularies.keys()]);
        throw new UsageError({
          en: `no list is called ${name}${near.en}`,
          fr: `aucune liste ${name}${near.fr}`,
        });
      }
      const codes = Object.entries(words).map(([code, text]) => ({ code, en: text.en, fr: text.fr }));
      output.result(
        codes,
        codes.flatMap(entry => [
          `${entry.code}\t${entry[language]}`,
          ...subCategoryLines(name, entry.code, language),
        ]),
      );
    });
};

/** A sub-category goes with its category: they are shown together. */
function subCategoryLines(name: string, code: string, language: 'en' | 'fr'): readonly string[] {
  if (name !== 'materiel' || !Object.hasOwn(materiel, code)) return [];
  const { subCategories } = materiel[code as keyof typeof materiel];
  return Object.entries(subCategories).map(([sub, words]) => `  ${sub}\t${words[language]}`);
}
