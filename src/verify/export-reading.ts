import type { SignedEvent } from '../log/index.js';

/** An event inside, with what was handed over of it. */
export interface ReadEvent {
  readonly index: number;
  /** Time received of its leaf, ms since 1970. */
  readonly receivedAt: number;
  readonly event: SignedEvent;
  readonly disclosures: readonly string[];
}

/**
 * Whoever reads an export while it is verified, to show what is inside. What he was told counts only where the verdict
 * is `ok`.
 */
export interface ExportReading {
  /** Each event that has passed its own checks, in log order. */
  event(read: ReadEvent): void;
  /**
   * After `event`, once the rules have let its act in: the state of its subject from then on. Not told of subjects that
   * are not whole.
   * @param state null where it follows from something that is not inside and nobody can say what it is
   * @param isReplayed false where an act before rests on something that is not inside: what the acts inside come to without
   *   it, which no rule was judged by
   */
  state(event: SignedEvent, state: unknown, isReplayed: boolean): void;
}
