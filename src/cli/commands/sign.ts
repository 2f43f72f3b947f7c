import {
  type BatchFile,
  checkBatchFile,
  missingSignatures,
  readBatchFile,
  signBatch,
} from '../../client/index.js';
import { type JsonValue, type PublicKey, parsePublicJwk } from '../../log/index.js';
import { describeBatch } from '../act/describe-act.js';
import { keep } from '../act/sign-and-keep.js';
import { confirm } from '../confirm.js';
import { type DeviceSession, openDeviceSession, readTakenAlong, tryToSignIn } from '../device-session.js';
import { readJsonFile, writeFileDurably } from '../home.js';
import { type NamedOfficer, readNamedOfficer } from '../officers.js';
import { pushAndTell } from '../outbox/push-and-tell.js';
import { isFoundingFile, signFoundingFile } from '../sign-founding-file.js';
import type { AddCommand } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

/** `scelle sign FILE --as KEY:ROLE`: shows an act in words and adds one's own signature. */
export const addSignCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program
    .command('sign')
    .argument('<file>', say('half-signed batch', 'lot à moitié signé'))
    .description(say('Read an act and add your signature', 'Lire un acte et y ajouter sa signature'))
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option('--yes', say('sign without asking', 'signer sans demander'))
    .option('--push', say('send it once complete', 'envoyer une fois complet'))
    .action(async (file: string, options: { as: string; yes?: boolean; push?: boolean }) => {
      const { output, home } = surroundings();
      const stored = await readJsonFile(file);
      if (isFoundingFile(stored)) return signFoundingFile(file, stored, options, output);
      const session = await openDeviceSession(home, output);
      const batch = readBatchFile(stored);
      const signer = await readNamedOfficer(options.as, language);
      const { unlocked } = signer;
      if (unlocked === null) {
        throw new UsageError({
          en: `${options.as} is a public card: the key itself is needed`,
          fr: `${options.as} est une fiche publique : il faut la clé elle-même`,
        });
      }
      const { unchecked } = await checkBatchFile(batch, await findKnownKeys(session, batch, signer));
      for (const line of describeBatch(batch, language)) output.note(line);
      for (const officer of unchecked) {
        output.note(
          say(
            `The signature of ${officer} cannot be checked here: his key is not known to this device.`,
            `La signature de ${officer} ne peut être vérifiée ici : sa clé n'est pas connue de cet appareil.`,
          ),
        );
      }
      if (!missingSignatures(batch).some(({ kid }) => kid === unlocked.key.kid)) {
        throw new UsageError({
          en: 'This batch does not wait for a signature of your key.',
          fr: "Ce lot n'attend aucune signature de votre clé.",
        });
      }
      await confirm({ en: 'Sign this?', fr: 'Signer ceci ?' }, options.yes === true, output);
      const signed = await signBatch(batch, unlocked);
      await writeFileDurably(file, `${JSON.stringify(signed, null, 2)}\n`);
      const missing = missingSignatures(signed);
      if (missing.length > 0 || options.push !== true) {
        output.result(
          { file, missing },
          missing.length === 0 ? [file] : missing.map(({ officer }) => `- ${officer}`),
        );
        return;
      }
      await tryToSignIn(session, signer);
      const { id } = await session.outbox.exclusively(() => keep(session, signed, []));
      await pushAndTell(session, output, id, { file });
    });
};

/** Keys of the signers: as they were taken along, else as the service has them, where it can be reached. */
async function findKnownKeys(
  session: DeviceSession,
  batch: BatchFile,
  signer: NamedOfficer,
): Promise<(kid: string) => PublicKey | undefined> {
  const wanted = [...new Set(batch.events.map(({ payload }) => `officer/${payload.actor.officer}`))];
  const taken = await readTakenAlong(session);
  const states = new Map(wanted.map(subject => [subject, taken?.subjects.get(subject)?.state]));
  const missing = wanted.filter(subject => states.get(subject) === undefined);
  if (missing.length > 0 && (await tryToSignIn(session, signer))) {
    for (const { subject, state } of await session.service.heads(missing)) states.set(subject, state);
  }
  const keys = [...states.values()].flatMap(state => {
    const { keys: own = {} } = (state ?? {}) as {
      readonly keys?: Readonly<Record<string, { jwk: JsonValue }>>;
    };
    return Object.entries(own).map(([kid, { jwk }]) => [kid, parsePublicJwk(jwk)] as const);
  });
  const byKid = new Map(keys);
  return kid => byKid.get(kid);
}
