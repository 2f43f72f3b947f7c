import type { Kysely } from 'kysely';
import { accessEntryText, accessHeadText } from '../../log/index.js';
import type { Database } from '../schema/index.js';

const pageLength = 1_000;

/**
 * The access log as a file has it (docs/access-log.md): one line an entry, in order, each with its newline; as it stands
 * when it is read, to its end. A row that was changed makes a line that does not follow: nothing is mended here.
 */
export async function* readAccessLines(db: Kysely<Database>): AsyncGenerator<string> {
  let after = 0;
  let prev: string | null = null;
  for (;;) {
    const rows = await db
      .selectFrom('access_log')
      .selectAll()
      .where('entry', '>', after)
      .orderBy('entry')
      .limit(pageLength)
      .execute();
    for (const { hash, at, ...row } of rows) {
      yield `${accessEntryText({ ...row, at: at.getTime(), prev })}\n`;
      prev = accessHeadText(hash);
      after = row.entry;
    }
    if (rows.length < pageLength) return;
  }
}
