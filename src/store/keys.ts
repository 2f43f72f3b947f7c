import type { Kysely } from 'kysely';
import type { LogState } from '../custody/log/state.js';
import type { OfficerState } from '../custody/officer/state.js';
import { type PublicKey, parsePublicJwk } from '../log/index.js';
import type { Database } from './schema/index.js';

/**
 * Finds registered keys by their thumbprint, revoked ones too: whether a key counts is the judge's. Registered
 * keys never change, so what was found once is kept.
 */
export function registeredKeys(db: Kysely<Database>): (kid: string) => Promise<PublicKey | undefined> {
  const known = new Map<string, PublicKey>();
  return async kid => {
    const cached = known.get(kid);
    if (cached !== undefined) return cached;
    const found = await readKey(db, kid);
    if (found !== undefined) known.set(kid, found);
    return found;
  };
}

async function readKey(db: Kysely<Database>, kid: string): Promise<PublicKey | undefined> {
  const row = await db
    .selectFrom('claim')
    .innerJoin('subject', 'subject.subject', 'claim.subject')
    .select(['subject.kind', 'subject.state'])
    .where('claim.claim_set', '=', 'key')
    .where('claim.claim_key', '=', kid)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const jwk =
    row.kind === 'log'
      ? (row.state as LogState).founders.find(founder => founder.kid === kid)?.jwk
      : (row.state as OfficerState).keys[kid]?.jwk;
  return jwk === undefined ? undefined : parsePublicJwk(jwk);
}
