import { type BatchFile, submissionOf } from '../../client/index.js';
import type { ComposedRow } from './compose-rows.js';

/** Events of one batch at most (log-format section 10). */
const maxEvents = 1000;

/** Size of one batch at most, in characters: what the service takes at once, with room to spare. */
const maxCharacters = 16 * 1024 * 1024;

/** Whole rows, at most `maxEvents` events and `maxCharacters` in one batch: an item's acts stay together. */
export function chunksOf(rows: readonly ComposedRow[]): readonly (readonly ComposedRow[])[] {
  const chunks: ComposedRow[][] = [];
  let events = maxEvents;
  let characters = 0;
  for (const row of rows) {
    const size = sizeOf(row.batch);
    events += row.batch.events.length;
    characters += size;
    if (events > maxEvents || characters > maxCharacters) {
      chunks.push([]);
      events = row.batch.events.length;
      characters = size;
    }
    chunks.at(-1)?.push(row);
  }
  return chunks;
}

function sizeOf(batch: BatchFile): number {
  const signed = {
    ...batch,
    events: batch.events.map(event => ({ ...event, jws: JSON.stringify(event.payload) })),
  };
  return submissionOf(signed).reduce((sum, { length }) => sum + length, 0) * 2;
}
