import {
  checkHeads,
  checkReceipts,
  eventIdsOf,
  headIn,
  isWaiting,
  KnownLog,
  type OutboxEntry,
  type PushOutcome,
  type PushParts,
  pushOutbox,
  readKnowledge,
  Service,
  ServiceProblem,
  ServiceUnreachable,
  type TakenAlong,
  writeKnowledge,
} from '../client/index.js';
import { type Head, Heads } from '../custody/compose/compose-act.js';
import { parseTime, SealedSecretError } from '../log/index.js';
import { DeviceVault } from './device-vault.js';
import { type Device, DeviceHome, isMissing } from './home.js';
import type { NamedOfficer } from './officers.js';
import { OutboxFolder } from './outbox-folder.js';
import type { Output } from './output.js';
import { type Ask, type PassphraseOutput, readOutboxPassphrase } from './passphrase.js';
import { UsageError } from './usage-error.js';

/** A device at work: its home, its service, its outbox. */
export interface DeviceSession {
  readonly home: DeviceHome;
  readonly device: Device;
  readonly service: Service;
  readonly vault: DeviceVault;
  readonly outbox: OutboxFolder;
}

export async function openDeviceSession(folder: string, output: Output): Promise<DeviceSession> {
  const home = new DeviceHome(folder);
  const device = await home.device();
  const service = new Service({
    url: device.service,
    language: output.language,
    purpose: readPurpose(process.env.SCELLE_READ_PURPOSE),
    fetch: (address, init) => fetch(address, init),
  });
  const vault = await openVault(home, output);
  return { home, device, service, vault, outbox: new OutboxFolder(vault) };
}

/** A header takes no other characters. @throws UsageError */
function readPurpose(said: string | undefined): string | null {
  if (said === undefined || said === '') return null;
  if (/^[\x20-\x7e\u00a0-\u00ff]{1,300}$/.test(said)) return said;
  throw new UsageError({
    en: 'SCELLE_READ_PURPOSE: at most 300 characters of Latin script, on one line',
    fr: 'SCELLE_READ_PURPOSE : au plus 300 caractères latins, sur une ligne',
  });
}

/** @throws UsageError where the passphrase of the outbox is missing or wrong */
export async function openVault(
  home: DeviceHome,
  output: PassphraseOutput,
  asking?: Ask,
): Promise<DeviceVault> {
  try {
    return await DeviceVault.open(home, key => readOutboxPassphrase(key, output, asking));
  } catch (cause) {
    if (!(cause instanceof SealedSecretError) || cause.fault === 'not-such-a-file') throw cause;
    const missing = cause.fault === 'passphrase-missing';
    throw new UsageError(
      missing
        ? {
            en: 'what this device keeps is under a passphrase: type it, or set SCELLE_OUTBOX_PASSPHRASE',
            fr: 'ce que garde cet appareil est sous phrase secrète : tapez-la, ou indiquez SCELLE_OUTBOX_PASSPHRASE',
          }
        : {
            en: "the passphrase of this device's outbox is wrong, or outbox.key was changed",
            fr: 'la phrase secrète des envois de cet appareil est fausse, ou outbox.key a été modifié',
          },
      { cause },
    );
  }
}

/** Opens a session for reading with the first officer whose key is here. */
export async function signIn({ service, device }: DeviceSession, { unlocked }: NamedOfficer): Promise<void> {
  if (unlocked !== null) await service.openSession(device.origin, unlocked, Date.now);
}

/** As `signIn`; false where the service cannot be reached or cannot answer just now. */
export async function tryToSignIn(session: DeviceSession, officer: NamedOfficer): Promise<boolean> {
  try {
    await signIn(session, officer);
    return true;
  } catch (error) {
    if (isAway(error)) return false;
    throw error;
  }
}

function isAway(error: unknown): boolean {
  if (error instanceof ServiceUnreachable) return true;
  return error instanceof ServiceProblem && error.problem.status >= 500;
}

