/** @throws where `SCELLE_EVERY_BYTE` is neither `yes` nor a part such as `3/41` */
export function readChoice(
  chosen: string | undefined,
): { readonly part: number; readonly parts: number } | null {
  if (chosen === undefined || chosen === '') return null;
  if (chosen === 'yes') return { part: 1, parts: 1 };
  const [, part, parts] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(chosen) ?? []).map(Number);
  if (part === undefined || parts === undefined || part > parts)
    throw new Error(`SCELLE_EVERY_BYTE is "yes" or a part such as "3/41", not "${chosen}"`);
  return { part, parts };
}

const choice = readChoice(process.env.SCELLE_EVERY_BYTE);

/** Each byte of those chosen is damaged: a run of its own, that takes hours. */
export const isLongRun = choice !== null;

/**
 * Offsets of the bytes to damage: all of them with `SCELLE_EVERY_BYTE=yes`; with `SCELLE_EVERY_BYTE=K/N` those of the
 * K-th of N parts, which together are all of them; else so few that a suite stays within its minute.
 * @param usual how many bytes further the next one lies, where nothing is chosen
 */
export function chosenOffsets(length: number, usual: number, chosen = choice): Generator<number> {
  return chosen === null ? offsets(length, usual) : offsets(length, chosen.parts, chosen.part - 1);
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

/** Offsets, each a stride after the one before. */
export function* offsets(length: number, stride: number, first = 0): Generator<number> {
  for (let offset = first; offset < length; offset += stride) yield offset;
}

/** The bytes with one of them changed in this bit. */
export function flipped(bytes: Uint8Array, offset: number, bit = 1): Uint8Array {
  const copy = bytes.slice();
  copy[offset] = (copy[offset] ?? 0) ^ bit;
  return copy;
}
