import { boundFiles } from '../../custody/common/files-kept-back.js';
import { collectDigests, isJsonObject, type JsonObject } from '../../log/index.js';
import type { Selection } from '../selection.js';
import { DisputedKeys } from './disputed-keys.js';
import type { Heading } from './headings.js';
import { LostKeys } from './lost-keys.js';
import { grantTables } from './officer-tables.js';
import {
  actCells,
  actColumns,
  memberOf,
  nameOf,
  objectsOf,
  type ReportEvent,
  textOf,
} from './report-event.js';
import { statedGaps } from './stated-gaps.js';
import type { ReportTable, TableRow } from './table.js';

/** Entries of the access log that cannot be changed any more, and the leaf that says so. */
export interface AnchoredAccess {
  readonly count: string;
  readonly leaf: number;
}

/** Notes, while the events of an export pass, what the tables for people show. */
export class NotedEvents {
  readonly #discrepancies: TableRow[] = [];
  readonly #overrides: TableRow[] = [];
  readonly #refusals: TableRow[] = [];
  readonly #late: TableRow[] = [];
  readonly #gaps: TableRow[] = [];
  readonly #withheld: { readonly row: TableRow; readonly claim: string; readonly file: string }[] = [];
  readonly #erased = new Set<string>();
  readonly #officers: ReportEvent[] = [];
  /** Why the event of a group was entered late, by its `event_id`: it comes before those of its items. */
  readonly #lateGroups = new Map<string, string>();
  readonly #single: ReadonlySet<string>;
  readonly #keptBack: ReadonlySet<string>;
  readonly disputed = new DisputedKeys();
  readonly lost = new LostKeys();
  #access: AnchoredAccess | null = null;

  /** How far the log covers the access log, which is handed over apart from an export. */
  get access(): AnchoredAccess | null {
    return this.#access;
  }

  /** @param keptBack SHA-256 of files that are not handed over, because their bytes tell what is withheld */
  constructor({ single }: Selection, keptBack: ReadonlySet<string> = new Set()) {
    this.#single = new Set(single);
    this.#keptBack = keptBack;
  }

  take(report: ReportEvent): void {
    const { type, body, subject } = report.event;
    this.disputed.take(report);
    this.lost.take(report);
    if (type === 'log.access-anchored') this.#access = { count: textOf(body.count), leaf: report.index };
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
    this.#takeGaps(report);
    if (/^(log\.opened|officer\.(key|role)-)/.test(type)) this.#officers.push(report);
    this.#takeWithheld(report, cells);
  }

  #takeLate(report: ReportEvent, cells: TableRow): void {
    const reason = this.#lateReason(report);
    if (reason === null) return;
    const { body, eventId } = report.event;
    if (Array.isArray(body.items)) this.#lateGroups.set(eventId, reason);
    this.#late.push([...cells, reason]);
  }

  #takeGaps(report: ReportEvent): void {
    const late = this.#lateReason(report) === null ? 'no' : 'yes';
    for (const { item, from, until, why } of statedGaps(report.event)) {
      const cells = actCells({ ...report, event: { ...report.event, subject: item } });
      this.#gaps.push([...cells, from, until, why, late]);
    }
  }

  /** Why it was entered late, where it was: by itself, or with the group that it is part of. */
  #lateReason({ event: { body } }: ReportEvent): string | null {
    const late = body.lateEntry ?? null;
    if (isJsonObject(late)) return textOf(late.reason);
    return this.#lateGroups.get(textOf(body.group)) ?? null;
  }

  #takeWithheld({ event, disclosed }: ReportEvent, cells: TableRow): void {
    const { type, body, eventId } = event;
    if (type.endsWith('.disclosure-erased')) {
      this.#erased.add(`${textOf(body.eventId)} ${textOf(body.digest)}`);
    }
    for (const { pointer, digest } of collectDigests(body)) {
      if (disclosed.has(digest)) continue;
      this.#withheld.push({ row: [...cells.slice(0, 3), pointer], claim: `${eventId} ${digest}`, file: '' });
    }
    for (const { pointer, sha256 } of boundFiles(body)) {
      if (!this.#keptBack.has(sha256)) continue;
      this.#withheld.push({ row: [...cells.slice(0, 3), pointer], claim: '', file: sha256 });
    }
  }

  tables(): readonly ReportTable[] {
    const acts = (
      name: string,
      title: ReportTable['title'],
      more: readonly Heading[],
      rows: readonly TableRow[],
    ) => ({
      name,
      title,
      columns: [...actColumns, ...more],
      rows: () => rows,
    });
    const withheld = this.#withheld.map(({ row, claim, file }) => [
      ...row,
      this.#erased.has(claim) ? 'erased' : 'withheld',
      file,
    ]);
    return [
      acts(
        'discrepancies',
        { en: 'Discrepancies', fr: 'Anomalies' },
        ['items', 'kind', 'owner', 'deadline', 'outcome', 'statement', 'history inside'],
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
      acts(
        'late-entries',
        { en: 'Late entries, item by item', fr: 'Inscriptions tardives, pièce par pièce' },
        ['reason'],
        bySubject(this.#late),
      ),
      acts(
        'gaps',
        {
          en: 'Times that nobody can account for, as stated',
          fr: 'Périodes dont personne ne répond, selon les déclarations',
        },
        ['from', 'until', 'why', 'stated late'],
        this.#gaps,
      ),
      ...grantTables(this.#officers),
      {
        name: 'withheld',
        title: { en: 'What is not handed over', fr: "Ce qui n'est pas communiqué" },
        columns: ['leaf', 'subject', 'act', 'member', 'state', 'file'],
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
  return [itemsOf(body), textOf(kind), textOf(owner), textOf(deadline), textOf(outcome), statement ?? ''];
}

/** The items that the act of a group is about. */
function itemsOf(body: JsonObject): string {
  return objectsOf(body.items)
    .map(({ subject }) => nameOf(textOf(subject)))
    .join('; ');
}

/** What was entered about one thing stands together, in log order. */
function bySubject(rows: readonly TableRow[]): readonly TableRow[] {
  const subjectOf = (row: TableRow) => String(row[1]);
  return rows.toSorted((one, other) =>
    subjectOf(one) < subjectOf(other) ? -1 : subjectOf(one) > subjectOf(other) ? 1 : 0,
  );
}

/** A refusal to take over, or a release that was refused. What the service refused never came into the log. */
function isRefusal(type: string, body: JsonObject): boolean {
  return type.endsWith('.refused') || (type === 'release.decided' && body.outcome === 'REFUSED');
}

function reasonOf(body: JsonObject): string {
  const { text, code } = memberOf(body, 'reason');
  return [body.reason, body.reasons, text, code].map(textOf).find(said => said !== '') ?? '';
}
