import { readFile, stat } from 'node:fs/promises';
import { type JsonValue, openSecret, SealedSecretError, sealSecret } from '../log/index.js';
import { type DeviceHome, readJsonFile, writeFileDurably } from './home.js';
import { systemRandom as random } from './system-random.js';

/**
 * What a device keeps encrypted: its outbox and what it took along. Both name places and officers that no log
 * shows. The key lies in `outbox.key`, under a passphrase where one is given; without one the file's mode is all
 * that protects it, as for an officer's key.
 */
export class DeviceVault {
  readonly home: DeviceHome;
  readonly #key: string;

  private constructor(home: DeviceHome, key: string) {
    this.home = home;
    this.#key = key;
  }

  /** @throws SealedSecretError where the passphrase is wrong */
  static async open(home: DeviceHome, passphrase: string | null): Promise<DeviceVault> {
    const path = home.path('outbox.key');
    const exists = await stat(path).then(
      () => true,
      () => false,
    );
    if (!exists) {
      const made = Buffer.from(random(32)).toString('base64url');
      await writeFileDurably(path, JSON.stringify(await sealSecret(made, passphrase, random)));
      return new DeviceVault(home, made);
    }
    const key = await openSecret(await readJsonFile(path), passphrase);
    if (typeof key !== 'string')
      throw new SealedSecretError('not-such-a-file', `${path} is no key of a device`);
    return new DeviceVault(home, key);
  }

  async write(path: string, value: JsonValue): Promise<void> {
    const iv = random(12);
    const clear = Buffer.from(JSON.stringify(value));
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await importKey(this.#key), clear);
    await writeFileDurably(path, Buffer.concat([iv, Buffer.from(data)]).toString('base64url'));
  }

  /** @throws SealedSecretError where the file was changed, cut short, or written with another key */
  async read(path: string): Promise<JsonValue> {
    const stored = Buffer.from(await readFile(path, 'utf8'), 'base64url');
    try {
      const algorithm = { name: 'AES-GCM', iv: stored.subarray(0, 12) };
      const clear = await crypto.subtle.decrypt(algorithm, await importKey(this.#key), stored.subarray(12));
      return JSON.parse(Buffer.from(clear).toString('utf8'));
    } catch (cause) {
      throw new SealedSecretError(
        'not-such-a-file',
        `${path} was changed, cut short, or is of another device`,
        { cause },
      );
    }
  }
}

function importKey(key: string) {
  const usages = ['encrypt', 'decrypt'] as const;
  return crypto.subtle.importKey('raw', Buffer.from(key, 'base64url'), 'AES-GCM', false, [...usages]);
}