/** Entries of the outbox that are left out: they are about to be signed again. */
export type LeftOut = ReadonlySet<string>;

/**
 * Heads from the service, moved on by what was signed on this device: later acts follow it. What goes back before this
 * device's own receipts, or what it took along, is not believed.
 * @throws HeadNotBelieved
 */
export async function knownHeads(
  session: DeviceSession,
  subjects: readonly string[],
  leftOut: LeftOut,
): Promise<Heads> {
  const said = await session.service.heads(subjects);
  checkHeads(
    said.map(({ subject, seq, eventId }) => ({ subject, seq, eventId })),
    await headsHeld(session),
  );
  const known = new Map(said.map(({ subject, seq, eventId }) => [subject, { seq, eventId }]));
  return outboxHeads(session, known, leftOut);
}

/** Where each subject stood at least: by the receipts of this device, or when it was taken along. */
async function headsHeld(session: DeviceSession): Promise<(subject: string) => Head | undefined> {
  const taken = await readTakenAlong(session);
  const { entries } = await session.outbox.list();
  const proven = new Map<string, Head>();
  for (const { batch, receipts } of entries) if (receipts !== null) moveOn(proven, batch);
  return subject => {
    const [own, read] = [proven.get(subject), taken === null ? undefined : headIn(taken, subject)];
    return (own?.seq ?? 0) >= (read?.seq ?? 0) ? own : read;
  };
}

/** Heads moved on by what was signed on this device; `known` may be empty where nothing else is known. */
export async function outboxHeads(
  { outbox }: DeviceSession,
  known: Map<string, Head>,
  leftOut: LeftOut,
): Promise<Heads> {
  for (const { batch } of await signedHere(outbox, leftOut)) moveOn(known, batch);
  return new Heads(subject => known.get(subject));
}

/** What waits, and what the log has: in the order of signing. What was refused, replaced or dropped moves nothing. */
async function signedHere(outbox: OutboxFolder, leftOut: LeftOut): Promise<readonly OutboxEntry[]> {
  const { entries } = await outbox.list();
  return entries.filter(entry => (isWaiting(entry) || entry.receipts !== null) && !leftOut.has(entry.id));
}

function moveOn(known: Map<string, Head>, batch: OutboxEntry['batch']): void {
  for (const [position, eventId] of eventIdsOf(batch).entries()) {
    const payload = batch.events[position]?.payload;
    if (payload !== undefined && payload.seq > (known.get(payload.subject)?.seq ?? 0))
      known.set(payload.subject, { seq: payload.seq, eventId });
  }
}

function knowledgePath(home: DeviceHome): string {
  return home.path('taken-along.sealed');
}

export async function readTakenAlong({ home, vault }: DeviceSession): Promise<TakenAlong | null> {
  try {
    return readKnowledge(await vault.read(knowledgePath(home)));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

export function saveTakenAlong({ home, vault }: DeviceSession, taken: TakenAlong): Promise<void> {
  return vault.write(knowledgePath(home), writeKnowledge(taken));
}

/** The log as this device knows it: what was taken along, moved on by what was signed here since. */
export async function knownLog(
  { outbox }: DeviceSession,
  taken: TakenAlong,
  leftOut: LeftOut,
): Promise<KnownLog> {
  const known = new KnownLog(taken);
  for (const { batch } of await signedHere(outbox, leftOut)) {
    known.take(batch, parseTime(batch.events[0]?.payload.at ?? ''));
  }
  return known;
}

/** Pushes all that waits. */
export function pushAll(
  { outbox, service, device }: DeviceSession,
  parts: Pick<PushParts, 'upload' | 'told'>,
): Promise<readonly PushOutcome[]> {
  const check = (batch: OutboxEntry['batch'], receipts: NonNullable<OutboxEntry['receipts']>) =>
    checkReceipts(batch, receipts, device.logKey, Date.now());
  return pushOutbox(outbox, service, { ...parts, check });
}
