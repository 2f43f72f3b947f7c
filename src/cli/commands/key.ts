import { existsSync } from 'node:fs';
import { Option } from 'commander';
import { makeOfficerKey, publicCard, readKeyFile, unlockOfficerKey } from '../../client/index.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { type Algorithm, isOrigin, isUuid, makeProofOfPossession, newId } from '../../log/index.js';
import { exampleHelp } from '../example-help.js';
import { readJsonFile } from '../home.js';
import type { Output } from '../output.js';
import { readNewPassphrase, readPassphrase } from '../passphrase.js';
import type { AddCommand } from '../surroundings.js';
import { systemRandom } from '../system-random.js';
import { UsageError } from '../usage-error.js';

/** `scelle key …`: an officer's key is made and stays on the officer's own device. */
export const addKeyCommands: AddCommand = (program, language, surroundings) => {
  const french = language === 'fr';
  const key = program.command('key').description(french ? "Clés d'un officier" : "An officer's keys");
  key
    .command('new')
    .argument('<file>', french ? 'fichier à créer' : 'file to make')
    .description(
      french
        ? 'Créer une clé ; la partie secrète ne quitte jamais ce fichier'
        : 'Make a key; its secret part never leaves this file',
    )
    .requiredOption('--label <text>', french ? 'nom donné à la clé' : 'what you call the key')
    .option(
      '--officer <uuid>',
      french ? "UUID de l'officier (sinon nouveau)" : "the officer's UUID (else a new one)",
    )
    .addOption(
      new Option('--alg <name>', french ? 'algorithme de signature' : 'algorithm of the signature')
        .choices(['ES256', 'ES384', 'Ed25519'])
        .default('ES256'),
    )
    .option('--no-passphrase', french ? 'sans phrase secrète' : 'without a passphrase')
    .option(
      '--card <file>',
      french
        ? 'fichier à créer pour la carte publique, celle que vous remettez'
        : 'file to make for the public card, which is what you hand out',
    )
    .addHelpText(
      'after',
      exampleHelp(language, 'scelle key new my.key.json --label DEMO-WIT-1 --card my.card.json'),
    )
    .action(
      async (
        file: string,
        options: {
          label: string;
          officer?: string;
          alg: Algorithm;
          passphrase: boolean;
          card?: string;
        },
      ) => {
        const { output } = surroundings();
        requireNew(file);
        if (options.card !== undefined) requireNewCard(options.card);
        if (options.officer !== undefined && !isUuid(options.officer)) {
          throw new UsageError({
            en: `${options.officer} is no UUID`,
            fr: `${options.officer} n'est pas un UUID`,
          });
        }
        const passphrase = options.passphrase ? await requirePassphrase(options.label, output) : null;
        const officer = options.officer ?? newId(Date.now(), systemRandom(16));
        const made = await makeOfficerKey(
          { officer, label: options.label, alg: options.alg },
          passphrase,
          systemRandom,
        );
        await writeFileDurably(file, `${JSON.stringify(made, null, 2)}\n`);
        const card = publicCard(made);
        if (options.card === undefined) return output.result(card, [JSON.stringify(card)]);
        await writeFileDurably(options.card, `${JSON.stringify(card)}\n`);
        output.result(card, [options.card]);
      },
    );
  key
    .command('card')
    .argument('<file>', french ? 'fichier de la clé' : 'key file')
    .description(
      french
        ? 'Afficher de nouveau la carte publique d’une clé ; sans phrase secrète'
        : 'Print the public card of a key again; needs no passphrase',
    )
    .addHelpText('after', exampleHelp(language, 'scelle key card my.key.json > my.card.json'))
    .action(async (file: string) => {
      const { output } = surroundings();
      const card = publicCard(readKeyFile(await readJsonFile(file)));
      output.result(card, [JSON.stringify(card)]);
    });
  key
    .command('prove')
    .argument('<file>', french ? 'fichier de la clé' : 'key file')
    .requiredOption('--log <origin>', french ? 'origine du journal' : 'origin of the log')
    .description(
      french
        ? 'Prouver la possession de la clé : ce que `officer register-key --body` attend'
        : 'Prove that you have the key: what `officer register-key --body` takes',
    )
    .addHelpText(
      'after',
      exampleHelp(
        language,
        'scelle key prove my.key.json --log custody.example.org/AAAAAAAAAAAAAAAAAAAAAA > my.proof.json',
      ),
    )
    .action(async (file: string, { log }: { log: string }) => {
      const { output } = surroundings();
      if (!isOrigin(log)) {
        throw new UsageError({
          en: `${log} is not the origin of a log, e.g. custody.example.org/…`,
          fr: `${log} n'est pas l'origine d'un journal, par exemple custody.example.org/…`,
        });
      }
      const stored = await readJsonFile(file);
      const { label, secret } = readKeyFile(stored);
      const passphrase = secret.sealed === false ? null : await readPassphrase(label, language);
      const { officer, key: own, signer } = await unlockOfficerKey(stored, passphrase);
      // The body of `officer.key-registered`, as `scelle officer register-key OFFICER --body FILE` takes it.
      const proof = { jwk: own.jwk, pop: await makeProofOfPossession({ log, officer }, signer) };
      output.result(proof, [JSON.stringify(proof)]);
    });
};

/** A key that is overwritten is lost, and with it whatever it alone could sign. */
function requireNew(file: string): void {
  if (!existsSync(file)) return;
  throw new UsageError({
    en: `${file} exists already: a key is never overwritten. Its public card is printed by \`scelle key card ${file}\``,
    fr: `${file} existe déjà : une clé n'est jamais écrasée. Sa carte publique est affichée par \`scelle key card ${file}\``,
  });
}

/** What lies there may be somebody's key. */
function requireNewCard(file: string): void {
  if (!existsSync(file)) return;
  throw new UsageError({
    en: `${file} exists already: give the card another name, or move the file away`,
    fr: `${file} existe déjà : donnez un autre nom à la carte, ou déplacez le fichier`,
  });
}

async function requirePassphrase(label: string, output: Output): Promise<string> {
  const passphrase = await readNewPassphrase(label, output);
  if (passphrase !== null) return passphrase;
  throw new UsageError({
    en: 'no passphrase was given: type one, set SCELLE_PASSPHRASE, or say --no-passphrase',
    fr: "aucune phrase secrète n'a été donnée : tapez-en une, indiquez SCELLE_PASSPHRASE, ou dites --no-passphrase",
  });
}
