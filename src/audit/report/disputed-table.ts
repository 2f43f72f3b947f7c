import {
  base64Bytes,
  decodeLeaf,
  FormatError,
  parseCheckpoint,
  parseNote,
  peekEvent,
} from '../../log/index.js';
import type { ExportContent } from '../export-content.js';
import { indexesInside } from '../indexes-inside.js';
import type { DisputedKeys, DisputedSpan } from './disputed-keys.js';
import { actCells, actColumns, type ReportEvent, textOf } from './report-event.js';
import type { ReportTable, TableRow } from './table.js';

/** Later events that are named for each of the three ways in which one may speak for a disputed event. */
const most = 10;

interface DisputedEvent {
  readonly report: ReportEvent;
  readonly span: DisputedSpan;
  /** Its own `event_id`, and that of the group it is part of: who signed or names that one speaks for both. */
  readonly acts: ReadonlySet<string>;
  readonly countersigned: string[];
  readonly followed: string[];
  readonly named: string[];
  /** First leaf behind it that anchors a checkpoint with a quorum over it. */
  anchored: number | null;
}

/**
 * What a compromised key signed, and what inside speaks for each all the same: events of other officers by keys that are
 * not disputed there. People weigh it; nothing is cleared by it (log-format section 8).
 */
export function disputedTable(
  content: Pick<ExportContent, 'snapshot' | 'selection'>,
  keys: DisputedKeys,
): ReportTable {
  return {
    name: 'disputed',
    title: { en: 'Disputed: signed by a compromised key', fr: 'Contestés : signés par une clé compromise' },
    columns: [
      ...actColumns,
      'key',
      'disputed from leaf',
      'revoked at leaf',
      'countersigned by',
      'followed by',
      'named by',
      'anchored at leaf',
    ],
    rows: () => rowsOf(content, keys),
  };
}

async function* rowsOf(
  { snapshot, selection }: Pick<ExportContent, 'snapshot' | 'selection'>,
  keys: DisputedKeys,
): AsyncGenerator<TableRow> {
  if (keys.isEmpty) return;
  const found: DisputedEvent[] = [];
  for await (const { index, jws, leaf } of snapshot.events(indexesInside(selection, snapshot.size))) {
    const { receivedAt } = decodeLeaf(leaf);
    const report = { index, event: peekEvent(jws), receivedAt, disclosed: new Set<string>() };
    const span = keys.of(report);
    if (span === undefined) for (const earlier of found) support(earlier, report);
    else found.push(begin(report, span));
  }
  for (const one of found) yield rowOf(one);
}

function begin(report: ReportEvent, span: DisputedSpan): DisputedEvent {
  const acts = new Set([report.event.eventId, textOf(report.event.body.group)].filter(id => id !== ''));
  return { report, span, acts, countersigned: [], followed: [], named: [], anchored: null };
}

function support(disputed: DisputedEvent, { index, event }: ReportEvent): void {
  const { report, acts } = disputed;
  disputed.anchored ??=
    event.type === 'log.anchored' && anchoredSize(event.body.note) > report.index ? index : null;
  const { actor, type, body, refs, subject } = event;
  if (actor.officer === report.event.actor.officer) return;
  const into =
    type.endsWith('.countersigned') && acts.has(textOf(body.eventId))
      ? disputed.countersigned
      : subject === report.event.subject
        ? disputed.followed
        : refs.some(ref => acts.has(ref))
          ? disputed.named
          : null;
  if (into !== null && into.length < most) into.push(`#${index} ${actor.officer}`);
}

/** Leaves under the checkpoint that is anchored; 0 where it cannot be read. */
function anchoredSize(note: unknown): number {
  try {
    return parseCheckpoint(parseNote(base64Bytes(String(note), 'checkpoint')).text).size;
  } catch (error) {
    if (error instanceof FormatError) return 0;
    throw error;
  }
}

function rowOf({ report, span, countersigned, followed, named, anchored }: DisputedEvent): TableRow {
  return [
    ...actCells(report),
    ...[report.event.kid, span.since, span.revoked],
    ...[countersigned, followed, named].map(list => list.join('; ')),
    anchored,
  ];
}
