import { type RawBuilder, sql } from 'kysely';

/** What an officer signed in a statement, as jsonb. */
export function payloadOf(jws: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`nullif(${partOf(jws, 2)}, '')::jsonb`;
}

/** The header of a statement, which names its key, as text. */
export function headerOf(jws: RawBuilder<unknown>): RawBuilder<unknown> {
  return partOf(jws, 1);
}

/** A part of a compact JWS: JCS in base64url without padding. */
function partOf(jws: RawBuilder<unknown>, part: 1 | 2): RawBuilder<unknown> {
  return sql`(
    select convert_from(decode(rpad(part, (length(part) + 3) / 4 * 4, '='), 'base64'), 'utf8')
    from (select translate(split_part(${jws}, '.', ${sql.lit(part)}), '-_', '+/') as part) as encoded)`;
}
