import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const lifetimeMs = 5 * 60_000;
const timeBytes = 6;
const randomPart = 3;
const tagBytes = 7;

/**
 * Nonces for session assertions: each is good once, for five minutes, in the process that gave it. None is kept
 * until it is used, because anybody may ask for one: 16 bytes are when it was given (6), chance (3) and a tag over
 * both (7). What is kept are nonces that came back under an officer's good signature, until they would end anyway.
 */
export class Nonces {
  readonly #key = randomBytes(32);
  /** Redeemed nonces, with when they were given. */
  readonly #redeemed = new Map<string, number>();

  issue(now: number): string {
    const claim = Buffer.alloc(timeBytes + randomPart);
    claim.writeUIntBE(now, 0, timeBytes);
    randomBytes(randomPart).copy(claim, timeBytes);
    return Buffer.concat([claim, this.#tag(claim)]).toString('base64url');
  }

  /** Whether the nonce was given here and still counts; it never counts again. */
  redeem(nonce: string, now: number): boolean {
    const issued = this.#issued(nonce);
    if (issued === undefined || !isFresh(issued, now) || this.#redeemed.has(nonce)) return false;
    this.#forgetOld(now);
    this.#redeemed.set(nonce, issued);
    return true;
  }

  /** When the nonce was given; undefined where it was not given here. */
  #issued(nonce: string): number | undefined {
    const bytes = Buffer.from(nonce, 'base64url');
    const claim = bytes.subarray(0, timeBytes + randomPart);
    const tag = bytes.subarray(timeBytes + randomPart);
    if (bytes.toString('base64url') !== nonce || tag.length !== tagBytes) return undefined;
    return timingSafeEqual(tag, this.#tag(claim)) ? claim.readUIntBE(0, timeBytes) : undefined;
  }

  #tag(claim: Uint8Array): Buffer {
    return createHmac('sha256', this.#key).update(claim).digest().subarray(0, tagBytes);
  }

  #forgetOld(now: number): void {
    for (const [nonce, issued] of this.#redeemed) if (!isFresh(issued, now)) this.#redeemed.delete(nonce);
  }
}

function isFresh(issued: number, now: number): boolean {
  return issued <= now && now - issued <= lifetimeMs;
}
