/** A file of a bag, by its path below the folder of the bag, with forward slashes. */
export interface BagFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Where an export is read from: a folder, a ZIP. It is only read, file after file; nothing is unpacked.
 * Whatever is in its way that no bag may have (a link, a name twice, a ZIP that can be read in two ways) it throws
 * as a `CheckFailure` of `bag`.
 */
export interface Bag {
  /** Every file once, in any order. Stops at `MAX_FILES`. */
  list(): AsyncIterable<BagFile>;
  /** The bytes of a listed file, from its beginning; never more than its size. */
  open(path: string): AsyncIterable<Uint8Array>;
}

/** Files of one bag at most: so many names are held in memory. */
export const MAX_FILES = 500_000;
