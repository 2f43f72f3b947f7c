import { fromBER, Integer, Null, OctetString, type Sequence } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, PKIStatusInfo, TimeStampReq } from 'pkijs';
import { sha256Oid, TimestampError } from '../verify/index.js';

/** What a time-stamp authority is asked (RFC 3161 section 2.4.1). */
export interface TimestampQuery {
  /** SHA-256 of what is stamped. */
  readonly imprint: Uint8Array;
  /** Random: an answer to another question is not taken for one to this. */
  readonly nonce: Uint8Array;
  /** Object identifier of the policy that is asked for; null: the authority's own. */
  readonly policy: string | null;
}

/** DER of a TimeStampReq that asks for the certificate along with the token. */
export function encodeQuery({ imprint, nonce, policy }: TimestampQuery): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Oid, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: new Uint8Array(imprint) }),
    }),
    ...(policy === null ? {} : { reqPolicy: policy }),
    nonce: nonceOf(nonce),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/** A positive number in DER: as short as it goes, with a zero before a first byte that would make it negative. */
export function nonceOf(bytes: Uint8Array): Integer {
  const start = bytes.findIndex(byte => byte !== 0);
  const digits = start < 0 ? [] : bytes.slice(start);
  const needsZero = (digits[0] ?? 0x80) >= 0x80;
  return new Integer({ valueHex: new Uint8Array(needsZero ? [0, ...digits] : digits) });
}

/** `granted` and `grantedWithMods` (RFC 3161 section 2.4.2): there is a token. */
const granted = [0, 1];

/**
 * The token in a TimeStampResp, byte for byte; nothing in it is verified.
 * @throws {TimestampError} where the authority refused, or this is no answer
 */
export function readAnswer(answer: Uint8Array): Uint8Array {
  try {
    const { offset, result } = fromBER(new Uint8Array(answer).buffer);
    if (offset !== answer.length) throw new TimestampError('the answer is not readable');
    const [status, token] = (result as Sequence).valueBlock.value;
    if (status === undefined) throw new TimestampError('the answer is not readable');
    const info = new PKIStatusInfo({ schema: status });
    if (!granted.includes(info.status) || token === undefined) {
      const said = info.statusStrings?.map(({ valueBlock }) => valueBlock.value).join(' ') ?? '';
      throw new TimestampError(`the authority refused with status ${info.status} ${said}`.trim());
    }
    return new Uint8Array(token.valueBeforeDecodeView);
  } catch (cause) {
    if (cause instanceof TimestampError) throw cause;
    // The library has no class for broken bytes.
    throw new TimestampError('the answer is not readable', { cause });
  }
}
