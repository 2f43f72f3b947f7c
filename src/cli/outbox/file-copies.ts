import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import type { OutboxFile } from '../../client/index.js';
import { LocalizedError } from '../../custody/text.js';
import { writePartsDurably } from '../../disk/write-durably.js';
import { type DeviceVault, sealOverhead } from '../device-vault.js';
import { isMissing, listFolder } from '../home.js';
import { partBytes, readHashed, readPart } from '../read-hashed.js';

/** What a copy is made of: the hash the act names, and where the file lies. */
export type FileToCopy = Pick<OutboxFile, 'sha256' | 'path'>;

/** A copy that is open for reading. */
export interface OpenCopy {
  /** Bytes of the file itself. */
  readonly size: number;
  /** Bytes from `start` to before `end`. @throws SealedSecretError where the copy was damaged */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

/** The device has no room for the files of an act. */
class NoRoomError extends LocalizedError {
  override readonly name = 'NoRoomError';
}

const sealedPart = partBytes + sealOverhead;

/**
 * The files that acts in the outbox name, as copies of the device's own under their hash: a push needs neither the
 * card nor the folder they came from. Encrypted as the outbox is, in parts of one MiB, each bound to its file and its
 * place there; two acts that name the same bytes share one copy.
 */
export class FileCopies {
  readonly #vault: DeviceVault;

  constructor(vault: DeviceVault) {
    this.#vault = vault;
  }

  /**
   * Copies files, each durable and its hash checked when this returns; all of them or none.
   * @throws NoRoomError; UsageError where a file is not the one the act names
   */
  async take(files: readonly FileToCopy[]): Promise<void> {
    const fresh: string[] = [];
    try {
      for (const file of files) {
        if (await this.has(file.sha256)) continue;
        await this.#copy(file);
        fresh.push(file.sha256);
      }
    } catch (error) {
      for (const sha256 of fresh) await this.#remove(sha256);
      throw error;
    }
  }

  async has(sha256: string): Promise<boolean> {
    const found = await stat(this.#pathOf(sha256)).catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    return found !== undefined;
  }

  async open(sha256: string): Promise<OpenCopy> {
    const path = this.#pathOf(sha256);
    const file = await open(path, 'r');
    const { size } = await file.stat();
    return {
      size: size - Math.ceil(size / sealedPart) * sealOverhead,
      read: (start, end) => this.#read(file, sha256, start, end),
      close: () => file.close(),
    };
  }

  /** Removes every copy but those wanted, and what a crash left unfinished. No act may be composed meanwhile. */
  async keepOnly(wanted: ReadonlySet<string>): Promise<void> {
    for (const name of await listFolder(this.#folder)) if (!wanted.has(name)) await this.#remove(name);
  }

  get #folder(): string {
    return this.#vault.home.path('outbox', 'files');
  }

  #pathOf(sha256: string): string {
    return this.#vault.home.path('outbox', 'files', sha256);
  }

  #remove(name: string): Promise<void> {
    return rm(this.#pathOf(name), { force: true });
  }

  async #copy({ sha256, path }: FileToCopy): Promise<void> {
    try {
      await writePartsDurably(this.#pathOf(sha256), this.#sealed(path, sha256));
    } catch (error) {
      throw isFull(error) ? noRoom(path, error) : error;
    }
  }

  async *#sealed(path: string, sha256: string): AsyncGenerator<Uint8Array> {
    let index = 0;
    for await (const part of readHashed(path, sha256)) {
      yield this.#vault.seal(part, placeOf(sha256, index));
      index += 1;
    }
  }

  async #read(
    file: FileHandle,
    sha256: string,
    start: number,
    end: number,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const parts: Uint8Array[] = [];
    for (let index = Math.floor(start / partBytes); index * partBytes < end; index++) {
      const sealed = await readPart(file, index * sealedPart, (index + 1) * sealedPart);
      if (sealed.length === 0) break;
      const clear = await this.#vault.unseal(sealed, placeOf(sha256, index), this.#pathOf(sha256));
      const from = index * partBytes;
      parts.push(clear.subarray(Math.max(0, start - from), end - from));
    }
    return new Uint8Array(Buffer.concat(parts));
  }
}

function placeOf(sha256: string, index: number): string {
  return `${sha256} ${index}`;
}

function isFull(error: unknown): boolean {
  const { code } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  return code === 'ENOSPC' || code === 'EDQUOT';
}

function noRoom(path: string, cause: unknown): NoRoomError {
  const text = {
    en: `There is no room left on this device for a copy of ${path}; nothing half-written is left. Make room, or push what waits, and try again.`,
    fr: `Il n'y a plus de place sur cet appareil pour une copie de ${path} ; rien n'est resté à moitié écrit. Libérez de la place, ou envoyez ce qui attend, puis recommencez.`,
  };
  return new NoRoomError(text, { cause });
}
