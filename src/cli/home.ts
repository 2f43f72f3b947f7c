import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeFileDurably } from '../disk/write-durably.js';
import type { JsonValue } from '../log/index.js';
import type { BoundFile } from './act/body.js';
import { requirePicture } from './picture-content.js';
import { UsageError } from './usage-error.js';

/** What a device knows of its log, in `device.json` of its home folder. */
export interface Device {
  /** Address of the service, e.g. `http://127.0.0.1:8420`. */
  readonly service: string;
  readonly origin: string;
  readonly logSubject: string;
  /** Verifier key of the log: receipts that come are checked against it. */
  readonly logKey: string;
  /** Keys the log had before it, as this device followed them: receipts of then are good by them. Absent: none. */
  readonly formerLogKeys?: readonly string[];
}

/** An officer's device: one folder with what it knows, its outbox and its receipts. */
export class DeviceHome {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  path(...names: readonly string[]): string {
    return join(this.folder, ...names);
  }

  async device(): Promise<Device> {
    const device = await this.knownDevice();
    if (device !== null) return device;
    const path = this.path('device.json');
    throw new UsageError({
      en: `${path} is missing: say \`scelle connect URL\` first, or give --home`,
      fr: `${path} manque : dites d'abord \`scelle connect URL\`, ou donnez --home`,
    });
  }

  /** As `device`; null where the device was not connected yet. */
  async knownDevice(): Promise<Device | null> {
    const stored = await readJsonFile(this.path('device.json')).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (stored === null) return null;
    const { service, origin, logSubject, logKey, formerLogKeys } = stored as unknown as Device;
    return { service, origin, logSubject, logKey, ...(formerLogKeys && { formerLogKeys }) };
  }

  saveDevice(device: Device): Promise<void> {
    return writeFileDurably(this.path('device.json'), `${JSON.stringify(device, null, 2)}\n`);
  }
}

export async function readJsonFile(path: string): Promise<JsonValue> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError({ en: `${path} is not JSON`, fr: `${path} n'est pas du JSON` }, { cause });
  }
}

/** Names of the files in a folder, sorted; empty where the folder is missing. */
export async function listFolder(path: string): Promise<readonly string[]> {
  try {
    return (await readdir(path)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.heic': 'image/heic',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.webp': 'image/webp',
  '.dng': 'image/x-adobe-dng',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
  '.json': 'application/json',
  '.csv': 'text/csv',
};

/** How the name of a file of this media type ends, with the point; empty where that is not known. */
export function extensionOf(mediaType: string): string {
  return Object.entries(mediaTypes).find(([, type]) => type === mediaType)?.[0] ?? '';
}

/**
 * Hashes a file as it lies there; it is never read whole into memory.
 * @throws UsageError where it cannot be read, or is called a picture and is none
 */
export async function bindFile(path: string): Promise<BoundFile> {
  const hash = createHash('sha256');
  const { size } = await stat(path).catch(() => {
    throw new UsageError({
      en: `the file ${path} cannot be read`,
      fr: `le fichier ${path} ne peut être lu`,
    });
  });
  const mediaType = mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
  await requirePicture(path, mediaType);
  await pipeline(createReadStream(path), hash);
  return { sha256: hash.digest('hex'), size, mediaType, path };
}
