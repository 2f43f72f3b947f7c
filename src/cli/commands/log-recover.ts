import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleHelp } from '../example-help.js';
import type { Output } from '../output.js';
import type { AddCommand } from '../surroundings.js';

interface RecoverOptions {
  readonly from: readonly string[];
  readonly checkpoint: readonly string[];
}

const help = {
  en: `
When an old backup was restored, the vault has signed more than the database holds, and the service refuses to
append. This brings the missing events back at their old places from whatever still has them; --from names

  a folder or ZIP       an export (scelle audit export)
  a folder              an officer's device: its outbox keeps what he signed with the receipts
  a folder              a later backup (scelle backup)
  postgres://…          a replica, or a database that a dump was restored into

Every event is verified by itself, and all of them together by the root that was signed, before anything is
written. Where something is missing, nothing is written and the lost places are named. A vault that is missing is
made from --checkpoint, or from the newest checkpoint in a source: give the newest that anybody has. What comes
of it is compared with every other checkpoint and receipt handed over: a difference is named, and nothing is written.

Exit status: 0 everything is there; 1 events are lost, or what was found does not fit.`,
  fr: `
Quand une ancienne sauvegarde a été restaurée, le coffre a signé plus que la base ne contient, et le service refuse
tout ajout. Ceci ramène les actes manquants à leurs places depuis ce qui les a encore ; --from désigne

  un dossier ou ZIP     un export (scelle audit export)
  un dossier            l'appareil d'un officier : ses envois gardent ce qu'il a signé, avec les récépissés
  un dossier            une sauvegarde plus récente (scelle backup)
  postgres://…          une réplique, ou une base où une copie fut restaurée

Chaque acte est vérifié seul, puis tous ensemble par la racine qui fut signée, avant toute écriture. S'il manque
quelque chose, rien n'est écrit et les places perdues sont nommées. Un coffre absent est refait depuis --checkpoint,
ou depuis le point de contrôle le plus récent d'une source : donnez le plus récent que quelqu'un détienne. Le résultat
est comparé à chaque autre point de contrôle et récépissé remis : une différence est nommée, et rien n'est écrit.

Code de sortie : 0 tout est là ; 1 des actes sont perdus, ou ce qui fut trouvé ne concorde pas.`,
};

/** `scelle log recover`: what was signed and is missing comes back from who still has it. */
export const addLogRecoverCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const group = program.commands.find(command => command.name() === 'log');
  if (group === undefined) throw new Error('commands of the log are added before');
  group
    .command('recover')
    .description(
      say(
        'Bring events back that an old backup does not hold',
        "Ramener les actes qu'une ancienne sauvegarde ne contient pas",
      ),
    )
    .option(
      '--from <source>',
      say(
        'export, device or database that has events; repeat',
        'export, appareil ou base qui a des actes ; à répéter',
      ),
      (value: string, previous: readonly string[]) => [...previous, value],
      [],
    )
    .option(
      '--checkpoint <file>',
      say(
        'signed note that anybody has, the newest above all; repeat',
        "note signée que quelqu'un détient, la plus récente surtout ; à répéter",
      ),
      (value: string, previous: readonly string[]) => [...previous, value],
      [],
    )
    .addHelpText('after', help[language])
    .addHelpText(
      'after',
      exampleHelp(
        language,
        'scelle --home /var/lib/scelle log recover --from audit.zip --from /media/stick/laptop-1',
        'scelle --home /var/lib/scelle log recover --from postgres://reader@replica/scelle --checkpoint witness-note',
      ),
    )
    .action(async (options: RecoverOptions) => {
      const { output, home } = surroundings();
      await recover(home, options, output);
    });
};

async function recover(home: string, { from, checkpoint }: RecoverOptions, output: Output): Promise<void> {
  // A field laptop does not load the whole service for its own commands.
  const { recoverHome } = await import('../recover/recover-home.js');
  const { tellRecovery } = await import('../recover/tell-recovery.js');
  const given = checkpoint.map(async path => ({ from: path, note: await readFile(path, 'utf8') }));
  const outcome = await recoverHome(home, from, await Promise.all(given), output);
  const newest = checkpoint.find(path => path === outcome.signed.from);
  tellRecovery(outcome, newest ?? join(home, 'vault/checkpoint'), output);
}
