import type { Kysely } from 'kysely';
import type { PublicKey } from '../../log/index.js';
import { isDatabaseUnavailable, transact } from '../database.js';
import type { LogKeys } from '../log-keys.js';
import type { Database } from '../schema/index.js';
import type { SopDocuments } from '../sop-documents.js';
import { type CheckpointVault, type SignedCheckpoint, VaultError } from '../vault.js';
import { appendGroup } from './append-group.js';
import { buildReceipts } from './build-receipts.js';
import { signCommitted } from './checkpoint-signer.js';
import type { BatchJudgement } from './judge-group.js';
import { type AppendOutcome, AppendUnavailable, type Receipt } from './outcome.js';
import { ProvenStates } from './proven-states.js';
import { BatchQueue, type QueueLimits } from './queue.js';
import { type PendingEvent, readBatch } from './read-batch.js';
import type { RandomBytes } from './sequence.js';
import { AppendStatistics } from './statistics.js';

export interface AppenderParts {
  readonly db: Kysely<Database>;
  readonly vault: CheckpointVault;
  readonly logKeys: LogKeys;
  readonly origin: string;
  readonly findKey: (kid: string) => Promise<PublicKey | undefined>;
  readonly sopDocuments: SopDocuments;
  /** Told once a batch that adopts an SOP is committed; its document is then kept. */
  readonly sopAdopted?: () => Promise<void>;
  readonly now: () => number;
  readonly random: RandomBytes;
  /** How many batches may wait, and how many are taken at once. */
  readonly queue?: QueueLimits;
}

const usualQueue: QueueLimits = { maxWaiting: 2_000, maxGroup: 256, maxGroupEvents: 4_000 };

/**
 * The only writer of the log (design section 4). `submit` is durable when it returns `appended`: the events are
 * committed and the receipt is signed. Calls may run concurrently; the order of the log is that of commits.
 */
export class Appender {
  readonly statistics = new AppendStatistics();
  readonly #parts: AppenderParts;
  /** States of officers and of the log that this process has seen to follow from events. */
  readonly provenStates = new ProvenStates();
  readonly #queue: BatchQueue<readonly PendingEvent[], AppendOutcome>;
  #checkpointAt: number | null = null;

  constructor(parts: AppenderParts) {
    this.#parts = parts;
    this.#queue = new BatchQueue(
      {
        work: batches => this.#appendAll(batches),
        sizeOf: batch => batch.length,
        concernsAll: error => error instanceof AppendUnavailable,
      },
      parts.queue ?? usualQueue,
    );
  }

  /** @throws AppendUnavailable where nothing can be appended now; the same batch may be sent again */
  async submit(submitted: readonly string[]): Promise<AppendOutcome> {
    try {
      const outcome = await this.#submit(submitted);
      this.statistics.countOutcome(outcome);
      return outcome;
    } catch (error) {
      this.statistics.countFailure(error);
      throw error;
    }
  }

  /** Batches that wait for their turn. */
  get waiting(): number {
    return this.#queue.waiting;
  }

  async #submit(submitted: readonly string[]): Promise<AppendOutcome> {
    const { origin, findKey } = this.#parts;
    const read = await readBatch(submitted, origin, findKey).catch((error: unknown) => {
      // Keys are looked up in the database.
      throw asUnavailable(error);
    });
    return read.kind === 'read' ? this.#queue.add(read.events) : read;
  }

  /** When this process last had a checkpoint signed, ms since 1970; null: not yet. */
  get checkpointAt(): number | null {
    return this.#checkpointAt;
  }

  /**
   * Signs what is committed; gives the stored note where that was done already.
   * @throws AppendUnavailable where the vault or the database cannot be reached, or do not agree
   */
  async signCheckpoint(): Promise<SignedCheckpoint> {
    const { db, vault, logKeys, now } = this.#parts;
    try {
      const signed = await signCommitted(db, vault, logKeys);
      this.#checkpointAt = now();
      return signed;
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  /** Takes no more batches and waits for those that wait. */
  stop(): Promise<void> {
    return this.#queue.stop();
  }

  async #appendAll(batches: readonly (readonly PendingEvent[])[]): Promise<readonly AppendOutcome[]> {
    try {
      const judgements = await transact(this.#parts.db, ({ db }) =>
        appendGroup(db, batches, { ...this.#parts, provenStates: this.provenStates }),
      );
      this.statistics.groups += 1;
      if (adoptsSop(batches, judgements)) await this.#parts.sopAdopted?.();
      // A crash here leaves events without a receipt: whoever sent them sends them again and gets it.
      return await this.#acknowledge(judgements);
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  async #acknowledge(judgements: readonly BatchJudgement[]): Promise<readonly AppendOutcome[]> {
    const indices = judgements.flatMap(judgement => (judgement.kind === 'accepted' ? judgement.indices : []));
    if (indices.length === 0) return judgements.filter(isRefusal);
    const receipts = await buildReceipts(this.#parts.db, indices, await this.signCheckpoint());
    return judgements.map(judgement =>
      isRefusal(judgement)
        ? judgement
        : { kind: 'appended', receipts: judgement.indices.map(index => receiptAt(receipts, index)) },
    );
  }
}

function adoptsSop(
  batches: readonly (readonly PendingEvent[])[],
  judgements: readonly BatchJudgement[],
): boolean {
  return batches.some(
    (batch, position) =>
      judgements[position]?.kind === 'accepted' &&
      batch.some(({ event }) => event.type === 'log.sop-adopted'),
  );
}

function isRefusal(judgement: BatchJudgement): judgement is Exclude<BatchJudgement, { kind: 'accepted' }> {
  return judgement.kind !== 'accepted';
}

function receiptAt(receipts: ReadonlyMap<number, Receipt>, index: number): Receipt {
  const receipt = receipts.get(index);
  if (receipt === undefined) throw new Error(`no receipt could be built for leaf ${index}`);
  return receipt;
}

/** What keeps a batch from being appended through no fault of its own. Other errors are faults of ours. */
function asUnavailable(error: unknown): unknown {
  if (error instanceof VaultError) return new AppendUnavailable('vault', error.message, { cause: error });
  if (isDatabaseUnavailable(error)) {
    return new AppendUnavailable('database', 'the database cannot be reached', { cause: error });
  }
  return error;
}
