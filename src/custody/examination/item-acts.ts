import type { Circumstances, PlacedAct } from '../rule.js';
import type { ExaminationState, ReportVersion } from './state.js';

/** Acts without which a report is not understood. A lead is none of them, and is part of no report. */
const groundwork: ReadonlySet<string> = new Set([
  'examination.requested',
  'examination.accepted',
  'examination.rejected',
  'examination.destruction-approved',
]);

/** The item events of one act of an examination: what it says of each item stands in the item's own history. */
export interface ItemActs {
  /** `event_id` of the act. */
  readonly act: string;
  /** Number of the report; null: it belongs to all. */
  readonly report: string | null;
  /** `event_id`s. */
  readonly events: readonly string[];
}

/** Notes the item events that a report consists of, so that it can be released whole (GATE-6). */
export function withItemActs(
  state: ExaminationState,
  { type, eventId, body }: PlacedAct,
  { items }: Circumstances,
): ExaminationState {
  const isResult = type.startsWith('examination.result-');
  if (!isResult && !groundwork.has(type)) return state;
  const report = isResult && typeof body.report === 'string' ? body.report : null;
  const noted = { act: eventId, report, events: items.map(item => item.eventId) };
  return { ...state, itemActs: [...(state.itemActs ?? []), noted] };
}

/**
 * The item events that a version of a report consists of: what was asked, received and approved until then, and what
 * this version and those before it found (RQ-54).
 * @param version `event_id` of the act that issued it
 */
export function itemActsOf(acts: readonly ItemActs[], version: string): readonly string[] {
  const last = acts.findIndex(({ act }) => act === version);
  const number = acts[last]?.report;
  return acts
    .slice(0, last + 1)
    .filter(({ report }) => report === null || report === number)
    .flatMap(({ events }) => events);
}

/**
 * Of the acts that a version of a report consists of, those that a later one has not replaced: the act that issued it,
 * and for each item the newest finding until then. What is taken out of these does not go in another version's words.
 * @param version `event_id` of the act that issued it
 */
export function standingActsOf(
  acts: readonly ItemActs[],
  reports: readonly Pick<ReportVersion, 'event' | 'items'>[],
  version: string,
): ReadonlySet<string> {
  const last = acts.findIndex(({ act }) => act === version);
  const number = acts[last]?.report;
  const standing = new Set([version]);
  const found = new Set<string>();
  for (const { act, report, events } of acts.slice(0, last + 1).reverse()) {
    if (report !== null && report !== number) continue;
    // Item events stand in the order of the items of their group (log-format section 10).
    const items = report === null ? [] : (reports.find(({ event }) => event === act)?.items ?? []);
    for (const [place, event] of events.entries()) if (!found.has(items[place] ?? '')) standing.add(event);
    for (const item of items) found.add(item);
  }
  return standing;
}
