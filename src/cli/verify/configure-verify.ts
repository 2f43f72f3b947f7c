import type { Command } from 'commander';
import type { Language } from '../../custody/text.js';
import { UsageError } from '../usage-error.js';

const help = {
  en: `
Nothing is asked of a server, and nothing is unpacked or written. The policy is what you were handed apart from
the export: the one inside counts for nothing. Of a subject that is not among the whole histories nothing is said.

Exit status: 0 only where everything that was checked holds; 6 where a check fails, where no usable policy was
given (NOT CHECKED) or it is no export (NO EXPORT); 1 or 2 where the command could not run.`,
  fr: `
Rien n'est demandé à un serveur, rien n'est extrait ni écrit. La politique est celle que l'on vous a remise à part
de l'export : celle qui s'y trouve ne compte pas. D'un sujet absent des historiques entiers, rien n'est dit.

Code de sortie : 0 seulement si tout ce qui fut vérifié tient ; 6 si une vérification échoue, si aucune politique
utilisable n'est donnée (NON VÉRIFIÉ) ou si ce n'est pas un export (PAS UN EXPORT) ; 1 ou 2 si la commande n'a pu avoir lieu.`,
};

/** Arguments, options and explanation of the verifier, in the program and as a program of its own. */
export function configureVerify(command: Command, language: Language): Command {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return command
    .description(
      say(
        'Verify an export or a dossier, without a server',
        'Vérifier un export ou un dossier, sans serveur',
      ),
    )
    .argument('[export]', say('folder or ZIP', 'dossier ou ZIP'))
    .option(
      '--policy <file>',
      say(
        'policy of the log, obtained apart from the export',
        "politique du journal, obtenue à part de l'export",
      ),
      once('--policy'),
    )
    .option(
      '--known <files...>',
      say(
        'checkpoints or receipts (.json, or .tlog-proof with the .jws beside) that you already hold',
        'points de contrôle ou récépissés (.json, ou .tlog-proof avec le .jws à côté) que vous détenez déjà',
      ),
    )
    .option(
      '--tsa <files...>',
      say(
        'certificates of time-stamp authorities that you trust',
        "certificats d'autorités d'horodatage auxquelles vous faites confiance",
      ),
    )
    .option(
      '--access-log <file>',
      say(
        'the access log, exported after it, to be compared with its anchors',
        'le journal des accès, exporté après lui, à comparer avec ses ancrages',
      ),
      once('--access-log'),
    )
    .option(
      '--receipt <file>',
      say('receipts, instead of an export', "récépissés, au lieu d'un export"),
      once('--receipt'),
    )
    .addHelpText('after', help[language]);
}

/** Of two files only one would be looked at, and the verdict would read as if it were of both. */
function once(flag: string) {
  return (value: string, previous: string | undefined): string => {
    if (previous === undefined) return value;
    throw new UsageError({ en: `${flag} was given twice`, fr: `${flag} fut donné deux fois` });
  };
}
