import { type Kysely, sql } from 'kysely';
import type { LinkOnRecord } from '../../../analysis/links/suggest.js';
import type { Database } from '../../schema/index.js';
import { mayRead, type Reading } from '../visibility.js';

/** What analysts said of pairs of incidents and did not withdraw, as far as the reader may see it. */
export async function readIncidentLinks(
  db: Kysely<Database>,
  reading: Reading,
): Promise<readonly LinkOnRecord[]> {
  const { rows } = await sql<{
    readonly id: string;
    readonly from_subject: string;
    readonly to_subject: string;
    readonly standing: LinkOnRecord['standing'];
    readonly shared_what: string | null;
    readonly shared_key: string | null;
    readonly stated_index: number;
  }>`
    select link.id, from_subject, to_subject, standing, shared_what, shared_key, stated_index
    from link
    where not link.withdrawn and from_subject like 'incident/%' and to_subject like 'incident/%'
      and ${mayRead(reading, 'links', 'link', 'record')}
    order by stated_index`.execute(db);
  return rows.map(({ id, from_subject, to_subject, standing, shared_what, shared_key, stated_index }) => ({
    id,
    incidents: [idOf(from_subject), idOf(to_subject)],
    standing,
    shared: shared_what === null ? null : { what: shared_what, key: shared_key ?? '' },
    stated: stated_index,
  }));
}

function idOf(subject: string): string {
  return subject.slice('incident/'.length);
}
