import { Option } from 'commander';
import { makeOfficerKey, publicCard, unlockOfficerKey } from '../../client/index.js';
import { type Algorithm, makeProofOfPossession, newId } from '../../log/index.js';
import { readJsonFile, writeFileDurably } from '../home.js';
import { readPassphrase } from '../passphrase.js';
import type { AddCommand } from '../program.js';
import { systemRandom } from '../system-random.js';

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
    .addOption(new Option('--alg <name>').choices(['ES256', 'ES384', 'Ed25519']).default('ES256'))
    .option('--no-passphrase', french ? 'sans phrase secrète' : 'without a passphrase')
    .action(
      async (
        file: string,
        options: { label: string; officer?: string; alg: Algorithm; passphrase: boolean },
      ) => {
        const { output } = surroundings();
        const passphrase = options.passphrase ? await readPassphrase(options.label, language) : null;
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
        ? 'Prouver au registre la possession de la clé'
        : 'Prove to the registrars that you have the key',
    )
    .action(async (file: string, { log }: { log: string }) => {
      const { output } = surroundings();
      const unlocked = await unlockOfficerKey(await readJsonFile(file), await readPassphrase(file, language));
      const pop = await makeProofOfPossession({ log, officer: unlocked.officer }, unlocked.signer);
      const proof = { officer: unlocked.officer, jwk: unlocked.key.jwk, pop };
      output.result(proof, [JSON.stringify(proof)]);
    });
};
