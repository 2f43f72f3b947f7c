import { isJsonObject, type JsonValue, type PublicKey, parsePublicJwk } from '../../src/log/index.js';

/** Keys that an event brings into the log: they may have signed it. */
export function keysIn(jws: string): readonly PublicKey[] {
  const payload: JsonValue = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString());
  if (!isJsonObject(payload) || !isJsonObject(payload.body ?? null)) return [];
  const { body = null, type } = payload;
  if (!isJsonObject(body)) return [];
  if (type === 'officer.key-registered') return [parsePublicJwk(body.jwk)];
  const { founders = [] } = body;
  if (type !== 'log.opened' || !Array.isArray(founders)) return [];
  return founders.filter(isJsonObject).map(({ jwk }) => parsePublicJwk(jwk));
}
