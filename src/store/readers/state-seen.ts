import { type RawBuilder, sql } from 'kysely';
import { grantedStatuses } from '../../custody/release/outcome.js';
import type { Kind } from '../../custody/schema/identifiers.js';
import { scopesGranted } from './matrix.js';
import { anyOf, inScope } from './scopes.js';
import type { Reading } from './visibility.js';

/**
 * The fold of a subject's history as somebody sees it who may read its record. Who reads an item as the recipient of a
 * release, and in no other scope, is shown what was granted to his unit: not what is only asked for, refused, or for
 * another, not what holds it back, and not what laboratories found: a report is released as a piece of its own (GATE-6).
 */
export function stateSeen(kind: Kind, { reader, sop }: Reading): RawBuilder<unknown> {
  const whole = sql`subject.state`;
  const scopes = kind === 'evidence' ? scopesGranted(sop, reader, 'evidence', 'record') : [];
  if (!scopes.includes('recipient')) return whole;
  const otherwise = scopes
    .filter(scope => scope !== 'recipient')
    .map(scope => inScope('evidence', scope, reader));
  return sql`case when ${anyOf(otherwise)} then ${whole} else jsonb_set(${whole} - '{holds,examinations,traceMatches}'::text[], '{legal}', (
    select coalesce(jsonb_object_agg(release.key, release.value), '{}'::jsonb)
    from jsonb_each(${whole}->'legal') release
    where release.value->>'recipientUnit' = ${reader.unit}
      and release.value->>'status' = any(${grantedStatuses}::text[]))) end`;
}
