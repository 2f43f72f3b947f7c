import type { StaleEvent } from '../../custody/judge/judge-act.js';
import type { PlacedViolation } from '../../custody/violation.js';
import type { FormatCheck } from '../../log/index.js';

/** Where an appended event stands, and the proof of it (log-format section 7). */
export interface Receipt {
  readonly eventId: string;
  readonly subject: string;
  readonly seq: number;
  readonly index: number;
  /** `leaf_data`, 145 bytes, b64. */
  readonly leaf: string;
  /** b64 of the subject's salt: for those who sign an event of the subject. */
  readonly subjectSalt: string;
  /** C2SP tlog-proof of the leaf under the checkpoint. */
  readonly proof: string;
}

/** What became of a batch: whole or not at all. Nothing of a batch that was not appended is in the log. */
export type AppendOutcome =
  | { readonly kind: 'appended'; readonly receipts: readonly Receipt[] }
  /** Bytes that do not follow the log format, at one event of the batch. */
  | { readonly kind: 'malformed'; readonly faults: readonly BatchFault[] }
  /** Another act came first: the signer knew an older head. */
  | { readonly kind: 'stale'; readonly stale: StaleEvent }
  /** A rule says no. */
  | { readonly kind: 'refused'; readonly violations: readonly PlacedViolation[] };

export interface BatchFault {
  /** Position in the batch, from 0. */
  readonly event: number;
  readonly check: FormatCheck;
  readonly message: string;
}

/** The service cannot append at all just now; nothing was lost, the same batch can be sent again. */
export class AppendUnavailable extends Error {
  override readonly name = 'AppendUnavailable';
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.reason = reason;
  }
}

/** The tree stands, and events under it are gone or others: nothing is ready that rests on them. */
export class EventsMissing extends AppendUnavailable {
  constructor(message: string) {
    super('database', message);
  }
}

/**
 * The stored state of an officer or of the log is not what signed events make of it: somebody wrote into the tables.
 * Judging by it would let him sign who holds no key.
 */
export class StateChanged extends AppendUnavailable {
  constructor(subject: string, options?: { cause?: unknown }) {
    super('state-changed', `the stored state of ${subject} is not that of its events`, options);
  }
}

/**
 * The vault has signed what the database does not hold: an old backup was restored, or another log stands in its
 * place (log-format section 5). Nothing is appended until `scelle log recover` has brought the missing events back.
 */
export class OldBackupRestored extends AppendUnavailable {
  /** Leaves under the last signed checkpoint, and leaves in the database. */
  readonly sizes: { readonly signed: number; readonly stored: number };

  constructor(how: 'behind' | 'forked', sizes: { readonly signed: number; readonly stored: number }) {
    const { signed, stored } = sizes;
    const found =
      how === 'behind'
        ? `the vault has signed a tree of ${signed}, the database holds ${stored}`
        : `the tree of ${stored} in the database does not continue the tree of ${signed} that was signed`;
    super('old-backup-restored', `${found}: an old backup was restored`);
    this.sizes = sizes;
  }
}

export type UnavailableReason =
  | 'database'
  | 'vault'
  | 'old-backup-restored'
  | 'clock-behind'
  | 'sop-missing'
  | 'state-changed'
  | 'log-key'
  | 'queue-full'
  | 'stopping';
