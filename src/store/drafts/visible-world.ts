import type { Kysely } from 'kysely';
import type { LogWorld } from '../../custody/judge/world.js';
import type { LoadedWorld } from '../appender/load-world.js';
import { readVisibleSubjects } from '../readers/read-subjects.js';
import type { Reading } from '../readers/visibility.js';
import type { Database } from '../schema/index.js';

/** The world as one reader may know it. */
export interface VisibleWorld {
  readonly world: LogWorld;
  /** Subjects he may know of, whose record or statements he may not read: nothing can be judged by them. */
  readonly unreadable: readonly string[];
  /** Subjects of the loaded world whose record he may read. */
  readonly read: readonly string[];
}

/**
 * Takes out of a loaded world what the reader may not read. What is taken out is as if it did not exist, so that no
 * verdict over what is left says anything about it: nobody signs a draft, so a rehearsal over the whole log would
 * be a way to ask what is in the register without leaving a trace.
 * @param signers officers whose record he knows in any case
 */
export async function visibleWorld(
  db: Kysely<Database>,
  reading: Reading,
  loaded: LoadedWorld,
  eventIds: readonly string[],
  signers: readonly string[],
): Promise<VisibleWorld> {
  const events = eventIds.map(id => loaded.event(id)).filter(event => event !== undefined);
  const claimants = [...loaded.claims.values()];
  const all = [
    ...new Set([...loaded.subjects.keys(), ...events.map(({ subject }) => subject), ...claimants]),
  ];
  const see = async (depth: 'summary' | 'record' | 'events') =>
    new Set((await readVisibleSubjects(db, reading, all, depth)).map(({ subject }) => subject));
  const [known, records, statements] = [await see('summary'), await see('record'), await see('events')];
  const read = all.filter(subject => records.has(subject));
  for (const officer of signers) records.add(`officer/${officer}`);
  const unreadable = [
    ...[...loaded.subjects.keys()].filter(subject => !records.has(subject)),
    ...events.map(({ subject }) => subject).filter(subject => !statements.has(subject)),
  ].filter(subject => known.has(subject));
  return {
    unreadable: [...new Set(unreadable)].sort(),
    read,
    world: {
      standing: subject => (records.has(subject) ? loaded.standing(subject) : undefined),
      event(eventId) {
        const event = loaded.event(eventId);
        return event !== undefined && statements.has(event.subject) ? event : undefined;
      },
      claimant(set, key) {
        const holder = loaded.claimant(set, key);
        return holder !== undefined && records.has(holder) ? holder : undefined;
      },
      sopDocument: sha256 => loaded.sopDocument(sha256),
      log: () => loaded.log(),
      // A rehearsal is no way to ask whom a piece could betray.
      sourcesOf: () => undefined,
      subjectsNaming: () => undefined,
      piecesLinkedBy: () => [],
    },
  };
}
