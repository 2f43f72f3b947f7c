import type { Readable } from 'node:stream';

/** Part of a file: from byte `start` to byte `end`, both included, from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Why bytes were not taken: they are not what was announced. Nothing of them is kept. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly reason: 'hash' | 'size';

  constructor(reason: FileRefused['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** The disk is full or does not answer. What was being taken in is gone: sending it again is safe. */
export class FileStoreUnavailable extends Error {
  override readonly name = 'FileStoreUnavailable';
}

/** Bytes that are whole and have the right hash, and that nobody can read yet. */
export interface StagedFile {
  readonly size: number;
  /**
   * Makes them readable under their hash, and the hash unsettled. Durable when it returns; doing it for bytes
   * already there is no error.
   */
  commit(): Promise<void>;
  /** Leaves nothing behind. Does nothing after `commit`. */
  discard(): Promise<void>;
}

/**
 * Bytes under the SHA-256 of themselves (hexadecimal), written once. Calls may run concurrently, from several
 * processes, also for one and the same hash. What is not committed is never read; what a crash leaves of it is
 * removed by `removeAbandoned`. No call holds a whole file in memory. A disk that fails is
 * `FileStoreUnavailable`.
 *
 * The bytes and what is recorded about them elsewhere cannot change in one step. So a hash is *unsettled* from
 * before its bytes change until whoever records them says that the record stands: what a crash leaves between
 * the two is found by `unsettled`, without looking through all files.
 *
 * Kept in a folder by `FolderFileStore`. A store in S3 stages as a multipart upload with a checksum, and
 * commits by completing it.
 */
export interface FileStore {
  /**
   * Takes bytes in, hashing them on the way.
   * @param limit bytes at most
   * @throws FileRefused
   */
  stage(sha256: string, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<StagedFile>;
  /**
   * Takes in a file that lies on this machine, e.g. a resumed upload, hashing it. `commit` consumes it; `discard`
   * leaves it where it is.
   * @throws FileRefused
   */
  stageFile(sha256: string, path: string): Promise<StagedFile>;
  /** Size in bytes; undefined where it is not there. */
  sizeOf(sha256: string): Promise<number | undefined>;
  /** Where the bytes lie on this machine, for a program that reads them itself; null where they are not there. */
  pathOf(sha256: string): Promise<string | null>;
  /** The caller has asked for the size and consumes or destroys the stream. */
  read(sha256: string, range?: ByteRange): Readable;
  /** Removes the bytes; no error where they are not there. */
  remove(sha256: string): Promise<void>;
  /**
   * Is there room for so many bytes more, and a reserve for what else lives on the disk?
   * @throws FileStoreUnavailable
   */
  requireRoom(bytes: number): Promise<void>;
  /** Every hash whose bytes are there when it is looked for, in order; what comes meanwhile may be left out. */
  stored(): AsyncIterable<string>;
  /** Marks a hash whose record is about to go. Durable when it returns. */
  unsettle(sha256: string): Promise<void>;
  /** Bytes and record agree; no error where nothing was unsettled. */
  settle(sha256: string): Promise<void>;
  /** Hashes unsettled since before `before` (ms since 1970). */
  unsettled(before: number): Promise<readonly string[]>;
  /** Removes what was staged before `before` (ms since 1970) and never committed. */
  removeAbandoned(before: number): Promise<void>;
}
