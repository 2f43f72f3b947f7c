/** A part of a whole, with the whole beside it: a percentage alone tells nobody how much it rests on. */
export interface Share {
  readonly count: number;
  readonly base: number;
  /** With one decimal; null where there is nothing it could be a part of. */
  readonly percent: number | null;
}

export function shareOf(count: number, base: number): Share {
  return { count, base, percent: base === 0 ? null : Math.round((1000 * count) / base) / 10 };
}

/** How often each label occurs among those that are known, with the base, and the unknown apart. */
export interface Distribution {
  readonly base: number;
  readonly known: number;
  readonly unknown: number;
  /** Of those known; most frequent first. */
  readonly rows: readonly ({ readonly label: string } & Share)[];
}

export function distribute(labels: readonly (string | null)[]): Distribution {
  const known = labels.filter(label => label !== null);
  return {
    base: labels.length,
    known: known.length,
    unknown: labels.length - known.length,
    rows: countEach(known).map(([label, count]) => ({ label, ...shareOf(count, known.length) })),
  };
}

/** Most frequent first, and by their name where they are equally frequent. */
export function countEach(labels: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort(([one, more], [other, less]) => less - more || (one < other ? -1 : 1));
}
