import type { Selection } from './selection.js';

/** The leaves of a selection, rising. */
export function indexesInside({ indexes }: Selection, size: number): Iterable<number> {
  return indexes ?? upTo(size);
}

function* upTo(size: number): Generator<number> {
  for (let index = 0; index < size; index++) yield index;
}
