import { csvOf } from '../../audit/report/table.js';
import { utf8Text } from '../../log/index.js';
import type { RowFault } from './row-body.js';

/** Rows left out, and why, in both languages: what the hash in `import.closed` stands for. */
export async function refusalsTable(faults: readonly RowFault[]): Promise<string> {
  const columns = ['row', 'column', 'why', 'motif'];
  const rows = () => faults.map(({ row, column, message }) => [row, column, message.en, message.fr]);
  let text = '';
  for await (const line of csvOf({ columns, rows })) text += utf8Text(line);
  return text;
}
