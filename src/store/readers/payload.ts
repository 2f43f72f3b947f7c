import { type RawBuilder, sql } from 'kysely';

/** What an officer signed in a statement, as jsonb: its JWS payload, JCS in base64url without padding. */
export function payloadOf(jws: RawBuilder<unknown>): RawBuilder<unknown> {
  const part = sql`translate(split_part(${jws}, '.', 2), '-_', '+/')`;
  return sql`nullif(convert_from(decode(rpad(${part}, (length(${part}) + 3) / 4 * 4, '='), 'base64'), 'utf8'), '')::jsonb`;
}
