import { memberOf, objectsOf, type ReportEvent, textOf } from '../audit/report/report-event.js';
import { disclosedValues, isJsonObject, type JsonObject, peekEvent } from '../log/index.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import { readAll } from './reading/item-history.js';

/** What a release says of the files of its pieces (E37, E39). */
export interface ReleasedFiles {
  /** Hashes that go along with a piece; null: it was asked for in a form that named no file, and all of them go. */
  readonly named: ReadonlyMap<string, ReadonlySet<string> | null>;
  /** Hashes of which a decision takes something out: their bytes hold it, so that they stay here. */
  readonly redacted: ReadonlySet<string>;
  /** Hashes of what the pieces bind as photographs, and so show no more than what was in front of a camera. */
  readonly photographs: ReadonlySet<string>;
  /**
   * Pieces from whose pictures a source could be identified (GATE-8): the caveat of the piece says so, or a decision. From
   * form 4 on a decision withholds its answer; where that was erased nobody knows it any more, and it counts as yes.
   */
  readonly revealing: ReadonlySet<string>;
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
  const answers = await answersOnSources(snapshot, release);
  const identifiable = answers.some(({ answer }) => answer !== false);
  const named = new Map<string, ReadonlySet<string> | null>();
  const photographs = new Set<string>();
  const revealing = new Set<string>();
  for (const piece of pieces) {
    const own = await eventsOf(snapshot, piece);
    named.set(piece, filesNamed(own, asked));
    if (identifiable || own.some(isMarkedSource)) revealing.add(piece);
    for (const { file } of own.flatMap(({ event }) => objectsOf(event.body.photographs)))
      if (isJsonObject(file ?? null)) photographs.add(textOf((file as JsonObject).sha256));
  }
  const redacted = new Set(redactions.map(({ file }) => textOf(file)));
  redacted.delete('');
  return { named, redacted, photographs, revealing };
}

interface AnswerOnSources {
  /** Of the withheld claim; null where it is in the open. */
  readonly digest: string | null;
  /** Can a source be identified from what goes? Null: erased since. */
  readonly answer: boolean | null;
}

/** What each decision on the release answers; one in brief (form 1 and 2) does not say. */
async function answersOnSources(snapshot: LogSnapshot, release: string): Promise<readonly AnswerOnSources[]> {
  const answers: AnswerOnSources[] = [];
  const places = await snapshot.placesOf([`release/${release}`]);
  for await (const { jws, disclosures } of snapshot.events(places.map(({ index }) => index))) {
    const { type, body } = peekEvent(jws);
    const { identifiable } = memberOf(body, 'sources');
    if (type !== 'release.decided' || identifiable === undefined) continue;
    const digest = isJsonObject(identifiable) ? textOf(identifiable._sd) : null;
    const answer = digest === null ? identifiable : disclosedValues(disclosures).get(digest);
    answers.push({ digest, answer: typeof answer === 'boolean' ? answer : null });
  }
  return answers;
}

/** Withheld claims that stay here and that it depends on which files go along, by their digests. */
export async function claimsReliedOn(snapshot: LogSnapshot, release: string): Promise<ReadonlySet<string>> {
  const answers = await answersOnSources(snapshot, release);
  return new Set(answers.flatMap(({ digest }) => digest ?? []));
}

/** V6: marked once, its pictures are treated so; a caveat that was taken off does not bring the camera's data back. */
function isMarkedSource({ event: { body } }: ReportEvent): boolean {
  return objectsOf(memberOf(body, 'classification').caveats).some(({ code }) => code === 'SOURCE');
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
