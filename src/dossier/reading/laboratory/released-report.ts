import { memberOf, objectsOf, type ReportEvent, textOf } from '../../../audit/report/report-event.js';
import type { ExaminationState } from '../../../custody/examination/state.js';
import { decodeLeaf, disclosureDigest, type JsonObject, peekEvent, revealBody } from '../../../log/index.js';
import { findReleasedVersion } from '../../released-version.js';
import type { DossierReading } from '../dossier-reading.js';
import type { ReleaseActs } from '../read-decision.js';
import type { ExaminationPiece } from '../read-pieces.js';

/** A laboratory report in the version that was asked for, with all that it rests on (GATE-6, D5). */
export interface ReleasedReport {
  readonly piece: ExaminationPiece;
  readonly state: ExaminationState;
  /** Acts of the examination until that version, in log order; what is handed over stands in their bodies. */
  readonly acts: readonly ReportEvent[];
  /** The version that goes, and those of the same report before it. */
  readonly version: ReportEvent;
  readonly former: readonly ReportEvent[];
  /** What those acts say of each item, as the request for the release lists it. */
  readonly onItems: readonly ReportEvent[];
  /** Leads of the examination, before and after that version: none is part of it. */
  readonly leads: readonly ReportEvent[];
  /** What its comparisons from case to case say of items that are pieces of the dossier: those histories go whole. */
  readonly compared: readonly ReportEvent[];
}

/** @returns undefined where the release asked for no version: then nothing of it was released */
export async function readReleasedReport(
  reading: DossierReading,
  piece: ExaminationPiece,
  { requested }: ReleaseActs,
): Promise<ReleasedReport | undefined> {
  const { snapshot } = reading;
  const places = await snapshot.placesOf([piece.subject]);
  const all = await readOpened(
    reading,
    places.map(({ index }) => index),
  );
  const released = findReleasedVersion(
    all.map(({ event }) => event),
    eventId => eventId === requested.event.eventId,
  );
  if (released === undefined) return undefined;
  const { place, itemActs: listed } = released;
  const acts = all.slice(0, place + 1);
  const version = acts.at(-1) as ReportEvent;
  const named = new Set(listed);
  const around = await snapshot.placesWithCountersignatures(listed);
  const onItems = await readOpened(
    reading,
    around.map(({ index }) => index),
  );
  return {
    piece,
    state: piece.state,
    acts,
    version,
    former: acts.filter(act => act !== version && isVersionOf(act, version)),
    onItems: onItems.filter(({ event }) => named.has(event.eventId)),
    leads: all.filter(({ event }) => event.type === 'examination.lead-recorded'),
    compared: await readCompared(reading, acts),
  };
}

/** An act names the place of each of its item events in the item's own history (log-format section 10), from 1. */
async function readCompared(
  reading: DossierReading,
  acts: readonly ReportEvent[],
): Promise<readonly ReportEvent[]> {
  const lines = acts
    .filter(({ event }) => event.type === 'examination.traces-matched')
    .flatMap(({ event }) => objectsOf(event.body.items))
    .filter(({ subject }) => reading.request.pieces.includes(textOf(subject)));
  const indexes: number[] = [];
  for (const { subject, seq } of lines) {
    const places = await reading.snapshot.placesOf([textOf(subject)]);
    const place = places[Number(textOf(seq)) - 1];
    if (place !== undefined) indexes.push(place.index);
  }
  return readOpened(
    reading,
    indexes.sort((one, other) => one - other),
  );
}

/** Item events of one type, of the acts listed. */
export function itemActsIn({ onItems }: ReleasedReport, type: string): readonly ReportEvent[] {
  return onItems.filter(({ event }) => event.type === `evidence.${type}`);
}

/** RQ-54: of each item what the last version until then says: an amendment restates the items that it changes. */
export function resultsIn({ onItems, former, version }: ReleasedReport): readonly ReportEvent[] {
  const versions = new Set([...former, version].map(({ event }) => event.eventId));
  const results = onItems.filter(({ event }) => versions.has(textOf(event.body.group)));
  return [...new Map(results.map(result => [result.event.subject, result])).values()];
}

function isVersionOf({ event }: ReportEvent, version: ReportEvent): boolean {
  return (
    event.type.startsWith('examination.result-') &&
    textOf(event.body.report) === textOf(version.event.body.report)
  );
}

/** The events at these leaves; a withheld claim that is handed over stands in the body, any other stays a digest. */
async function readOpened(
  { snapshot, claims }: DossierReading,
  indexes: readonly number[],
): Promise<readonly ReportEvent[]> {
  const found: ReportEvent[] = [];
  for await (const { index, jws, leaf, disclosures } of snapshot.events(indexes)) {
    const event = peekEvent(jws);
    const told = disclosures.filter(disclosure => claims.has(disclosureDigest(disclosure)));
    const body = revealBody(event.body, told, { complete: false });
    const { receivedAt } = decodeLeaf(leaf);
    found.push({ index, event: { ...event, body }, receivedAt, disclosed: new Set() });
  }
  return found;
}

/** UUID of a subject, `<kind>/<UUID>`. */
export function idOf(subject: string): string {
  return subject.slice(subject.indexOf('/') + 1);
}

/** What is said in both languages; withheld where it is not handed over. */
export function toldIn(
  body: JsonObject,
  member: string,
): { readonly fr: string; readonly en: string } | null {
  const { fr, en } = memberOf(body, member);
  return typeof fr === 'string' && typeof en === 'string' ? { fr, en } : null;
}
