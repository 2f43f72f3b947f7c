import { collectDigests, isJsonObject, type JsonObject } from '../../log/index.js';
import type { Selection } from '../selection.js';
import { DisputedKeys } from './disputed-keys.js';
import { grantTables } from './officer-tables.js';
import { actCells, actColumns, memberOf, objectsOf, type ReportEvent, textOf } from './report-event.js';
import type { ReportTable, TableRow } from './table.js';

/** Notes, while the events of an export pass, what the tables for people show. */
export class NotedEvents {
  readonly #discrepancies: TableRow[] = [];
  readonly #overrides: TableRow[] = [];
  readonly #refusals: TableRow[] = [];
  readonly #late: TableRow[] = [];
  readonly #withheld: { readonly row: TableRow; readonly claim: string }[] = [];
  readonly #erased = new Set<string>();
  readonly #officers: ReportEvent[] = [];
  /** Why the event of a group was entered late, by its `event_id`: it comes before those of its items. */
  readonly #lateGroups = new Map<string, string>();
  readonly #single: ReadonlySet<string>;
  readonly disputed = new DisputedKeys();

  constructor({ single }: Selection) {
    this.#single = new Set(single);
  }

  take(report: ReportEvent): void {
    const { type, body, subject } = report.event;
    this.disputed.take(report);
    const cells = actCells(report);
    if (type.startsWith('discrepancy.')) {
      const inside = this.#single.has(subject) ? 'single acts only' : 'whole';
      this.#discrepancies.push([...cells, ...discrepancyCells(body), inside]);
    }
    for (const { gate, officer, reason } of objectsOf(body.overrides)) {
      this.#overrides.push([...cells, textOf(gate), textOf(officer), textOf(reason)]);
    }
    if (isRefusal(type, body)) this.#refusals.push([...cells, reasonOf(body)]);
    this.#takeLate(report, cells);
    if (/^(log\.opened|officer\.(key|role)-)/.test(type)) this.#officers.push(report);
    this.#takeWithheld(report, cells);
  }

  #takeLate({ event: { body, eventId } }: ReportEvent, cells: TableRow): void {
    const late = body.lateEntry ?? null;
    if (isJsonObject(late)) {
      this.#late.push([...cells, textOf(late.reason)]);
      if (Array.isArray(body.items)) this.#lateGroups.set(eventId, textOf(late.reason));
      return;
    }
    const reason = this.#lateGroups.get(textOf(body.group));
    if (reason !== undefined) this.#late.push([...cells, reason]);
  }

  #takeWithheld({ event, disclosed }: ReportEvent, cells: TableRow): void {
    const { type, body, eventId } = event;
    if (type.endsWith('.disclosure-erased')) {
      this.#erased.add(`${textOf(body.eventId)} ${textOf(body.digest)}`);
    }
    for (const { pointer, digest } of collectDigests(body)) {
      if (disclosed.has(digest)) continue;
      this.#withheld.push({ row: [...cells.slice(0, 3), pointer], claim: `${eventId} ${digest}` });
    }
  }

  tables(): readonly ReportTable[] {
    const acts = (
      name: string,
      title: ReportTable['title'],
      more: readonly string[],
      rows: readonly TableRow[],
    ) => ({
      name,
      title,
      columns: [...actColumns, ...more],
      rows: () => rows,
    });
    const withheld = this.#withheld.map(({ row, claim }) => [
      ...row,
      this.#erased.has(claim) ? 'erased' : 'withheld',
    ]);
    return [
      acts(
        'discrepancies',
        { en: 'Discrepancies', fr: 'Anomalies' },
        ['kind', 'owner', 'deadline', 'outcome', 'statement', 'history inside'],
        this.#discrepancies,
      ),
      acts(
        'overrides',
        { en: 'Gates passed by decision', fr: 'Verrous levés par décision' },
        ['gate', 'decided by', 'reason'],
        this.#overrides,
      ),
      acts(
        'refusals',
        { en: 'Refusals that the log holds', fr: 'Refus inscrits au journal' },
        ['reason'],
        this.#refusals,
      ),
      acts('late-entries', { en: 'Late entries', fr: 'Inscriptions tardives' }, ['reason'], this.#late),
      ...grantTables(this.#officers),
      {
        name: 'withheld',
        title: { en: 'What is not handed over', fr: "Ce qui n'est pas communiqué" },
        columns: ['leaf', 'subject', 'act', 'member', 'state'],
        rows: () => withheld,
      },
    ];
  }
}

function discrepancyCells(body: JsonObject): TableRow {
  const statement = [body.what, body.finding, body.explanation, body.reason]
    .map(textOf)
    .find(text => text !== '');
  const { kind, owner, deadline, outcome } = body;
  return [textOf(kind), textOf(owner), textOf(deadline), textOf(outcome), statement ?? ''];
}

/** A refusal to take over, or a release that was refused. What the service refused never came into the log. */
function isRefusal(type: string, body: JsonObject): boolean {
  return type.endsWith('.refused') || (type === 'release.decided' && body.outcome === 'REFUSED');
}

function reasonOf(body: JsonObject): string {
  const { text, code } = memberOf(body, 'reason');
  return [body.reason, body.reasons, text, code].map(textOf).find(said => said !== '') ?? '';
}
