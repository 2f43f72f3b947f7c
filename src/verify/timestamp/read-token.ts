import { fromBER, type OctetString, type Sequence } from 'asn1js';
import { ContentInfo, SignedData, TSTInfo } from 'pkijs';
import { copyOf } from './authority.js';
import { oids } from './oids.js';
import { TimestampError } from './timestamp-error.js';

/** A TimeStampToken (RFC 3161 section 2.4.2), read and not verified. */
export interface Token {
  readonly signed: SignedData;
  readonly info: TSTInfo;
}

const MAX_BYTES = 200_000;

/** @throws {TimestampError} for what is no time-stamp token */
export function readToken(bytes: Uint8Array): Token {
  if (bytes.length > MAX_BYTES) throw new TimestampError('the token is too long');
  try {
    const raw = copyOf(bytes);
    if (fromBER(raw).offset !== bytes.length) throw new TimestampError('bytes after the token');
    const outer = ContentInfo.fromBER(raw);
    if (outer.contentType !== oids.signedData) throw new TimestampError('the token is no signed data');
    const signed = new SignedData({ schema: outer.content as Sequence });
    const { eContentType, eContent } = signed.encapContentInfo;
    if (eContentType !== oids.tstInfo || eContent === undefined)
      throw new TimestampError('the token signs no time-stamp');
    return { signed, info: TSTInfo.fromBER((eContent as OctetString).getValue()) };
  } catch (cause) {
    if (cause instanceof TimestampError) throw cause;
    // The library has no class for broken bytes: a RangeError of a length is one of them.
    throw new TimestampError('the token is not readable', { cause });
  }
}
