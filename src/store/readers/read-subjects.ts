import { type Kysely, sql } from 'kysely';
import type { Kind } from '../../custody/schema/identifiers.js';
import type { FieldGroup } from '../../custody/sop/document.js';
import { subjectKind } from '../../log/index.js';
import type { Database } from '../schema/index.js';
import { isKind, resourceOfKind } from './matrix.js';
import { stateSeen } from './state-seen.js';
import { fromKind, idOf } from './tables.js';
import { mayRead, mayReadAlerts, mayReadEvents, type Reading } from './visibility.js';

/** Where a subject stands, for composing the next act and for rehearsing the rules on a device. */
export interface SubjectHead {
  readonly subject: string;
  readonly seq: number;
  readonly eventId: string;
  readonly state: unknown;
}

/** How much of a subject: its fields, its signed statements, or what is not as it should be about it. */
type Depth = FieldGroup | 'events' | 'withheld-events' | 'alerts';

/** Of the subjects named, those whose `depth` the reader may see. Others are as if they did not exist. */
export async function readVisibleSubjects(
  db: Kysely<Database>,
  reading: Reading,
  subjects: readonly string[],
  depth: Depth,
): Promise<readonly SubjectHead[]> {
  const kinds = [...new Set(subjects.map(subjectKind))].filter(isKind);
  const found = await Promise.all(
    kinds.map(kind => {
      const ids = subjects.filter(subject => subjectKind(subject) === kind).map(idOfSubject);
      return readOfKind(db, reading, kind, ids, depth);
    }),
  );
  return found.flat();
}

async function readOfKind(
  db: Kysely<Database>,
  reading: Reading,
  kind: Kind,
  ids: readonly string[],
  depth: Depth,
): Promise<readonly SubjectHead[]> {
  const { rows } = await sql<SubjectHead>`
    select subject.subject, subject.seq, subject.head as "eventId", ${stateSeen(kind, reading)} as state
    ${fromKind(kind)}
    where subject.kind = ${kind} and ${idOf(kind)} = any(${ids}::uuid[])
      and ${visibleAt(reading, kind, depth)}
    order by subject.subject`.execute(db);
  return rows;
}

function visibleAt(reading: Reading, kind: Kind, depth: Depth) {
  const resource = resourceOfKind(kind);
  if (depth === 'events') return mayReadEvents(reading, resource, kind, 'record');
  if (depth === 'withheld-events') return mayReadEvents(reading, resource, kind, 'withheld');
  if (depth === 'alerts') return mayReadAlerts(reading, resource, kind);
  return mayRead(reading, resource, kind, depth);
}

function idOfSubject(subject: string): string {
  return subject.slice(subject.indexOf('/') + 1);
}
