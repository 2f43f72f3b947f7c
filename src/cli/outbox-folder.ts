import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { OutboxEntry, OutboxStore } from '../client/index.js';
import { isJsonObject, type JsonValue, openSecret, sealSecret } from '../log/index.js';
import { type DeviceHome, listFolder, readJsonFile, writeFileDurably } from './home.js';
import { UsageError } from './usage-error.js';

const random = (length: number) => new Uint8Array(randomBytes(length));

/**
 * The outbox as a folder, one file an entry, encrypted: what waits there names sources and places that no log
 * shows. Its key lies in `outbox.key`, under a passphrase where one is given; without one the file's mode is all
 * that protects it, as for an officer's key.
 */
export class OutboxFolder implements OutboxStore {
  readonly #home: DeviceHome;
  readonly #key: string;

  private constructor(home: DeviceHome, key: string) {
    this.#home = home;
    this.#key = key;
  }

  static async open(home: DeviceHome, passphrase: string | null): Promise<OutboxFolder> {
    const path = home.path('outbox.key');
    const exists = await stat(path).then(
      () => true,
      () => false,
    );
    if (!exists) {
      const made = Buffer.from(random(32)).toString('base64url');
      await writeFileDurably(path, JSON.stringify(await sealSecret(made, passphrase, random)));
      return new OutboxFolder(home, made);
    }
    const key = await openSecret(await readJsonFile(path), passphrase);
    if (typeof key !== 'string') throw new UsageError(`${path} is no key of an outbox`);
    return new OutboxFolder(home, key);
  }

  async list(): Promise<readonly OutboxEntry[]> {
    const names = (await listFolder(this.#home.path('outbox'))).filter(name => name.endsWith('.entry'));
    const entries = await Promise.all(names.map(name => this.#read(name)));
    return entries.sort((left, right) => left.position - right.position);
  }

  async put(entry: OutboxEntry): Promise<void> {
    const text: JsonValue = JSON.parse(JSON.stringify(entry));
    const sealed = await encrypt(text, this.#key);
    await writeFileDurably(this.#home.path('outbox', `${entry.id}.entry`), sealed);
  }

  /** The next position: entries are pushed in the order they were signed. */
  async nextPosition(): Promise<number> {
    return Math.max(0, ...(await this.list()).map(({ position }) => position)) + 1;
  }

  async #read(name: string): Promise<OutboxEntry> {
    const entry = await decrypt(this.#home.path('outbox', name), this.#key);
    if (!isJsonObject(entry)) throw new UsageError(`${name} is no entry of an outbox`);
    return entry as unknown as OutboxEntry;
  }
}

async function encrypt(value: JsonValue, key: string): Promise<string> {
  const iv = random(12);
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await importKey(key),
    Buffer.from(JSON.stringify(value)),
  );
  return Buffer.concat([iv, Buffer.from(data)]).toString('base64url');
}

async function decrypt(path: string, key: string): Promise<JsonValue> {
  const stored = Buffer.from(await readFile(path, 'utf8'), 'base64url');
  const clear = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: stored.subarray(0, 12) },
    await importKey(key),
    stored.subarray(12),
  );
  return JSON.parse(Buffer.from(clear).toString('utf8'));
}

function importKey(key: string) {
  return crypto.subtle.importKey('raw', Buffer.from(key, 'base64url'), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
}
