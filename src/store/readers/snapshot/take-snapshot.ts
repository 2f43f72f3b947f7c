import type { Kysely } from 'kysely';
import { decodeLeaf } from '../../../log/index.js';
import { readSignedCheckpoint } from '../../read-signed-checkpoint.js';
import type { Database } from '../../schema/index.js';
import { storedTiles } from '../../tiles.js';
import type { LogSnapshot } from './log-snapshot.js';
import { readEvents, readHeads } from './read-events.js';
import { readNamedFiles, readSubjectsNaming } from './read-files.js';
import { readAllSubjects, readPlaces, readPlacesWithCountersignatures } from './read-places.js';
import { readCustodianSubjects, readIncidentSubjects, readReceivedSubjects } from './read-scopes.js';

export interface SnapshotOfLog {
  readonly origin: string;
  readonly subject: string;
  /** Signed note of the log; its size is that of the snapshot. */
  readonly note: string;
  /** RFC 3161 token over it, as it was when the export was ordered; without it there was none. */
  readonly token?: Uint8Array | null;
}

/**
 * The log at the size of a checkpoint. Leaves never change, so that needs no transaction; who wants withheld claims
 * to stand still too hands in one that is repeatable.
 * @throws Error where the database does not reach that size
 */
export async function takeSnapshot(
  db: Kysely<Database>,
  { origin, subject: logSubject, note, token = null }: SnapshotOfLog,
): Promise<LogSnapshot> {
  const { size, root } = readSignedCheckpoint(note, origin);
  const last = await db
    .selectFrom('event')
    .select('leaf')
    .where('log_index', '=', size - 1)
    .executeTakeFirst();
  if (last === undefined) throw new Error(`the log does not reach the size ${size} of the checkpoint`);
  return {
    origin,
    logSubject,
    size,
    root,
    note,
    token,
    receivedAt: decodeLeaf(last.leaf).receivedAt,
    tiles: storedTiles(db),
    allSubjects: () => readAllSubjects(db, size),
    placesOf: subjects => readPlaces(db, size, subjects),
    placesWithCountersignatures: eventIds => readPlacesWithCountersignatures(db, size, eventIds),
    events: indexes => readEvents(db, indexes),
    heads: subjects => readHeads(db, size, subjects),
    filesNamedAt: indexes => readNamedFiles(db, size, indexes),
    subjectsNaming: files => readSubjectsNaming(db, size, files),
    subjectsOfIncident: id => readIncidentSubjects(db, size, id),
    subjectsOfCustodian: officer => readCustodianSubjects(db, size, officer),
    subjectsReceived: (from, until) => readReceivedSubjects(db, size, from, until),
  };
}

/** Runs `work` on one state of the whole database, `state`: withheld claims and files stand still meanwhile. */
export function withSnapshot<Result>(
  db: Kysely<Database>,
  of: SnapshotOfLog,
  work: (snapshot: LogSnapshot, state: Kysely<Database>) => Promise<Result>,
): Promise<Result> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async trx => work(await takeSnapshot(trx, of), trx));
}
