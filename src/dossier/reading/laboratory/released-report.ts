import { memberOf, type ReportEvent, textOf } from '../../../audit/report/report-event.js';
import type { ExaminationState } from '../../../custody/examination/state.js';
import {
  decodeLeaf,
  disclosedValues,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  peekEvent,
} from '../../../log/index.js';
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
  const asked = all.find(
    ({ event: { type, body } }) =>
      type === 'examination.release-requested' && textOf(body.group) === requested.event.eventId,
  );
  const last = all.findIndex(({ event }) => event.eventId === textOf(asked?.event.body.version));
  const version = all[last];
  if (asked === undefined || version === undefined) return undefined;
  const listed = Array.isArray(asked.event.body.itemActs) ? asked.event.body.itemActs.map(textOf) : [];
  const named = new Set(listed);
  const around = await snapshot.placesWithCountersignatures(listed);
  const onItems = await readOpened(
    reading,
    around.map(({ index }) => index),
  );
  const acts = all.slice(0, last + 1);
  return {
    piece,
    state: piece.state,
    acts,
    version,
    former: acts.filter(act => act !== version && isVersionOf(act, version)),
    onItems: onItems.filter(({ event }) => named.has(event.eventId)),
  };
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
    const values = disclosedValues(disclosures);
    const event = peekEvent(jws);
    const body = opened(event.body, digest => (claims.has(digest) ? values.get(digest) : undefined));
    const { receivedAt } = decodeLeaf(leaf);
    found.push({ index, event: { ...event, body: body as JsonObject }, receivedAt, disclosed: new Set() });
  }
  return found;
}

function opened(value: JsonValue, claim: (digest: string) => JsonValue | undefined): JsonValue {
  if (Array.isArray(value)) return value.map(entry => opened(entry, claim));
  if (!isJsonObject(value)) return value;
  const told = claim(textOf(value._sd));
  if (told !== undefined) return told;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, opened(member, claim)]));
}

/** An item by the number on its label, from the UUID or subject that names it. */
export function idOf(subject: string): string {
  return subject.slice(subject.indexOf('/') + 1);
}

/** What stands in a body under a choice that may be written out. */
export function codeOf(value: JsonValue | undefined): string {
  if (!isJsonObject(value ?? null)) return textOf(value);
  const { code, text } = value as { readonly code?: JsonValue; readonly text?: JsonValue };
  return textOf(text) === '' ? textOf(code) : textOf(text);
}

/** What is said in both languages; withheld where it is not handed over. */
export function toldIn(
  body: JsonObject,
  member: string,
): { readonly fr: string; readonly en: string } | null {
  const { fr, en } = memberOf(body, member);
  return typeof fr === 'string' && typeof en === 'string' ? { fr, en } : null;
}
