const THIRTY_TWO_BYTES = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
const SIXTEEN_BYTES = /^[A-Za-z0-9_-]{21}[AQgw]$/;

/** Canonical b64u of 32 bytes: an `event_id`, a `kid`, a digest. */
export function isDigestText(text: string): boolean {
  return THIRTY_TWO_BYTES.test(text);
}

/** Canonical b64u of 16 bytes: a nonce. */
export function isNonceText(text: string): boolean {
  return SIXTEEN_BYTES.test(text);
}
