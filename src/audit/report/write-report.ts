import { formatTime } from '../../log/index.js';
import type { BagWriter } from '../bag/bag-writer.js';
import type { ExportContent } from '../export-content.js';
import { custodyTable } from './custody-table.js';
import { disputedTable } from './disputed-table.js';
import { inBothLanguages } from './headings.js';
import type { NotedEvents } from './noted-events.js';
import { pageOf } from './report-page.js';
import { csvOf } from './table.js';

/** `report/`: tables for people as CSV, and all of them on one page. No verifier relies on any of it. */
export async function writeReport(bag: BagWriter, content: ExportContent, noted: NotedEvents): Promise<void> {
  const { snapshot, selection } = content;
  const tables = [
    custodyTable(snapshot, selection.whole, noted),
    ...noted.tables(),
    disputedTable(content, noted.disputed),
  ];
  for (const table of tables)
    await bag.add(
      `report/${table.name}.csv`,
      csvOf({ columns: table.columns.map(inBothLanguages), rows: table.rows }),
    );
  if (content.part !== undefined) {
    for (const file of content.part.report) await bag.add(`report/${file.path}`, file.open());
    const last = content.part.describe(bag.written());
    await bag.add(`report/${last.path}`, last.open());
    return;
  }
  await bag.add(
    'report/index.html',
    pageOf(
      snapshot,
      {
        asOf: formatTime(snapshot.receivedAt),
        complete: selection.complete,
        access: noted.access,
      },
      tables,
    ),
  );
}
