import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonMembers } from './bytes.js';
import { type ForgedKey, forgedKeyOf } from './keys.js';

/**
 * The keys of a demonstration's officers, as they lie in its folder without a passphrase: whoever forges a story here has
 * them all, and only the rules stand against him.
 * @param folder `officers` of the demonstration
 */
export function stolenKeys(folder: string): (kid: string) => ForgedKey {
  const keys = readdirSync(folder).map(name => {
    const file = JSON.parse(readFileSync(join(folder, name, 'officer.key.json'), 'utf8'));
    return forgedKeyOf({ ...file.jwk, d: plainSecret(file.secret) });
  });
  const byKid = new Map(keys.map(key => [key.kid, key]));
  return kid => {
    const key = byKid.get(kid);
    if (key === undefined) throw new Error(`nobody of the cast has the key ${kid}`);
    return key;
  };
}

export function plainSecret(secret: JsonMembers): string {
  if (typeof secret.value !== 'string') throw new Error('the key is sealed');
  return secret.value;
}
