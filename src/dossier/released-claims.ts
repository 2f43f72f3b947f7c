import { eventRule } from '../custody/catalogue.js';
import { digestsOfReport } from '../custody/schema/annotations.js';
import { peekEvent, subjectKind } from '../log/index.js';
import type { EventPlace, LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import { findReleasedVersion } from './released-version.js';

type Act = ReturnType<typeof peekEvent>;

/**
 * Digests of the withheld claims that go along with the laboratory reports among the pieces of a release (GATE-6, E33,
 * E34): summary, findings and opinions of the version that was asked for and of those before it (RQ-54), and what
 * comparisons until then say. Later versions, other reports and leads were not decided on: they stay withheld.
 */
export async function releasedClaims(
  snapshot: LogSnapshot,
  { release, pieces }: { readonly release: string; readonly pieces: readonly string[] },
): Promise<ReadonlySet<string>> {
  const examinations = pieces.filter(piece => subjectKind(piece) === 'examination');
  if (examinations.length === 0) return new Set();
  const ofRelease = await readAt(snapshot, await snapshot.placesOf([`release/${release}`]));
  const decided = new Set(ofRelease.map(({ eventId }) => eventId));
  const claims = new Set<string>();
  for (const examination of examinations) {
    const acts = await readAt(snapshot, await snapshot.placesOf([examination]));
    for (const act of await actsOfReport(snapshot, acts, decided)) {
      for (const digest of claimsOf(act)) claims.add(digest);
    }
  }
  return claims;
}

/**
 * The acts of the report that goes, with those on its items.
 * @param decided `event_id`s of the release: one of them asked for it
 */
async function actsOfReport(
  snapshot: LogSnapshot,
  acts: readonly Act[],
  decided: ReadonlySet<string>,
): Promise<readonly Act[]> {
  const released = findReleasedVersion(acts, eventId => decided.has(eventId));
  if (released === undefined) return [];
  const { place, itemActs } = released;
  const report = acts[place]?.body.report;
  const own = acts
    .slice(0, place + 1)
    .filter(({ type, body }) => type === 'examination.traces-matched' || body.report === report);
  return [...own, ...(await readAt(snapshot, await snapshot.placesWithCountersignatures(itemActs)))];
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
