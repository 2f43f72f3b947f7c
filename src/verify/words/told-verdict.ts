/** A verdict in words, in one language; read from top to bottom it is what the command line prints. */
export interface ToldVerdict {
  readonly outcome: 'holds' | 'fails' | 'unchecked' | 'no-export';
  readonly headline: string;
  /** What a reader must not overlook: a demonstration, a log that may be cut, disputed and lost keys. */
  readonly warnings: readonly string[];
  readonly facts: readonly string[];
  readonly notProven: readonly string[];
  readonly closing: readonly string[];
  /** What was found of something handed over beside the export, which stands all the same. */
  readonly beside: readonly string[];
}
