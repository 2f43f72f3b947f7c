import { exampleHelp } from '../example-help.js';
import type { AddCommand } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

interface RotateOptions {
  readonly as?: string;
  readonly with?: readonly string[];
  readonly out?: string;
  readonly yes?: boolean;
  readonly finish?: boolean;
}

const help = {
  en: `
On the machine of the service, with --home its folder; the service may run. In this order, each step durable before
the next, and the whole repeated safely where it was broken off:

  1  a new key is put beside the others in log.key, under the same passphrase; it signs nothing yet.
     It is in this one file only: make a backup (scelle backup) before step 2, with --out there is time for it
  2  an officer in role OPS signs the act that names it, a registrar countersigns (--out: elsewhere, scelle sign)
  3  once the act is in the log, every checkpoint bears the lines of both keys, the new one signs the head statements
  4  keys before these two are destroyed: taken out of log.key, and named

The old key signs beside the new one until the next rotation; then it is destroyed. Who has only the old key can check
everything until then. Give the new key to officers, witnesses and auditors on paper meanwhile.

After the THEFT of a log key there is no rotation: found a new log that goes on from this one (scelle init --continues).`,
  fr: `
Sur la machine du service, avec --home son dossier ; le service peut tourner. Dans cet ordre, chaque étape durable avant
la suivante, et le tout à répéter sans risque après une interruption :

  1  une nouvelle clé est mise à côté des autres dans log.key, sous la même phrase secrète ; elle ne signe encore rien.
     Elle n'est que dans ce fichier : faites une sauvegarde (scelle backup) avant l'étape 2, avec --out on en a le temps
  2  un officier en rôle OPS signe l'acte qui la nomme, un officier enregistreur contresigne (--out : ailleurs, scelle sign)
  3  une fois l'acte au journal, tout point de contrôle porte les lignes des deux clés, la nouvelle signe les attestations
  4  les clés d'avant ces deux-là sont détruites : ôtées de log.key, et nommées

L'ancienne clé signe à côté de la nouvelle jusqu'au renouvellement suivant, puis elle est détruite. Qui n'a que l'ancienne
peut tout vérifier jusque-là. D'ici là, remettez la nouvelle sur papier aux officiers, aux témoins et aux auditeurs.

Après le VOL d'une clé du journal, pas de renouvellement : fondez un journal qui prolonge celui-ci (scelle init --continues).`,
};

/** `scelle log rotate-key`: the log goes on under a new key (log-format section 8). */
export const addLogRotateKeyCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program.commands
    .find(command => command.name() === 'log')
    ?.command('rotate-key')
    .description(say('Give the log a new key', 'Donner une nouvelle clé au journal'))
    .option('--as <file:role>', say('key file of the operator, FILE:OPS', "clé de l'exploitant, FICHIER:OPS"))
    .option(
      '--with <file:role:as>',
      say(
        'the registrar, FILE:REG:registrar: his key file, or his public card where he signs elsewhere',
        "l'officier enregistreur, FICHIER:REG:registrar : sa clé, ou sa carte publique s'il signe ailleurs",
      ),
      (value: string, previous: readonly string[] = []) => [...previous, value],
    )
    .option(
      '--out <file>',
      say(
        'write the act to a file instead of appending it, to be signed and sent elsewhere (scelle sign --push)',
        "écrire l'acte dans un fichier au lieu de l'ajouter, à signer et envoyer ailleurs (scelle sign --push)",
      ),
    )
    .option(
      '--yes',
      say(
        'who countersigns here was shown the act and agrees: for scripts',
        "qui contresigne ici a lu l'acte et accepte : pour les scripts",
      ),
    )
    .option(
      '--finish',
      say(
        'only tell which keys sign, and destroy those that sign no more: after an act that was sent from elsewhere',
        "seulement dire quelles clés signent, et détruire celles qui ne signent plus : après un acte envoyé d'ailleurs",
      ),
    )
    .addHelpText('after', help[language])
    .addHelpText(
      'after',
      exampleHelp(
        language,
        'scelle --home /var/lib/scelle log rotate-key --as ops.key.json:OPS --with registrar.card.json:REG:registrar --out rotation.json',
        'scelle --home /var/lib/scelle log rotate-key --finish',
      ),
    )
    .action(async ({ as, finish = false, ...options }: RotateOptions) => {
      const { output, home } = surroundings();
      // A field laptop does not load the whole service for its own commands.
      const { finishRotation, rotateLogKey } = await import('../rotate-key/rotate-log-key.js');
      if (finish) return finishRotation(home, output);
      if (as !== undefined) return rotateLogKey(home, { ...options, as }, output);
      throw new UsageError({
        en: 'who signs? --as OPERATOR.key.json:OPS is needed; or --finish, after an act that was sent from elsewhere',
        fr: "qui signe ? --as EXPLOITANT.key.json:OPS est nécessaire ; ou --finish, après un acte envoyé d'ailleurs",
      });
    });
};
