import { memberOf, objectsOf, type ReportEvent, textOf } from '../audit/report/report-event.js';
import { isJsonObject, type JsonObject } from '../log/index.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import { isMarkedSource, originalPhotographs, type PieceRead } from './original-photographs.js';
import { readAll } from './reading/item-history.js';
import { redactionsInForce } from './redactions-in-force.js';

/** What a release says of the files of its pieces (E37, E39). */
export interface ReleasedFiles {
  /** Hashes that go along with a piece; null: it was asked for in a form that named no file, and all of them go. */
  readonly named: ReadonlyMap<string, ReadonlySet<string> | null>;
  /** Hashes of which a decision takes something out: their bytes hold it, so that they stay here. */
  readonly redacted: ReadonlySet<string>;
  /** Hashes of what the pieces bind as photographs, and so show no more than what was in front of a camera. */
  readonly photographs: ReadonlySet<string>;
  /**
   * Pieces whose photographs go as cleaned copies alone (GATE-8): the caveat of the piece asks for it, or a decision that
   * does not say in the open that no source could be identified. From form 4 on a decision withholds its answer, and which
   * files go must not tell it (F-28): it is not read.
   */
  readonly cleaned: ReadonlySet<string>;
  /** Hashes of photographs that a decision lets go as originals, by name and in the open. */
  readonly originals: ReadonlySet<string>;
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
  const redactions = redactionsInForce(acts.map(({ event }) => event));
  // While none is decided yet, it is by the form of today.
  const originalsGo = decided.length > 0 && decided.every(isOpenlyWithoutSource);
  const named = new Map<string, ReadonlySet<string> | null>();
  const photographs = new Set<string>();
  const cleaned = new Set<string>();
  const read: PieceRead[] = [];
  for (const piece of pieces) {
    const own = await eventsOf(snapshot, piece);
    const files = filesNamed(own, asked);
    named.set(piece, files);
    read.push({ piece, own, asked: files });
    // V6: marked once, its pictures are treated so; a caveat that was taken off does not bring the camera's data back.
    if (!originalsGo || own.some(isMarkedSource)) cleaned.add(piece);
    for (const { file } of own.flatMap(({ event }) => objectsOf(event.body.photographs)))
      if (isJsonObject(file ?? null)) photographs.add(textOf((file as JsonObject).sha256));
  }
  const redacted = new Set(redactions.map(({ file }) => textOf(file)));
  redacted.delete('');
  return { named, redacted, photographs, cleaned, originals: originalPhotographs(acts, read) };
}

/** Form 3 answers in the open; in brief (form 1 and 2) nobody was asked. */
function isOpenlyWithoutSource({ event: { body } }: ReportEvent): boolean {
  const { identifiable } = memberOf(body, 'sources');
  return identifiable === undefined || identifiable === false;
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
