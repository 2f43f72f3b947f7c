import { writeFileDurably } from '../../disk/write-durably.js';
import { formatVerifierKey, parsePolicy } from '../../log/index.js';
import { openDeviceSession } from '../device-session.js';
import { exampleHelp } from '../example-help.js';
import type { AddCommand } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

const help = {
  en: `
A prosecutor needs it to check a dossier, and must get it apart from the dossier: on paper, or by another hand. It is
written only where it is of the log whose key this device was connected with.`,
  fr: `
Un procureur en a besoin pour vérifier un dossier, et doit la recevoir à part du dossier : sur papier, ou d'une autre
main. Elle n'est écrite que si elle est du journal dont cet appareil connaît la clé.`,
};

/** `scelle log policy`: whose signatures count, for whoever checks an export or a dossier (log-format section 9). */
export const addLogPolicyCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program.commands
    .find(command => command.name() === 'log')
    ?.command('policy')
    .description(
      say(
        'Write policy.txt, which goes to the recipient of a dossier apart from it',
        'Écrire policy.txt, à remettre au destinataire d’un dossier à part de celui-ci',
      ),
    )
    .requiredOption('--out <file>', say('where it is written', 'où l’écrire'))
    .addHelpText('after', help[language])
    .addHelpText('after', exampleHelp(language, 'scelle log policy --out policy.txt'))
    .action(async ({ out }: { readonly out: string }) => {
      const { output, home } = surroundings();
      const { service, device } = await openDeviceSession(home, output);
      const policy = await service.text('/v1/log/policy');
      const keys = parsePolicy(policy).logs.map(formatVerifierKey);
      if (!keys.includes(device.logKey))
        throw new UsageError({
          en: `the policy that the service gives is not of the log that this device knows (${device.logKey}): nothing was written`,
          fr: `la politique que donne le service n'est pas du journal que connaît cet appareil (${device.logKey}) : rien n'a été écrit`,
        });
      await writeFileDurably(out, policy);
      output.result({ file: out }, [out]);
    });
};
