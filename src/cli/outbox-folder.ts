import type { OutboxEntry, OutboxStore, UnreadableEntry } from '../client/index.js';
import { isJsonObject, type JsonValue, SealedSecretError } from '../log/index.js';
import { acquireFileLock } from '../store/file-lock.js';
import type { DeviceVault } from './device-vault.js';
import { listFolder } from './home.js';
import { UsageError } from './usage-error.js';

/** How long a command waits for another one that is just writing to the outbox. */
const lockPatienceMs = 30_000;

/** The outbox as a folder, one encrypted file an entry. */
export class OutboxFolder implements OutboxStore {
  readonly #vault: DeviceVault;

  constructor(vault: DeviceVault) {
    this.#vault = vault;
  }

  async list(): Promise<{
    readonly entries: readonly OutboxEntry[];
    readonly unreadable: readonly UnreadableEntry[];
  }> {
    const entries: OutboxEntry[] = [];
    const unreadable: UnreadableEntry[] = [];
    const names = await listFolder(this.#vault.home.path('outbox'));
    for (const name of names.filter(other => other.endsWith('.entry'))) {
      try {
        entries.push(await this.#read(name));
      } catch (error) {
        if (!(error instanceof SealedSecretError)) throw error;
        unreadable.push({ name, reason: error.message });
      }
    }
    return { entries: entries.sort((left, right) => left.position - right.position), unreadable };
  }

  async put(entry: OutboxEntry): Promise<void> {
    const plain: JsonValue = JSON.parse(JSON.stringify(entry));
    await this.#vault.write(this.#vault.home.path('outbox', `${entry.id}.entry`), plain);
  }

  async find(id: string): Promise<OutboxEntry> {
    const found = (await this.list()).entries.find(entry => entry.id === id);
    if (found === undefined) {
      throw new UsageError({
        en: `${id} is not in the outbox: see \`scelle outbox list\``,
        fr: `${id} n'est pas parmi les envois : voir \`scelle outbox list\``,
      });
    }
    return found;
  }

  /** Runs `work` while no other command of this device composes: two would take the same place. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const lock = await acquireFileLock(this.#vault.home.path('outbox.lock'), lockPatienceMs);
    try {
      return await work();
    } finally {
      lock.release();
    }
  }

  /** The next position: entries are pushed in the order they were signed. */
  async nextPosition(): Promise<number> {
    return Math.max(0, ...(await this.list()).entries.map(({ position }) => position)) + 1;
  }

  async #read(name: string): Promise<OutboxEntry> {
    const entry = await this.#vault.read(this.#vault.home.path('outbox', name));
    if (!isJsonObject(entry) || !isJsonObject(entry.batch ?? null)) {
      throw new SealedSecretError('not-such-a-file', `${name} is no entry of an outbox`);
    }
    return entry as unknown as OutboxEntry;
  }
}
