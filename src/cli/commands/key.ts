import { existsSync } from 'node:fs';
import { Option } from 'commander';
import { makeOfficerKey, publicCard, readKeyFile, unlockOfficerKey } from '../../client/index.js';
import type { Language } from '../../custody/text.js';
import { type Algorithm, isOrigin, isUuid, makeProofOfPossession, newId } from '../../log/index.js';
import { exampleHelp } from '../example-help.js';
import { readJsonFile, writeFileDurably } from '../home.js';
import { readPassphrase } from '../passphrase.js';
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
    .addHelpText(
      'after',
      exampleHelp(language, 'scelle key new my.key.json --label DEMO-WIT-1 > my.card.json'),
    )
    .action(
      async (
        file: string,
        options: { label: string; officer?: string; alg: Algorithm; passphrase: boolean },
      ) => {
        const { output } = surroundings();
        requireNew(file);
        if (options.officer !== undefined && !isUuid(options.officer)) {
          throw new UsageError({
            en: `${options.officer} is no UUID`,
            fr: `${options.officer} n'est pas un UUID`,
          });
        }
        const passphrase = options.passphrase ? await readNewPassphrase(options.label, language) : null;
        const officer = options.officer ?? newId(Date.now(), systemRandom(16));
        const made = await makeOfficerKey(
          { officer, label: options.label, alg: options.alg },
          passphrase,
          systemRandom,
        );
        await writeFileDurably(file, `${JSON.stringify(made, null, 2)}\n`);
        const card = publicCard(made);
        output.result(card, [JSON.stringify(card)]);
      },
    );
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
    en: `${file} exists already: a key is never overwritten`,
    fr: `${file} existe déjà : une clé n'est jamais écrasée`,
  });
}

async function readNewPassphrase(label: string, language: Language): Promise<string> {
  const passphrase = await readPassphrase(label, language);
  if (passphrase !== null) return passphrase;
  throw new UsageError({
    en: 'no passphrase was given: type one, set SCELLE_PASSPHRASE, or say --no-passphrase',
    fr: "aucune phrase secrète n'a été donnée : tapez-en une, indiquez SCELLE_PASSPHRASE, ou dites --no-passphrase",
  });
}
