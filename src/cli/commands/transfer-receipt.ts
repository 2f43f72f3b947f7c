import { isUuid } from '../../log/index.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp, exampleId } from '../example-help.js';
import { writeFileDurably } from '../home.js';
import { readNamedOfficer } from '../officers.js';
import type { AddCommand } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

/** `scelle transfer receipt ID --out FILE`: the giver's receipt as a page to be printed and signed (RQ-22). */
export const addTransferReceiptCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program.commands
    .find(command => command.name() === 'transfer')
    ?.command('receipt')
    .argument('<transfer>', say('UUID of the transfer', 'UUID du transfert'))
    .description(
      say(
        'Receipt of a transfer as a page to be printed and signed by hand',
        'Décharge d’un transfert, page à imprimer et à signer à la main',
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .requiredOption('--out <file>', say('where the page is written (HTML)', 'où écrire la page (HTML)'))
    .addHelpText(
      'after',
      exampleHelp(language, `scelle transfer receipt ${exampleId} --as my.key.json:WIT --out receipt.html`),
    )
    .action(async (transfer: string, options: { as: string; out: string }) => {
      const { output, home } = surroundings();
      if (!isUuid(transfer)) {
        throw new UsageError({
          en: `${transfer} is not the UUID of a transfer`,
          fr: `${transfer} n'est pas l'UUID d'un transfert`,
        });
      }
      const session = await openDeviceSession(home, output);
      await signIn(session, await readNamedOfficer(options.as, language));
      await writeFileDurably(options.out, await session.service.text(`/v1/transfers/${transfer}/receipt`));
      output.result({ transfer, file: options.out }, [options.out]);
    });
};
