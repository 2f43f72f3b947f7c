import type { Text } from '../custody/text.js';
import { type FormatCheck, FormatError } from '../log/index.js';
import { detailText } from './details/index.js';

/** The checks of log-format section 12, in their order; `access-log` where one was given (docs/access-log.md). */
export type VerificationCheck = FormatCheck | 'bag' | 'file' | 'timestamp' | 'rules' | 'access-log';

/**
 * An export that does not hold: which check fails, where and why. It is the verdict, not a fault of the verifier.
 * `where` is a leaf index in decimal, a path in the bag, or a subject (log-format section 12).
 */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';
  readonly check: VerificationCheck;
  readonly where: string;
  readonly #text: Text | null;

  /** @param detail in English, which is looked up in `details`; or in both languages */
  constructor(
    check: VerificationCheck,
    where: string | number,
    detail: string | Text,
    options?: { cause?: unknown },
  ) {
    super(typeof detail === 'string' ? detail : detail.en, options);
    this.#text = typeof detail === 'string' ? null : detail;
    this.check = check;
    this.where = String(where).replace(/^data\//, '');
  }

  get detail(): string {
    return this.message;
  }

  get text(): Text {
    return this.#text ?? detailText(this.message);
  }
}

/** Broken bytes become a failure at this place; a fault of the machine stays what it is. */
function toFailure(where: string | number, cause: unknown, check?: VerificationCheck): unknown {
  if (!(cause instanceof FormatError)) return cause;
  return new CheckFailure(check ?? cause.check, where, cause.message, { cause });
}

/**
 * Runs one step and says where it failed.
 * @param check the name to report instead of that of the bytes, for what is read on behalf of another check
 * @throws {CheckFailure}
 */
export function at<Result>(where: string | number, step: () => Result, check?: VerificationCheck): Result {
  try {
    return step();
  } catch (cause) {
    throw toFailure(where, cause, check);
  }
}

/** As `at`, for a step that takes its time. */
export async function later<Result>(
  where: string | number,
  step: () => Promise<Result>,
  check?: VerificationCheck,
): Promise<Result> {
  try {
    return await step();
  } catch (cause) {
    throw toFailure(where, cause, check);
  }
}
