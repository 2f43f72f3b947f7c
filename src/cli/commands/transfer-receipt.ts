import { writeFileDurably } from '../../disk/write-durably.js';
import { openDeviceSession, signIn } from '../device-session.js';
import { exampleHelp, exampleId } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { SubjectNames } from '../subjects/subject-names.js';
import type { AddCommand } from '../surroundings.js';

/** `scelle transfer receipt ID --out FILE`: the giver's receipt as a page to be printed and signed (RQ-22). */
export const addTransferReceiptCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program.commands
    .find(command => command.name() === 'transfer')
    ?.command('receipt')
    .argument(
      '<transfer>',
      say('number of the manifest, or UUID of the transfer', 'numéro du bordereau, ou UUID du transfert'),
    )
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
      const session = await openDeviceSession(home, output);
      const signer = await readNamedOfficer(options.as, language);
      await signIn(session, signer);
      const id = await new SubjectNames(session, signer, false).idOf('transfer', transfer);
      await writeFileDurably(options.out, await session.service.text(`/v1/transfers/${id}/receipt`));
      output.result({ transfer: id, file: options.out }, [options.out]);
    });
};
