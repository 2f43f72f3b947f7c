import { readTokenOf } from '../../store/checkpoint-timestamps.js';
import type { OpenLog } from '../../store/open-log.js';
import type { SignedCheckpoint } from '../../store/vault.js';

/**
 * Has a checkpoint time-stamped by the authority that the service is configured with (RFC 3161), and keeps the token.
 * Rejects where no good token was had; nothing is then kept.
 */
export type StampCheckpoint = (checkpoint: Pick<SignedCheckpoint, 'size' | 'note'>) => Promise<void>;

/** How exports are time-stamped when they are ordered. */
export interface Stamping {
  /** Null: no authority is configured. */
  readonly stamp: StampCheckpoint | null;
  /** Told that the authority gave no token: the export is ordered without one. */
  failed(error: unknown): void;
}

/** The token over the checkpoint of an export, where there is one or the authority gives one now. */
export async function tokenOfOrder(
  { db }: Pick<OpenLog, 'db'>,
  checkpoint: Pick<SignedCheckpoint, 'size' | 'note'>,
  { stamp, failed }: Stamping,
): Promise<Uint8Array | null> {
  const kept = await readTokenOf(db, checkpoint.size);
  if (kept !== null || stamp === null) return kept;
  try {
    await stamp(checkpoint);
  } catch (error) {
    failed(error);
  }
  return readTokenOf(db, checkpoint.size);
}

/** How a time-stamp that is kept, or is not, is told. */
export function stampedAs(token: Uint8Array | null, hasAuthority: boolean) {
  if (token !== null) return 'STAMPED' as const;
  return hasAuthority ? ('NOT_STAMPED' as const) : ('NO_AUTHORITY' as const);
}
