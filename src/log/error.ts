/** The checks of log-format section 12 that bytes alone can fail. */
export type FormatCheck =
  | 'jws'
  | 'jcs'
  | 'key'
  | 'role'
  | 'disclosure'
  | 'leaf'
  | 'inclusion'
  | 'consistency'
  | 'sequence'
  | 'prev'
  | 'prev-leaf'
  | 'root'
  | 'group'
  | 'head'
  | 'checkpoint'
  | 'policy';

/**
 * Bytes that do not follow the log format. `check` names the failing check; the message says what was
 * expected and what was received. It is not a refusal by a rule (custody) and not a fault (store).
 */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly check: FormatCheck;

  constructor(check: FormatCheck, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.check = check;
  }
}

/** What is read; null where the bytes do not follow the format. A fault is thrown on. */
export function orNothing<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

/**
 * For a part that is read on behalf of another check: broken evidence is renamed, a fault stays what it is.
 * @returns what to throw
 */
export function failCheck(check: FormatCheck, cause: unknown): unknown {
  return cause instanceof FormatError ? new FormatError(check, cause.message, { cause }) : cause;
}
