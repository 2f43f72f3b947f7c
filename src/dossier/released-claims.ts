import { objectsOf, textOf } from '../audit/report/report-event.js';
import { eventRule } from '../custody/catalogue.js';
import { redactionsInForce } from '../custody/release/listed-in-force.js';
import { digestsOfReport } from '../custody/schema/annotations.js';
import { collectDigests, peekEvent, subjectKind } from '../log/index.js';
import type { EventPlace, LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import { findReleasedVersion, type ReleasedVersion } from './released-version.js';

type Act = ReturnType<typeof peekEvent>;

/**
 * Digests of the withheld claims that go along with the laboratory reports among the pieces of a release (GATE-6, E33,
 * E34): summary, findings and opinions of the version that was asked for and of those before it (RQ-54), and what
 * comparisons until then say. Later versions, other reports and leads were not decided on: they stay withheld. So does what
 * the decisions take out of a report, of whatever piece they list it (GATE-8), and then every other version of it, which
 * may say the same.
 */
export async function releasedClaims(
  snapshot: LogSnapshot,
  { release, pieces }: { readonly release: string; readonly pieces: readonly string[] },
): Promise<ReadonlySet<string>> {
  const examinations = pieces.filter(piece => subjectKind(piece) === 'examination');
  if (examinations.length === 0) return new Set();
  const ofRelease = await readAt(snapshot, await snapshot.placesOf([`release/${release}`]));
  const decided = new Set(ofRelease.map(({ eventId }) => eventId));
  const takenOut = membersTakenOut(ofRelease);
  const claims = new Set<string>();
  const keptBack = new Set<string>();
  for (const examination of examinations) {
    const acts = await readAt(snapshot, await snapshot.placesOf([examination]));
    const released = findReleasedVersion(acts, eventId => decided.has(eventId));
    if (released === undefined) continue;
    const report = await actsOfReport(snapshot, acts, released);
    const taken = report.flatMap(act => digestsAt(act, takenOut));
    for (const digest of taken) keptBack.add(digest);
    const version = acts[released.place]?.eventId;
    const opened = taken.length === 0 ? report : report.filter(act => !isOtherVersion(act, version));
    for (const digest of opened.flatMap(claimsOf)) claims.add(digest);
  }
  // By digest: what the group says and what it says of an item are one commitment.
  for (const digest of keptBack) claims.delete(digest);
  return claims;
}

/** The acts of the report that goes, with those on its items. */
async function actsOfReport(
  snapshot: LogSnapshot,
  acts: readonly Act[],
  { place, itemActs }: ReleasedVersion,
): Promise<readonly Act[]> {
  const report = acts[place]?.body.report;
  const own = acts
    .slice(0, place + 1)
    .filter(({ type, body }) => type === 'examination.traces-matched' || body.report === report);
  return [...own, ...(await readAt(snapshot, await snapshot.placesWithCountersignatures(itemActs)))];
}

/**
 * What decisions take out of the record of any piece: pointers into bodies, by the `event_id` of the act. A finding stands
 * in the history of its item, and is taken out of the report where it is taken out of the item.
 */
function membersTakenOut(ofRelease: readonly Act[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const listed = redactionsInForce(ofRelease.map(event => ({ event })));
  for (const { act, pointer } of listed.flatMap(({ members }) => objectsOf(members)))
    found.set(textOf(act), (found.get(textOf(act)) ?? new Set()).add(textOf(pointer)));
  return found;
}

function digestsAt(
  { eventId, body }: Act,
  takenOut: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const pointers = takenOut.get(eventId);
  return collectDigests(body)
    .filter(({ pointer }) => pointers?.has(pointer))
    .map(({ digest }) => digest);
}

/** Of another version of the report than the one with this `event_id`: its own act, or what that says of an item. */
function isOtherVersion({ type, eventId, body }: Act, version: string | undefined): boolean {
  if (type.startsWith('examination.result-')) return eventId !== version;
  return type.startsWith('evidence.result-') && body.group !== version;
}

function claimsOf({ type, form, body }: Act): readonly string[] {
  const rule = eventRule(type, form);
  return rule === undefined ? [] : digestsOfReport(rule.body, body);
}

async function readAt(snapshot: LogSnapshot, places: readonly EventPlace[]): Promise<readonly Act[]> {
  const acts: Act[] = [];
  for await (const { jws } of snapshot.events(places.map(({ index }) => index))) acts.push(peekEvent(jws));
  return acts;
}
