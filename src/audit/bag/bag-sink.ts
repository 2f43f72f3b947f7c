/** Where the files of a bag go, one after the other, in the order in which they are written. */
export interface BagSink {
  /**
   * Takes one file whole. Returns when its bytes are taken, so that nothing more than a part is in memory.
   * @param path inside the bag, `/` between names
   */
  write(path: string, parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>;
  /** Everything was written. Before this returns the bag is not to be relied on. */
  close(): Promise<void>;
}
