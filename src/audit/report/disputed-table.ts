import { decodeLeaf, peekEvent } from '../../log/index.js';
import type { ExportContent } from '../export-content.js';
import { indexesInside } from '../indexes-inside.js';
import { type DisputedEvent, DisputedEvents } from './disputed-events.js';
import type { DisputedKeys } from './disputed-keys.js';
import { actColumns } from './report-event.js';
import type { ReportTable, TableRow } from './table.js';

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
  const found = new DisputedEvents();
  for await (const { index, jws, leaf } of snapshot.events(indexesInside(selection, snapshot.size))) {
    const { receivedAt } = decodeLeaf(leaf);
    const report = { index, event: peekEvent(jws), receivedAt, disclosed: new Set<string>() };
    const span = keys.of(report);
    if (span === undefined) found.support(report);
    else found.add(report, span);
  }
  for (const one of found.all) yield rowOf(one);
}

function rowOf({ cells, kid, span, countersigned, followed, named, anchored }: DisputedEvent): TableRow {
  return [
    ...cells,
    ...[kid, span.since, span.revoked],
    ...[countersigned, followed, named].map(list => list.join('; ')),
    anchored,
  ];
}
