import { writeFile } from 'node:fs/promises';
import { LocalizedError } from '../../custody/text.js';
import { readPage } from '../../http/dossiers/verifier-page.js';
import { exampleHelp } from '../example-help.js';
import type { AddCommand } from '../surroundings.js';

/** `scelle page --out FILE`: the HTML file that verifies a dossier in a browser, to be handed over apart from it. */
export const addPageCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program
    .command('page')
    .description(
      say(
        'The HTML file that verifies a dossier offline, in a browser',
        'Le fichier HTML qui vérifie un dossier hors ligne, dans un navigateur',
      ),
    )
    .requiredOption(
      '--out <file>',
      say('where to write it; it must not be there', "où l'écrire ; il ne doit pas exister"),
    )
    .addHelpText('after', exampleHelp(language, 'scelle page --out scelle-page.html'))
    .action(async ({ out }: { readonly out: string }) => {
      const { output } = surroundings();
      const page = await readPage();
      if (page === null) throw new LocalizedError(notBuilt);
      const { bytes, sha256 } = page;
      await writeFile(out, bytes, { flag: 'wx' });
      output.result({ file: out, sha256 }, [
        say(
          `${out} verifies a dossier: open it by double click.`,
          `${out} vérifie un dossier : ouvrez-le par double clic.`,
        ),
        say(
          `SHA-256 ${sha256}: give it on paper, apart from any dossier.`,
          `SHA-256 ${sha256} : donnez-la sur papier, à part de tout dossier.`,
        ),
      ]);
    });
};

const notBuilt = {
  en: 'the page that verifies is not there: npm run build makes it',
  fr: "la page de vérification n'est pas là : npm run build la fabrique",
};
