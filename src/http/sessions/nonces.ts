import { randomBytes } from 'node:crypto';

const lifetimeMs = 5 * 60_000;
/** Bounded: asking for nonces costs nobody but the asker, who then asks again. */
const maxNonces = 10_000;

/** Nonces for session assertions: each is good once, for five minutes, in the process that gave it. */
export class Nonces {
  /** Oldest first: a map keeps the order of insertion. */
  readonly #issued = new Map<string, number>();

  issue(now: number): string {
    this.#forgetOld(now);
    const nonce = randomBytes(16).toString('base64url');
    this.#issued.set(nonce, now);
    return nonce;
  }

  /** Whether the nonce was issued and still counts; it never counts again. */
  redeem(nonce: string, now: number): boolean {
    const at = this.#issued.get(nonce);
    this.#issued.delete(nonce);
    return at !== undefined && now - at <= lifetimeMs;
  }

  #forgetOld(now: number): void {
    for (const [nonce, at] of this.#issued) {
      if (now - at <= lifetimeMs && this.#issued.size < maxNonces) break;
      this.#issued.delete(nonce);
    }
  }
}
