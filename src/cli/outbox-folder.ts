import { copiesNeeded, type OutboxEntry, type OutboxStore, type UnreadableEntry } from '../client/index.js';
import { tryFileLock } from '../disk/file-lock.js';
import { whileLocked } from '../disk/while-locked.js';
import { isJsonObject, type JsonValue, SealedSecretError } from '../log/index.js';
import type { DeviceVault } from './device-vault.js';
import { listFolder } from './home.js';
import { FileCopies } from './outbox/file-copies.js';
import { UsageError } from './usage-error.js';

/** The outbox as a folder, one encrypted file an entry, and copies of the files that entries name. */
export class OutboxFolder implements OutboxStore {
  readonly copies: FileCopies;
  readonly #vault: DeviceVault;

  constructor(vault: DeviceVault) {
    this.#vault = vault;
    this.copies = new FileCopies(vault);
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
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return whileLocked(this.#lockPath, work);
  }

  /**
   * Removes the copies that the service has, and those that a crash left for no act. Where a command composes just
   * now, or an entry cannot be read, nothing is removed: the next push does.
   */
  async tidy(): Promise<void> {
    const lock = tryFileLock(this.#lockPath);
    if (lock === null) return;
    try {
      const { entries, unreadable } = await this.list();
      if (unreadable.length === 0) await this.copies.keepOnly(copiesNeeded(entries));
    } finally {
      lock.release();
    }
  }

  /** The next position: entries are pushed in the order they were signed. */
  async nextPosition(): Promise<number> {
    return Math.max(0, ...(await this.list()).entries.map(({ position }) => position)) + 1;
  }

  get #lockPath(): string {
    return this.#vault.home.path('outbox.lock');
  }

  async #read(name: string): Promise<OutboxEntry> {
    const entry = await this.#vault.read(this.#vault.home.path('outbox', name));
    if (!isJsonObject(entry) || !isJsonObject(entry.batch ?? null)) {
      throw new SealedSecretError('not-such-a-file', `${name} is no entry of an outbox`);
    }
    return entry as unknown as OutboxEntry;
  }
}
