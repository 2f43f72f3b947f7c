import { type Authority, imprintOf, TimestampError, verifyTimestamp } from '../verify/index.js';
import { encodeQuery, nonceOf, readAnswer } from './messages.js';

export interface AuthorityParts {
  /** Where the authority listens (RFC 3161 section 3.4: HTTP). */
  readonly url: string;
  /** Certificates it has to stand behind; empty: whatever it signs with is taken, and verified later. */
  readonly authorities: readonly Authority[];
  /** Object identifier; null: the authority's own. */
  readonly policy: string | null;
  readonly random: (length: number) => Uint8Array;
  readonly fetch: typeof globalThis.fetch;
}

export interface ReceivedTimestamp {
  /** DER of a TimeStampToken. */
  readonly token: Uint8Array;
  /** What it says, ms since 1970. */
  readonly time: number;
}

const answerMs = 20_000;
const maxAnswerBytes = 200_000;

/**
 * Has a checkpoint stamped, and checks the token before it is kept: its imprint, signature and certificate, and that it
 * answers this very question.
 * @param note the signed note of the checkpoint
 * @throws {TimestampError} for an answer that is none; a fault of the network is thrown as it comes
 */
export async function askAuthority(
  { url, authorities, policy, random, fetch }: AuthorityParts,
  note: string,
): Promise<ReceivedTimestamp> {
  const nonce = random(16);
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: new Uint8Array(encodeQuery({ imprint: imprintOf(note), nonce, policy })),
    signal: AbortSignal.timeout(answerMs),
    redirect: 'error',
  });
  if (!answer.ok) throw new TimestampError(`the authority answered ${answer.status}`);
  const token = readAnswer(await readAll(answer));
  const { time, authority, info } = await verifyTimestamp(token, note, authorities);
  if (info.nonce === undefined || !info.nonce.isEqual(nonceOf(nonce))) {
    throw new TimestampError('the token answers another question');
  }
  if (policy !== null && info.policy !== policy) throw new TimestampError('the token is of another policy');
  if (authority === null && authorities.length > 0) {
    throw new TimestampError('none of the certificates given stands behind the token');
  }
  return { token, time };
}

async function readAll({ body }: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > maxAnswerBytes) throw new TimestampError('the answer is too long');
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
