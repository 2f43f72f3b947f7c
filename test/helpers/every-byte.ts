/**
 * How many bytes are passed over between two that are damaged: none with `SCELLE_EVERY_BYTE=yes`, for a run of its
 * own; else so many that a suite stays within its minute.
 */
export function strideOf(usual: number): number {
  return process.env.SCELLE_EVERY_BYTE === 'yes' ? 1 : usual;
}

/** Does the work for each item, a few side by side: most of it waits. */
export async function forEach<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  const takeTurns = async (): Promise<void> => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: 8 }, takeTurns));
}

/** Offsets to damage. */
export function* offsets(length: number, stride: number): Generator<number> {
  for (let offset = 0; offset < length; offset += stride) yield offset;
}

/** The bytes with one of them changed in this bit. */
export function flipped(bytes: Uint8Array, offset: number, bit = 1): Uint8Array {
  const copy = bytes.slice();
  copy[offset] = (copy[offset] ?? 0) ^ bit;
  return copy;
}
