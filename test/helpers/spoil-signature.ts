/**
 * The same JWS with another signature, always: the first character of the signature is changed. Overwriting the
 * last ones may write what stands there (the top byte of an Ed25519 S is 0 in one signature of sixteen).
 */
export function spoilSignature(jws: string): string {
  const at = jws.lastIndexOf('.') + 1;
  return `${jws.slice(0, at)}${jws[at] === 'A' ? 'B' : 'A'}${jws.slice(at + 1)}`;
}
