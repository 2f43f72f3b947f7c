import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { type OutboxEntry, type PushOutcome, pushOutbox, Service } from '../client/index.js';
import { type Head, Heads } from '../custody/compose/compose-act.js';
import { type Device, DeviceHome } from './home.js';
import type { NamedOfficer } from './officers.js';
import { OutboxFolder } from './outbox-folder.js';
import type { Output } from './output.js';

/** A device at work: its home, its service, its outbox. */
export interface DeviceSession {
  readonly home: DeviceHome;
  readonly device: Device;
  readonly service: Service;
  readonly outbox: OutboxFolder;
}

export async function openDeviceSession(folder: string, output: Output): Promise<DeviceSession> {
  const home = new DeviceHome(folder);
  const device = await home.device();
  const service = new Service({
    url: device.service,
    language: output.language,
    fetch: (address, init) => fetch(address, init),
  });
  const outbox = await OutboxFolder.open(home, process.env.SCELLE_OUTBOX_PASSPHRASE ?? null);
  return { home, device, service, outbox };
}

/** Opens a session for reading with the first officer whose key is here. */
export async function signIn({ service, device }: DeviceSession, { unlocked }: NamedOfficer): Promise<void> {
  if (unlocked !== null) await service.openSession(device.origin, unlocked, Date.now());
}

/** Heads from the service, moved on by what waits in the outbox: later acts follow what was signed here. */
export async function knownHeads(session: DeviceSession, subjects: readonly string[]): Promise<Heads> {
  const known = new Map<string, Head>();
  for (const { subject, seq, eventId } of await session.service.heads(subjects))
    known.set(subject, { seq, eventId });
  return new Heads(subject => known.get(subject));
}

/** Pushes all that waits; files are streamed from where they lie. */
export function pushAll(
  { outbox, service }: DeviceSession,
  told: (outcome: PushOutcome) => void,
): Promise<readonly PushOutcome[]> {
  const upload = (file: OutboxEntry['files'][number]) =>
    service.putFile(
      file.sha256,
      file.mediaType,
      Readable.toWeb(createReadStream(file.path)) as ReadableStream,
    );
  return pushOutbox(outbox, service, upload, told);
}
