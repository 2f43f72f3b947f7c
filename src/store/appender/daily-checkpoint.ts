import type { SignedCheckpoint } from '../vault.js';

const dayMs = 86_400_000;

export interface CheckpointSigning {
  /** Signs what is committed; gives the stored note where that was done. */
  sign(): Promise<SignedCheckpoint>;
  /** When that was done last, ms since 1970; null: not yet by this process. */
  signedAt(): number | null;
  readonly now: () => number;
}

/**
 * A checkpoint is signed once a day when nothing happened (log-format section 5), and at the first look after a start:
 * what was committed right before a crash has no checkpoint yet, and waits for no other event to get one.
 * @returns what was signed; null where nothing was due
 */
export async function signWhenDue({
  sign,
  signedAt,
  now,
}: CheckpointSigning): Promise<SignedCheckpoint | null> {
  const last = signedAt();
  return last === null || now() - last >= dayMs ? sign() : null;
}
