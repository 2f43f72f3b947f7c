import { subjectTag } from '../../log/index.js';
import type { Contents } from '../bag/contents.js';
import { readSubjects } from '../bag/records.js';

/** What `subjects.ndjson` says of a subject, and its head statement apart. */
export interface KnownSubject {
  readonly tag: Uint8Array;
  /** A head statement is there: its history is said to be inside from beginning to end. */
  readonly whole: boolean;
}

export type Subjects = ReadonlyMap<string, KnownSubject>;

/** @throws {CheckFailure} `bag`, `leaf` */
export async function loadSubjects(contents: Contents): Promise<Subjects> {
  const subjects = new Map<string, KnownSubject>();
  for await (const { subject, salt, head } of readSubjects(contents)) {
    subjects.set(subject, { tag: subjectTag(salt, subject), whole: head !== null });
  }
  return subjects;
}
