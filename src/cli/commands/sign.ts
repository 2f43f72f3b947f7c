import {
  type BatchFile,
  checkBatchFile,
  checkForm,
  eventIdsOf,
  filesBeside,
  filesNamedBy,
  missingSignatures,
  type OutboxEntry,
  readBatchFile,
  ServiceProblem,
  signBatch,
} from '../../client/index.js';
import { type JsonValue, type PublicKey, parsePublicJwk } from '../../log/index.js';
import { tellStanding } from '../act/batch-for-others.js';
import type { BoundFile } from '../act/body.js';
import { showBatches } from '../act/countersign.js';
import { keep } from '../act/sign-and-keep.js';
import { confirm } from '../confirm.js';
import { type DeviceSession, openDeviceSession, readTakenAlong, tryToSignIn } from '../device-session.js';
import { exampleHelp } from '../example-help.js';
import { readJsonFile } from '../home.js';
import { type NamedOfficer, readNamedOfficer } from '../officers.js';
import { checkFilesBeside, writeBatch } from '../outbox/batch-on-stick.js';
import { pushAndTell } from '../outbox/push-and-tell.js';
import type { Output } from '../output.js';
import { printableLine } from '../printable.js';
import { RefusedOnDevice } from '../refused-on-device.js';
import { isFoundingFile, signFoundingFile } from '../sign-founding-file.js';
import type { AddCommand } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

/** `scelle sign FILE --as KEY:ROLE`: shows an act in words and adds one's own signature. */
export const addSignCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program
    .command('sign')
    .argument('<file>', say('half-signed or complete batch', 'lot à moitié signé ou complet'))
    .description(
      say(
        'Read an act and add your signature; --push sends it',
        "Lire un acte et y ajouter sa signature ; --push l'envoie",
      ),
    )
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .option('--yes', say('sign without asking', 'signer sans demander'))
    .option(
      '--push',
      say(
        'send it once complete, with the files beside it; without --push nothing is sent',
        "l'envoyer une fois complet, avec les fichiers joints ; sans --push rien n'est envoyé",
      ),
    )
    .addHelpText('after', exampleHelp(language, 'scelle sign batch.json --as my.key.json:WIT --push'))
    .action(async (file: string, options: SignOptions) => {
      const { output, home } = surroundings();
      const stored = await readJsonFile(file);
      if (isFoundingFile(stored)) return signFoundingFile(file, stored, options, output);
      const session = await openDeviceSession(home, output);
      const signer = await readNamedOfficer(options.as, language);
      await openForNames(session, signer);
      const brought = await readAndCheck(session, file, stored, signer, output);
      const batch = await signOnce(brought, signer, file, options, output);
      const missing = missingSignatures(batch);
      if (missing.length > 0 || options.push !== true) {
        output.result({ file, missing }, [file, ...tellStanding(file, batch, language)]);
        return;
      }
      await tryToSignIn(session, signer);
      const { id } = await session.outbox.exclusively(() => keepOnce(session, batch, brought.files));
      await pushAndTell(session, output, id, { file, outbox: id });
    });
};

/** So that the act is shown with names: whoever is not let in, or has no service at hand, reads and signs it all the same. */
async function openForNames(session: DeviceSession, signer: NamedOfficer): Promise<void> {
  try {
    await tryToSignIn(session, signer);
  } catch (error) {
    if (!(error instanceof ServiceProblem)) throw error;
  }
}

interface SignOptions {
  readonly as: string;
  readonly yes?: boolean;
  readonly push?: boolean;
}

/** A batch that somebody brought, and the files that came with it. */
interface Brought {
  readonly batch: BatchFile;
  readonly files: readonly BoundFile[];
}

