import type { VerificationCheck } from './check-failure.js';

/** What is said of an export, as log-format section 12 has it for machines. */
export interface Verdict {
  readonly verdict: 'ok' | 'fail';
  /** Of what was read so far; null where nothing could be. */
  readonly origin: string | null;
  readonly size: number | null;
  /** b64. */
  readonly root: string | null;
  /** Time of the last leaf of the tree, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
  readonly asOf: string | null;
  /** The first failing check; null with `ok`. */
  readonly failed: {
    readonly check: VerificationCheck;
    readonly where: string;
    readonly detail: string;
  } | null;
  /** Subjects whose whole history is inside and proven, sorted: of no other is anything said. */
  readonly whole: readonly string[];
  /** Everything that was not proven, in words. */
  readonly notProven: readonly string[];
  readonly counts: { readonly events: number; readonly subjects: number; readonly files: number };
}
