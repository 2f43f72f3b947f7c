import { memberOf, objectsOf, type ReportEvent, textOf } from '../audit/report/report-event.js';
import { photographsBoundBy, photographsListedIn } from '../custody/common/photographs.js';
import { redactionsInForce } from '../custody/release/listed-in-force.js';
import { givesSource } from '../custody/release/source-caveat.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import { originalPhotographs, type PieceRead } from './original-photographs.js';
import { readAll } from './reading/item-history.js';

/** What a release says of the files of its pieces (E37, E39). */
export interface ReleasedFiles {
  /** Hashes that go along with a piece; null: it was asked for in a form that named no file, and all of them go. */
  readonly named: ReadonlyMap<string, ReadonlySet<string> | null>;
  /** Hashes of which a decision takes something out: their bytes hold it, so that they stay here. */
  readonly redacted: ReadonlySet<string>;
  /** Hashes of what the pieces bind as photographs taken, which so show no more than what was in front of a camera. */
  readonly photographs: ReadonlySet<string>;
  /** Hashes of their other pictures: of a laboratory, of a series of photographs. */
  readonly pictures: ReadonlySet<string>;
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
  const redactions = redactionsInForce(acts);
  // While none is decided yet, it is by the form of today.
  const originalsGo = decided.length > 0 && decided.every(isOpenlyWithoutSource);
  const named = new Map<string, ReadonlySet<string> | null>();
  const photographs = new Set<string>();
  const pictures = new Set<string>();
  // Under an earlier decision alone, photographs were what stood in a body as such.
  const isEarlier = decided.length > 0 && decided.every(({ event }) => event.form < 4);
  const cleaned = new Set<string>();
  const read: PieceRead[] = [];
  for (const piece of pieces) {
    const own = await eventsOf(snapshot, piece);
    const files = filesNamed(own, asked);
    named.set(piece, files);
    read.push({ piece, own, asked: files });
    // V6: marked once, its pictures are treated so; a caveat that was taken off does not bring the camera's data back.
    if (!originalsGo || own.some(({ event }) => givesSource(event))) cleaned.add(piece);
    for (const { event } of own)
      if (isEarlier) for (const sha256 of photographsListedIn(event)) photographs.add(sha256);
      else
        for (const { sha256, isTaken } of photographsBoundBy(event))
          (isTaken ? photographs : pictures).add(sha256);
  }
  const redacted = new Set(redactions.map(({ file }) => textOf(file)));
  redacted.delete('');
  const listed = originalPhotographs(acts, read);
  const protectedElsewhere = await namedByMarked(snapshot, listed, read);
  const originals = new Set([...listed].filter(sha256 => !protectedElsewhere.has(sha256)));
  return { named, redacted, photographs, pictures, cleaned, originals };
}

/**
 * Files that another subject names too, on which the caveat SOURCE ever was (V6): one that stays, or that was asked for
 * without the file. Who decided saw the marks of the pieces that he listed it for, and of no other.
 */
async function namedByMarked(
  snapshot: LogSnapshot,
  files: ReadonlySet<string>,
  read: readonly PieceRead[],
): Promise<ReadonlySet<string>> {
  const naming = await snapshot.subjectsNaming([...files]);
  const others = naming.filter(
    ({ subject, sha256 }) =>
      !read.some(({ piece, asked }) => piece === subject && (asked === null || asked.has(sha256))),
  );
  const marked = new Set<string>();
  for (const subject of new Set(others.map(other => other.subject)))
    if ((await eventsOf(snapshot, subject)).some(({ event }) => givesSource(event))) marked.add(subject);
  return new Set(others.filter(({ subject }) => marked.has(subject)).map(({ sha256 }) => sha256));
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
