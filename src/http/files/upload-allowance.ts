import { Problem } from '../problem/problem.js';

const dayMs = 86_400_000;

export interface AllowanceLimits {
  /** Bytes one officer may send in a day. */
  readonly uploadBytesPerDay: number;
  /** Uploads one officer may have running at once. */
  readonly uploadsAtOnce: number;
}

/** An upload that runs: every byte is counted as it comes. */
export interface RunningUpload {
  /** @throws Problem `too-many-requests` where the day's share is used up */
  count(bytes: number): void;
  /** All bytes came: what is left to do is not interrupted. */
  received(): void;
  end(): void;
}

interface Share {
  readonly since: number;
  bytes: number;
  running: number;
}

/**
 * What one officer may send, so that an insider or a stolen key fills no disk. Bytes count whether the file is
 * new or was there before: what is left of the share tells nothing of what others have stored. Each process
 * counts for itself.
 */
export class UploadAllowance {
  readonly #limits: AllowanceLimits;
  readonly #now: () => number;
  readonly #shares = new Map<string, Share>();
  readonly #receiving = new Set<() => void>();

  constructor(limits: AllowanceLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /**
   * @param interrupt breaks the connection the bytes come over
   * @throws Problem `too-many-requests`
   */
  begin(officer: string, interrupt: () => void): RunningUpload {
    const { uploadBytesPerDay, uploadsAtOnce } = this.#limits;
    const share = this.#shareOf(officer);
    if (share.running >= uploadsAtOnce) throw new Problem('too-many-requests');
    share.running += 1;
    this.#receiving.add(interrupt);
    const received = () => this.#receiving.delete(interrupt);
    return {
      received,
      count(bytes) {
        if (share.bytes + bytes > uploadBytesPerDay) throw new Problem('too-many-requests');
        share.bytes += bytes;
      },
      end() {
        received();
        share.running -= 1;
      },
    };
  }

  /** A service that stops waits for no upload over a slow link: whoever sends it goes on when it is back. */
  interruptAll(): void {
    for (const interrupt of this.#receiving) interrupt();
  }

  #shareOf(officer: string): Share {
    const now = this.#now();
    for (const [other, { since, running }] of this.#shares) {
      if (running === 0 && now - since >= dayMs) this.#shares.delete(other);
    }
    const share = this.#shares.get(officer) ?? { since: now, bytes: 0, running: 0 };
    this.#shares.set(officer, share);
    return share;
  }
}