/** Signatures, withheld values and the files beside it are what was signed; then it is shown in words. */
async function readAndCheck(
  session: DeviceSession,
  path: string,
  stored: JsonValue,
  signer: NamedOfficer,
  output: Output,
): Promise<Brought> {
  const say = (en: string, fr: string) => output.note(output.language === 'fr' ? fr : en);
  const batch = readBatchFile(stored);
  checkIsOurs(session, batch, signer);
  const malformed = checkForm(batch);
  if (malformed.length > 0) throw new RefusedOnDevice(malformed);
  const { unchecked } = await checkBatchFile(batch, await findKnownKeys(session, batch, signer));
  const files = await checkFilesBeside(path, filesBeside(stored, batch));
  await showBatches(session, [batch], [signer], output);
  for (const { path: beside } of files) say(`File of this act: ${beside}`, `Fichier de cet acte : ${beside}`);
  const here = new Set(files.map(({ sha256 }) => sha256));
  for (const { sha256 } of filesNamedBy(batch).filter(named => !here.has(named.sha256))) {
    say(
      `The act names a file that did not come with it; it stays owed: ${sha256}`,
      `L'acte désigne un fichier qui ne l'accompagne pas ; il reste dû : ${sha256}`,
    );
  }
  for (const officer of unchecked) {
    say(
      `The signature of ${officer} cannot be checked here: his key is not known to this device.`,
      `La signature de ${officer} ne peut être vérifiée ici : sa clé n'est pas connue de cet appareil.`,
    );
  }
  return { batch, files };
}

/**
 * What is signed is an act of the log this device belongs to, in the role the officer came in. A batch made for another
 * log would be good there, whatever was said here.
 */
function checkIsOurs(
  { device }: DeviceSession,
  { events }: BatchFile,
  { unlocked, role }: NamedOfficer,
): void {
  const elsewhere = events.find(({ payload }) => payload.log !== device.origin);
  if (elsewhere !== undefined) {
    throw new UsageError({
      en: `nothing was signed: the batch is for the log ${printableLine(elsewhere.payload.log)}, this device belongs to ${device.origin}`,
      fr: `rien n'a été signé : le lot est destiné au journal ${printableLine(elsewhere.payload.log)}, cet appareil relève de ${device.origin}`,
    });
  }
  const other = events.find(
    ({ kid, payload, jws }) => jws === null && kid === unlocked?.key.kid && payload.actor.role !== role,
  );
  if (other !== undefined) {
    throw new UsageError({
      en: `nothing was signed: the batch asks for your signature in the role ${printableLine(other.payload.actor.role)}, you gave ${role}`,
      fr: `rien n'a été signé : le lot demande votre signature au titre de ${printableLine(other.payload.actor.role)}, vous avez donné ${role}`,
    });
  }
}

/** Adds the officer's signature, durably; a batch that is complete and only to be sent is left as it is. */
async function signOnce(
  { batch, files }: Brought,
  { unlocked }: NamedOfficer,
  path: string,
  { as, yes, push }: SignOptions,
  output: Output,
): Promise<BatchFile> {
  if (unlocked === null) {
    throw new UsageError({
      en: `${as} is a public card: the key itself is needed`,
      fr: `${as} est une carte publique : il faut la clé elle-même`,
    });
  }
  const missing = missingSignatures(batch);
  if (missing.length === 0 && push === true) return batch;
  if (!missing.some(({ kid }) => kid === unlocked.key.kid)) {
    throw new UsageError({
      en: 'This batch does not wait for a signature of your key. If it is complete, --push sends it.',
      fr: "Ce lot n'attend aucune signature de votre clé. S'il est complet, --push l'envoie.",
    });
  }
  const own = batch.events.filter(({ jws, kid }) => jws === null && kid === unlocked.key.kid).length;
  await confirm(
    {
      en: `Sign this? Your name goes under ${own} of the ${batch.events.length} statements above.`,
      fr: `Signer ceci ? Votre nom figurera sous ${own} des ${batch.events.length} déclarations ci-dessus.`,
    },
    yes === true,
    output,
  );
  const signed = await signBatch(batch, unlocked);
  await writeBatch(path, signed, files);
  return signed;
}

/** A batch that is in the outbox already is not put there twice. */
async function keepOnce(
  session: DeviceSession,
  batch: BatchFile,
  files: readonly BoundFile[],
): Promise<OutboxEntry> {
  const [first] = eventIdsOf(batch);
  const { entries } = await session.outbox.list();
  const before = entries.find(entry => entry.ended === null && eventIdsOf(entry.batch)[0] === first);
  return before ?? keep(session, batch, files);
}

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
