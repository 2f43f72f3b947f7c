import { readFile } from 'node:fs/promises';
import { whileLocked } from '../disk/while-locked.js';
import { writeFileDurably } from '../disk/write-durably.js';
import { isJsonObject, type JsonValue, openSecret, SealedSecretError, sealSecret } from '../log/index.js';
import { type DeviceHome, isMissing, readJsonFile } from './home.js';
import { systemRandom as random } from './system-random.js';

/** By how many bytes what is sealed is longer: nonce and tag of AES-GCM. */
export const sealOverhead = 28;

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

  /**
   * Makes the key where there is none yet.
   * @param passphraseFor asked for once: for a key that is about to be made, or for one that is sealed
   * @throws SealedSecretError where the passphrase is missing or wrong
   */
  static async open(
    home: DeviceHome,
    passphraseFor: (key: 'new' | 'sealed') => Promise<string | null>,
  ): Promise<DeviceVault> {
    const path = home.path('outbox.key');
    const stored = await readStored(path);
    if (stored !== null) {
      const passphrase = isSealed(stored) ? await passphraseFor('sealed') : null;
      return new DeviceVault(home, await openKey(path, stored, passphrase));
    }
    const passphrase = await passphraseFor('new');
    // Of two commands that are the first ones only one makes it: nobody seals with a key that is not kept.
    const key = await whileLocked(home.path('outbox.lock'), async () => {
      const made = await readStored(path);
      return made === null ? makeKey(path, passphrase) : openKey(path, made, passphrase);
    });
    return new DeviceVault(home, key);
  }

  async write(path: string, value: JsonValue): Promise<void> {
    const sealed = await this.seal(Buffer.from(JSON.stringify(value)), '');
    await writeFileDurably(path, Buffer.from(sealed).toString('base64url'));
  }

  /** @throws SealedSecretError where the file was changed, cut short, or written with another key */
  async read(path: string): Promise<JsonValue> {
    const stored = Buffer.from(await readFile(path, 'utf8'), 'base64url');
    const clear = await this.unseal(stored, '', path);
    try {
      return JSON.parse(Buffer.from(clear).toString('utf8'));
    } catch (cause) {
      throw unreadable(path, cause);
    }
  }

  /** Bytes under the device's key, `sealOverhead` longer; `place` says what they are, so that nobody swaps them. */
  async seal(clear: Uint8Array<ArrayBuffer>, place: string): Promise<Uint8Array<ArrayBuffer>> {
    const iv = random(12);
    const key = await importKey(this.#key);
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, ...bound(place) }, key, clear);
    return new Uint8Array(Buffer.concat([iv, Buffer.from(data)]));
  }

  /** What `seal` was given. @throws SealedSecretError naming `path` */
  async unseal(
    sealed: Uint8Array<ArrayBuffer>,
    place: string,
    path: string,
  ): Promise<Uint8Array<ArrayBuffer>> {
    try {
      const algorithm = { name: 'AES-GCM', iv: sealed.subarray(0, 12), ...bound(place) };
      const key = await importKey(this.#key);
      return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.subarray(12)));
    } catch (cause) {
      throw unreadable(path, cause);
    }
  }
}

async function readStored(path: string): Promise<JsonValue | null> {
  return readJsonFile(path).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
}

function isSealed(stored: JsonValue): boolean {
  return isJsonObject(stored) && stored.sealed !== false;
}

async function openKey(path: string, stored: JsonValue, passphrase: string | null): Promise<string> {
  const key = await openSecret(stored, passphrase);
  if (typeof key !== 'string')
    throw new SealedSecretError('not-such-a-file', `${path} is no key of a device`);
  return key;
}

async function makeKey(path: string, passphrase: string | null): Promise<string> {
  const made = Buffer.from(random(32)).toString('base64url');
  await writeFileDurably(path, JSON.stringify(await sealSecret(made, passphrase, random)));
  return made;
}

function bound(place: string) {
  return { additionalData: Buffer.from(place) };
}

function unreadable(path: string, cause: unknown): SealedSecretError {
  const message = `${path} was changed, cut short, or is of another device`;
  return new SealedSecretError('not-such-a-file', message, { cause });
}

function importKey(key: string) {
  const usages = ['encrypt', 'decrypt'] as const;
  return crypto.subtle.importKey('raw', Buffer.from(key, 'base64url'), 'AES-GCM', false, [...usages]);
}
