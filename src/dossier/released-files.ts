import { objectsOf, type ReportEvent, textOf } from '../audit/report/report-event.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import { readAll } from './reading/item-history.js';

/** What a release says of the files of its pieces (E37, E39). */
export interface ReleasedFiles {
  /** Hashes that go along with a piece; null: it was asked for in a form that named no file, and all of them go. */
  readonly named: ReadonlyMap<string, ReadonlySet<string> | null>;
  /** Hashes of which a decision takes something out: their bytes hold it, so that they stay here. */
  readonly redacted: ReadonlySet<string>;
}

/** @param release UUID */
export async function readReleasedFiles(
  snapshot: LogSnapshot,
  release: string,
  pieces: readonly string[],
): Promise<ReleasedFiles> {
  const acts = await eventsOf(snapshot, `release/${release}`);
  const asked = acts.find(({ event }) => event.type === 'release.requested')?.event.eventId ?? '';
  const decided = acts.filter(({ event }) => event.type === 'release.decided');
  const redactions = decided.flatMap(({ event }) => objectsOf(event.body.redactions));
  const named = new Map<string, ReadonlySet<string> | null>();
  for (const piece of pieces) named.set(piece, filesNamed(await eventsOf(snapshot, piece), asked));
  const redacted = new Set(redactions.map(({ file }) => textOf(file)));
  redacted.delete('');
  return { named, redacted };
}

function filesNamed(acts: readonly ReportEvent[], asked: string): ReadonlySet<string> | null {
  const said = acts.find(
    ({ event: { type, body } }) => type.endsWith('.release-requested') && textOf(body.group) === asked,
  );
  if (said === undefined || !Array.isArray(said.event.body.files)) return null;
  return new Set(objectsOf(said.event.body.files).map(({ sha256 }) => textOf(sha256)));
}

async function eventsOf(snapshot: LogSnapshot, subject: string): Promise<readonly ReportEvent[]> {
  const places = await snapshot.placesOf([subject]);
  return readAll(
    snapshot,
    places.map(({ index }) => index),
  );
}
