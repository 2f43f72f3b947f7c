import { configure, ERR_EOCDR_NOT_FOUND, type FileEntry, Reader, ZipReader } from '@zip.js/zip.js';
import { CheckFailure } from '../check-failure.js';
import type { Bag, BagFile } from './bag.js';
import { toldPath } from './bag-path.js';

/** A file that is read at any place; a Blob, a file handle. */
export interface RandomAccess {
  /** Bytes. */
  readonly size: number;
  /** Exactly `length` bytes from `offset` on; fewer at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Files and folders: the library holds about 6 KiB for each as long as the ZIP is open. A folder may have more. */
const MAX_ENTRIES = 100_000;
/** Beyond a gigabyte, what unpacks to more than this many times the size of the ZIP is a bomb. */
const MAX_RATIO = 250;
const MIN_BOMB_BYTES = 1024 ** 3;
const FILE_TYPE_MASK = 0o170000;
const REGULAR_FILE = 0o100000;
/** Stored, deflated. */
const METHODS = [0, 8];

// Decompression on this thread: streams of the platform, no workers that would need an address.
configure({ useWebWorkers: false, useCompressionStream: true });

class AccessReader extends Reader<RandomAccess> {
  readonly #access: RandomAccess;

  constructor(access: RandomAccess) {
    super(access);
    this.#access = access;
    this.size = access.size;
  }

  override readUint8Array(index: number, length: number): Promise<Uint8Array> {
    return this.#access.read(index, Math.max(0, Math.min(length, this.size - index)));
  }
}

/**
 * A bag in a ZIP with one top folder (log-format section 11). A ZIP that two programs could read in two ways is
 * refused: names or sizes that differ between its two lists, entries that overlap, anything before or after it.
 */
export function openZipBag(access: RandomAccess): Bag {
  const reader = new ZipReader(new AccessReader(access), {
    strictness: 'strict',
    filenameValidation: 'strict',
    checkOverlappingEntry: true,
    checkCrc32: true,
  });
  const entries = new Map<string, FileEntry>();
  return {
    list: () => refusing('.', listFiles(reader, access.size, entries)),
    open: path => refusing(path, readEntry(entries.get(path))),
  };
}

/** Whatever the library refuses is a bag that is none. */
async function* refusing<Item>(path: string, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  try {
    yield* items;
  } catch (cause) {
    if (cause instanceof CheckFailure || isFault(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (reason === ERR_EOCDR_NOT_FOUND) {
      throw new CheckFailure('bag', path, 'the ZIP is cut short or not a ZIP', { cause });
    }
    throw new CheckFailure('bag', path, `not a ZIP that can be read in one way only: ${reason}`, { cause });
  }
}

/** A disk that cannot be read says nothing about the export. */
function isFault(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

async function* listFiles(
  reader: ZipReader<RandomAccess>,
  zipBytes: number,
  entries: Map<string, FileEntry>,
): AsyncGenerator<BagFile> {
  let top: string | undefined;
  let total = 0;
  let count = 0;
  for await (const entry of entriesOf(reader)) {
    if (++count > MAX_ENTRIES) throw tooMany();
    const [folder = '', ...rest] = entry.filename.split('/');
    top ??= folder;
    if (folder !== top || rest.length === 0) {
      throw new CheckFailure('bag', toldPath(entry.filename), 'expected one top folder in the ZIP');
    }
    if (entry.directory) continue;
    const path = rest.join('/');
    const { uncompressedSize: size } = entry;
    requirePlainFile(entry, path);
    total += size;
    if (total > MIN_BOMB_BYTES && total > MAX_RATIO * zipBytes) {
      throw new CheckFailure(
        'bag',
        toldPath(path),
        `the ZIP unpacks to more than ${MAX_RATIO} times its size`,
      );
    }
    entries.set(path, entry);
    yield { path, size };
  }
}

/**
 * Where the ZIP says beforehand that they are too many, none is taken.
 */
async function* entriesOf(reader: ZipReader<RandomAccess>): ReturnType<typeof reader.getEntriesGenerator> {
  let announced = 0;
  const options: Parameters<typeof reader.getEntriesGenerator>[0] = {
    async onprogress(_, total) {
      announced = total;
      // Once is enough: it makes another entry at each call.
      delete options?.onprogress;
    },
  };
  for await (const entry of reader.getEntriesGenerator(options)) {
    if (announced > MAX_ENTRIES) throw tooMany();
    yield entry;
  }
  return false;
}

function tooMany(): CheckFailure {
  return new CheckFailure(
    'bag',
    '.',
    `a ZIP of more than ${MAX_ENTRIES} entries: unpacked, the folder can be verified`,
  );
}

function requirePlainFile(entry: FileEntry, path: string): void {
  const { encrypted, compressionMethod, externalFileAttributes } = entry;
  // Unix programs keep the type of a file in the upper half of its attributes, whoever else made the ZIP.
  const type = (externalFileAttributes >>> 16) & FILE_TYPE_MASK;
  if (type !== 0 && type !== REGULAR_FILE) {
    throw new CheckFailure('bag', toldPath(path), 'a link or a device: an export has files alone');
  }
  if (encrypted || !METHODS.includes(compressionMethod)) {
    throw new CheckFailure('bag', toldPath(path), 'encrypted, or packed in another way than by deflate');
  }
}

/** Decompressed as it is asked for: a reader that stops stops the decompression. */
async function* readEntry(entry: FileEntry | undefined): AsyncGenerator<Uint8Array> {
  if (entry === undefined) return;
  let fail = (_reason: unknown): void => {};
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    start(controller) {
      fail = reason => controller.error(reason);
    },
  });
  const written = entry.getData(writable);
  // Where it fails before it has written anything, the library leaves the stream open: reading would wait forever.
  // A promise raced against each read would do too, and hold every part until the end.
  written.catch(fail);
  const parts = readable.getReader();
  let left = entry.uncompressedSize;
  try {
    for (;;) {
      const part = await parts.read();
      if (part.done) break;
      left -= part.value.length;
      if (left < 0) throw new CheckFailure('bag', entry.filename, 'longer than the ZIP says');
      yield part.value;
    }
    await written;
    if (left > 0) throw new CheckFailure('bag', entry.filename, 'shorter than the ZIP says');
  } finally {
    await parts.cancel().catch(() => {});
  }
}
