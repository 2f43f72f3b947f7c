import { type AskedWitness, askWitness, type Cosignature, type WitnessReply } from './ask-witness.js';

/** The newest checkpoint that the log signed. */
export interface NewestCheckpoint {
  readonly size: number;
  readonly note: string;
}

export interface NamedWitness extends AskedWitness {
  /** Its name in the policy. */
  readonly name: string;
}

/** Where a witness stood when it cosigned last. */
export interface LastCosigned {
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export interface AskingParts {
  readonly witnesses: readonly NamedWitness[];
  readonly newest: () => Promise<NewestCheckpoint>;
  /** Consistency proof between two sizes of the log; neither is 0. */
  readonly proof: (oldSize: number, size: number) => Promise<readonly Uint8Array[]>;
  /** What was kept of a witness before this process; null: nothing. */
  readonly lastCosigned: (witness: NamedWitness) => Promise<LastCosigned | null>;
  readonly keep: (witness: NamedWitness, of: NewestCheckpoint, cosignature: Cosignature) => Promise<void>;
  readonly now: () => number;
  readonly told: AskingTold;
}

/** Where it is told what came of asking. */
export interface AskingTold {
  info(record: object, message: string): void;
  warn(record: object, message: string): void;
  error(record: object, message: string): void;
}

/** What a witness comes to, for whoever watches. */
export interface WitnessStanding {
  readonly name: string;
  readonly last: LastCosigned | null;
  /** How often it was asked by this process, by what it said. */
  readonly replies: ReadonlyMap<WitnessReply['kind'] | 'fault', number>;
}

/** Log-format section 5: at most every 10 s, and daily for a checkpoint that has not changed. */
const betweenMs = 10_000;
const dayMs = 86_400_000;
const longestWaitMs = 10 * 60_000;

/**
 * Asks the witnesses of a log for cosignatures (log-format section 5): for the newest checkpoint only, one request in
 * flight for each. One that is away is asked again later and later; nothing ever waits for it.
 */
export class WitnessAsking {
  readonly #parts: AskingParts;
  readonly #asked: readonly Asked[];
  readonly #ending = new AbortController();

  constructor(parts: AskingParts) {
    this.#parts = parts;
    this.#asked = parts.witnesses.map(witness => new Asked(witness));
  }

  /** Starts to ask those whose turn it is, and does not wait for them. Does not throw. */
  async look(): Promise<void> {
    const { newest, now, told } = this.#parts;
    try {
      const checkpoint = await newest();
      for (const asked of this.#asked) {
        if (asked.isKnown) asked.startWhenDue(checkpoint, now(), () => this.#ask(asked, checkpoint));
        else asked.last = await this.#parts.lastCosigned(asked.witness);
      }
    } catch (error) {
      told.warn({ err: error }, 'witnesses cannot be asked just now');
    }
  }

  /** Resolves when nobody is being asked. */
  async settled(): Promise<void> {
    await Promise.all(this.#asked.map(({ inFlight }) => inFlight));
  }

  /** Breaks off what is in flight. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.settled();
  }

  get standings(): readonly WitnessStanding[] {
    return this.#asked.map(({ witness: { name }, last, replies }) => ({ name, last: last ?? null, replies }));
  }

  async #ask(asked: Asked, checkpoint: NewestCheckpoint): Promise<void> {
    const { now } = this.#parts;
    try {
      let reply = await this.#askFrom(asked, checkpoint, Math.min(asked.last?.size ?? 0, checkpoint.size));
      // It cosigned another one, in a request whose answer was lost or that another process made.
      if (reply.kind === 'other-size' && reply.size !== asked.last?.size && reply.size <= checkpoint.size)
        reply = await this.#askFrom(asked, checkpoint, reply.size);
      asked.count(reply.kind);
      if (reply.kind === 'cosigned') await this.#keep(asked, checkpoint, reply);
      else this.#tellFailure(asked, checkpoint, reply);
    } catch (error) {
      asked.count('fault');
      asked.failures += 1;
      this.#parts.told.error({ err: error, witness: asked.witness.name }, 'a witness could not be asked');
    }
    asked.askedAt = now();
  }

  async #askFrom({ witness }: Asked, { size, note }: NewestCheckpoint, oldSize: number) {
    const proof = oldSize === 0 || oldSize >= size ? [] : await this.#parts.proof(oldSize, size);
    const { now } = this.#parts;
    return askWitness(witness, { oldSize, proof, note }, { now, signal: this.#ending.signal });
  }

  async #keep(asked: Asked, checkpoint: NewestCheckpoint, cosignature: Cosignature): Promise<void> {
    const { keep, told } = this.#parts;
    await keep(asked.witness, checkpoint, cosignature);
    asked.last = { size: checkpoint.size, time: cosignature.time };
    asked.failures = 0;
    told.info({ witness: asked.witness.name, size: checkpoint.size }, 'checkpoint cosigned');
  }

  #tellFailure(
    asked: Asked,
    { size }: NewestCheckpoint,
    reply: Exclude<WitnessReply, { kind: 'cosigned' }>,
  ): void {
    if (this.#ending.signal.aborted) return;
    asked.failures += 1;
    const { told } = this.#parts;
    const record = { witness: asked.witness.name, size, reply };
    if (reply.kind === 'away') told.warn(record, 'a witness is away and is asked again');
    else if (reply.kind === 'other-size' || reply.kind === 'not-consistent')
      told.error(record, 'a witness has seen another history of this log, or says what is not so');
    else told.error(record, 'a witness gave no good cosignature');
  }
}

/** One witness, and where asking it stands. */
class Asked {
  readonly witness: NamedWitness;
  readonly replies = new Map<WitnessReply['kind'] | 'fault', number>();
  /** Undefined until it was looked up. */
  last: LastCosigned | null | undefined = undefined;
  askedAt: number | null = null;
  failures = 0;
  inFlight: Promise<void> | null = null;

  constructor(witness: NamedWitness) {
    this.witness = witness;
  }

  get isKnown(): boolean {
    return this.last !== undefined;
  }

  startWhenDue({ size }: NewestCheckpoint, now: number, ask: () => Promise<void>): void {
    if (this.inFlight !== null || !this.#hasWaited(now) || !this.#wants(size, now)) return;
    this.askedAt = now;
    this.inFlight = ask().finally(() => {
      this.inFlight = null;
    });
  }

  count(kind: WitnessReply['kind'] | 'fault'): void {
    this.replies.set(kind, (this.replies.get(kind) ?? 0) + 1);
  }

  /** A clock that was set back must not make it wait for hours. */
  #hasWaited(now: number): boolean {
    const wait = Math.min(longestWaitMs, betweenMs * 2 ** Math.min(this.failures, 10));
    return this.askedAt === null || Math.abs(now - this.askedAt) >= wait;
  }

  #wants(size: number, now: number): boolean {
    const { last = null } = this;
    return last === null || last.size !== size || now - last.time >= dayMs;
  }
}
