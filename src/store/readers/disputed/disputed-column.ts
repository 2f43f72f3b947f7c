import { sql } from 'kysely';
import { Flag } from '../../../custody/schema/described.js';
import type { Column } from '../resource.js';

/** Whether an event of the subject is disputed (log-format section 8): its history says which, and what supports it. */
export const disputedColumn: Column = {
  schema: Flag(
    'Is an event of its history disputed, by a key that was compromised?',
    'Un acte de son historique est-il contesté, par une clé compromise ?',
  ),
  from: () => sql`exists (
    select from officer_key as compromised
      join event as doubtful on doubtful.officer = compromised.officer
        and doubtful.log_index >= compromised.compromised_since
        and doubtful.log_index < compromised.revoked_index
    where compromised.compromised_since is not null and doubtful.subject = subject.subject
      and position('"' || compromised.kid || '"' in ${headerOf}) > 0)`,
};

/** The JWS header, which names the key: JCS in base64url without padding. */
const headerOf = sql`(
  select convert_from(decode(rpad(part, (length(part) + 3) / 4 * 4, '='), 'base64'), 'utf8')
  from (select translate(split_part(doubtful.jws, '.', 1), '-_', '+/') as part) as header)`;
