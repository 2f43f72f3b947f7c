import { sql } from 'kysely';
import { Flag } from '../../../custody/schema/described.js';
import { headerOf } from '../jws-part.js';
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
      and position('"' || compromised.kid || '"' in ${headerOf(sql`doubtful.jws`)}) > 0)`,
};
