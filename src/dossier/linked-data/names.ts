import { createHash } from 'node:crypto';

/** RFC 9562 appendix A: the namespace of addresses. */
const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** Gives things their names in the graph, the same ones in every dossier of a log. */
export type NameOf = (kind: string, key: string) => string;

/**
 * Names as CASE wants them, ending in a UUID of one of the versions that its shapes know: version 5 (RFC 9562 section
 * 5.5), made from the log's origin and what the thing is.
 * @returns `urn:uuid:…`
 */
export function namesOf(origin: string): NameOf {
  const namespace = uuidOf(bytesOf(URL_NAMESPACE), origin);
  return (kind, key) => `urn:uuid:${uuidOf(bytesOf(namespace), `${kind} ${key}`)}`;
}

function uuidOf(namespace: Uint8Array, name: string): string {
  // SHA-1 as version 5 demands: it names, and nothing is believed for it.
  const hash = createHash('sha1').update(namespace).update(name, 'utf8').digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function bytesOf(uuid: string): Uint8Array {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}
