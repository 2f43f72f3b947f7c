/** A correction that stands beside what it corrects; nothing is ever edited (E55, RQ-05). */
export interface Correction {
  readonly event: string;
  readonly by: string;
  readonly corrects: string;
  readonly pointer: string;
  /** Null where it is withheld. */
  readonly correct: string | null;
  readonly reason: string;
}

/** What the state of every subject holds. States are JSON: they are stored as such. */
export interface CommonState {
  readonly corrections: readonly Correction[];
}

export const uncorrected: CommonState = { corrections: [] };
