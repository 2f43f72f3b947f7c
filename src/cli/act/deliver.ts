import {
  type BatchFile,
  eventIdsOf,
  filesNamedBy,
  missingSignatures,
  type OutboxEntry,
  type PlainAct,
  readSopInForce,
} from '../../client/index.js';
import type { Language } from '../../custody/text.js';
import { type DeviceSession, openDeviceSession } from '../device-session.js';
import { type Countersigner, type NamedOfficer, readCountersigners, readNamedOfficer } from '../officers.js';
import { writeBatchAndFiles } from '../outbox/batch-on-stick.js';
import { pushAndTell } from '../outbox/push-and-tell.js';
import { exitStatus, type Output } from '../output.js';
import type { Surroundings } from '../surroundings.js';
import { UsageError } from '../usage-error.js';
import { requireCountersigners, tellStanding } from './batch-for-others.js';
import type { BoundFile } from './body.js';
import { relyOnClearance } from './clearance.js';
import { showAndUnlock } from './countersign.js';
import { composeOn, keep, pushBefore, requireKeysHere, signAll, standOn } from './sign-and-keep.js';

/** Who signs, as typed, and where the signed acts go. */
export interface DeliveryOptions {
  readonly as: string;
  readonly with?: readonly string[];
  /** File for the batch, which then is not sent: others sign and send it. */
  readonly out?: string;
  readonly offline?: boolean;
  /** Those who countersign here are not asked: a script has shown them the act. */
  readonly yes?: boolean;
  /** Fields of the form are options of the command itself, not `--set FIELD`. */
  readonly ownOptions?: boolean;
}

/** Those who sign, on a device at work: the author with his key unlocked, the others not asked yet. */
export interface Signers {
  readonly session: DeviceSession;
  readonly signer: NamedOfficer;
  readonly countersigners: readonly Countersigner[];
}

export async function readSigners(
  options: DeliveryOptions,
  { output, home }: Surroundings,
): Promise<Signers> {
  const session = await openDeviceSession(home, output);
  const signer = await readNamedOfficer(options.as, output.language);
  const countersigners = await readCountersigners(options.with, output.language);
  if (countersigners.some(({ officer }) => officer === signer.officer)) {
    throw new UsageError({
      en: '--with: nobody countersigns what he signs himself; another officer has to',
      fr: '--with : nul ne contresigne son propre acte ; un autre officier doit le faire',
    });
  }
  return { session, signer, countersigners };
}

/**
 * Signs acts as one batch, keeps it, and pushes it where there is a connection. All the acts are about `subject` or
 * its items.
 */
export async function deliver(
  subject: string,
  acts: readonly PlainAct[],
  files: readonly BoundFile[],
  signers: Signers,
  options: DeliveryOptions,
  output: Output,
): Promise<void> {
  const { session } = signers;
  const kept = await session.outbox.exclusively(() =>
    signAndKeep(subject, acts, files, signers, options, output),
  );
  if (kept !== null) await pushAndTell(session, output, kept.id, { subject, events: eventIdsOf(kept.batch) });
}

/** Returns what is to be pushed now; null where it waits: in a file for others, or for a connection. */
async function signAndKeep(
  subject: string,
  acts: readonly PlainAct[],
  files: readonly BoundFile[],
  { session, signer, countersigners }: Signers,
  { out, offline = false, yes = false, ownOptions = false }: DeliveryOptions,
  output: Output,
): Promise<OutboxEntry | null> {
  const ground = await standOn(session, signer, offline, output);
  if (out === undefined) requireKeysHere(signer, countersigners);
  else {
    const sop = ground.online ? await readSopInForce(session.service) : ground.sop;
    if (sop !== null) requireCountersigners(acts, sop);
  }
  const composed = await composeOn(
    ground,
    session.device.origin,
    await relyOnClearance(acts, ground, output),
    ownOptions ? '--' : '--set ',
    output,
  );
  requireNamed(composed, files);
  const others = await showAndUnlock(session, [composed], { signer, countersigners }, yes, output);
  const batch = await signAll(composed, [signer, ...others]);
  if (out !== undefined) {
    await writeForOthers(out, subject, batch, files, output);
    return null;
  }
  const entry = await keep(session, batch, files);
  if (ground.online) return entry;
  tellKept(entry, subject, pushBefore(batch, ground.sop), output);
  if (!offline) process.exitCode = exitStatus.unreachable;
  return null;
}

async function writeForOthers(
  out: string,
  subject: string,
  batch: BatchFile,
  files: readonly BoundFile[],
  output: Output,
): Promise<void> {
  await writeBatchAndFiles(out, batch, files);
  const beside = files.map(({ sha256, path }) => ({ sha256, path }));
  output.result({ subject, out, missing: missingSignatures(batch), files: beside }, [
    subject,
    out,
    ...files.map(({ path }) => `  + ${path}`),
    ...tellStanding(out, batch, output.language),
  ]);
}

function tellKept({ id, batch }: OutboxEntry, subject: string, before: string | null, output: Output): void {
  const events = eventIdsOf(batch);
  output.result({ subject, outbox: id, events, pushBefore: before }, [
    subject,
    keptLine(id, output.language),
    `${output.language === 'fr' ? 'événement' : 'event'} ${events[0]}`,
    ...(before === null ? [] : [pushBeforeLine(before, output.language)]),
  ]);
}

/** A file nobody names would be uploaded for nothing: it is another one than was meant. */
function requireNamed(batch: BatchFile, files: readonly BoundFile[]): void {
  const named = new Set(filesNamedBy(batch).map(({ sha256 }) => sha256));
  for (const { sha256, path } of files) {
    if (named.has(sha256)) continue;
    throw new UsageError({
      en: `The act does not name ${path}: its SHA-256 is ${sha256}`,
      fr: `L'acte ne désigne pas ${path} : son SHA-256 est ${sha256}`,
    });
  }
}

function keptLine(id: string, language: Language): string {
  return language === 'fr'
    ? `NON ENVOYÉ. Signé et gardé ici (${id}) ; l'envoyer : scelle outbox push --as CLÉ:RÔLE`
    : `NOT SENT. Signed and kept here (${id}); send it: scelle outbox push --as KEY:ROLE`;
}

function pushBeforeLine(before: string, language: Language): string {
  return language === 'fr'
    ? `À envoyer avant ${before} ; ensuite, inscription tardive contresignée par un superviseur.`
    : `To be pushed before ${before}; after that it is a late entry, countersigned by a supervisor.`;
}
