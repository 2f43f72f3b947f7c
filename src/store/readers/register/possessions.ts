import { type Kysely, sql } from 'kysely';
import type { Possession } from '../../../analysis/screening/flags.js';
import type { Database } from '../../schema/index.js';
import { mayRead, type Reading } from '../visibility.js';

/**
 * Groups in whose possession analysts say that items were, and to which they attribute items and incidents, by
 * `<kind>/<UUID>` of those: assertions that stand, of groups that stand, as far as the reader may see both.
 */
export async function readPossessions(
  db: Kysely<Database>,
  reading: Reading,
): Promise<ReadonlyMap<string, readonly Possession[]>> {
  const { rows } = await sql<Possession & { readonly subject: string }>`
    select link.from_subject as subject, armedgroup.id as "group", armedgroup.name, link.id as link, link.relation,
      stated.state->'listings' as listings
    from link
      join armedgroup on 'armedgroup/' || armedgroup.id = link.to_subject
      join subject stated on stated.subject = link.to_subject
    where link.relation in ('IN_POSSESSION_OF', 'ATTRIBUTED_TO') and link.standing = 'ASSERTED' and not link.withdrawn
      and not armedgroup.withdrawn
      and ${mayRead(reading, 'links', 'link', 'record')}
      and ${mayRead(reading, 'armedgroups', 'armedgroup', 'record')}
    order by link.first_index`.execute(db);
  const found = new Map<string, Possession[]>();
  for (const { subject, ...possession } of rows) {
    found.set(subject, [...(found.get(subject) ?? []), possession]);
  }
  return found;
}
