import { FormatError, utf8Text } from '../../log/index.js';
import { CheckFailure } from '../check-failure.js';
import type { Bag } from './bag.js';
import { Contents } from './contents.js';
import {
  type EventRecord,
  parseEventLine,
  readEventLines,
  readSubjects,
  type SubjectRecord,
} from './records.js';

const MAX_NOTE_BYTES = 65_536;

/** What an export holds, read without verifying any of it: for who verifies every event himself. */
export interface UnverifiedRecords {
  events(): AsyncGenerator<EventRecord>;
  subjects(): AsyncGenerator<SubjectRecord>;
  /** The signed note; null where it is missing or no text. */
  checkpoint(): Promise<string | null>;
}

/** @throws {CheckFailure} `bag` here and while reading, where what is there is in no form */
export async function readUnverified(bag: Bag): Promise<UnverifiedRecords> {
  const sizes = new Map<string, number>();
  for await (const { path, size } of bag.list()) sizes.set(path, size);
  const contents = new Contents(bag, sizes, null);
  return {
    async *events() {
      for await (const line of readEventLines(contents)) yield parseEventLine(line);
    },
    subjects: () => readSubjects(contents),
    async checkpoint() {
      if (!contents.has('checkpoint')) return null;
      try {
        return utf8Text(await contents.read('checkpoint', MAX_NOTE_BYTES));
      } catch (error) {
        if (error instanceof FormatError || error instanceof CheckFailure || error instanceof TypeError)
          return null;
        throw error;
      }
    },
  };
}
