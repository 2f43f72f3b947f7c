import type { Kysely } from 'kysely';
import { evidenceNumber } from '../../custody/evidence/number.js';
import { isJsonObject, type JsonValue, subjectKind } from '../../log/index.js';
import type { Database } from '../schema/index.js';
import { readVisibleSubjects } from './read-subjects.js';
import type { Reading } from './visibility.js';

/** Members of a state that hold what people call it, whatever kind it is of. */
const namingMembers = ['number', 'manifest', 'code', 'caseFile', 'name'] as const;

/**
 * What people call these subjects, by `<kind>/<UUID>`: as far as the reader may see them, for the code name of a source or
 * the number of a release is itself something that not everybody is told.
 */
export async function readNames(
  db: Kysely<Database>,
  reading: Reading,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const seen = await readVisibleSubjects(db, reading, subjects, 'record');
  return new Map(
    seen.flatMap(({ subject, state }) => {
      const name =
        subjectKind(subject) === 'evidence'
          ? evidenceNumber(subject.slice('evidence/'.length))
          : nameIn(state as JsonValue);
      return name === undefined ? [] : [[subject, name] as const];
    }),
  );
}

function nameIn(state: JsonValue): string | undefined {
  if (!isJsonObject(state)) return undefined;
  return namingMembers.map(member => state[member]).find(name => typeof name === 'string');
}
