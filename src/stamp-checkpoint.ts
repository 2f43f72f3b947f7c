import { randomBytes } from 'node:crypto';
import type { TimestampSettings } from './config.js';
import { keepTimestamp, readLastStamped } from './store/checkpoint-timestamps.js';
import type { OpenLog } from './store/open-log.js';
import type { SignedCheckpoint } from './store/vault.js';
import { type AuthorityParts, askAuthority } from './timestamp/ask-authority.js';
import { readCertificateFile } from './timestamp/read-certificate-file.js';

const dayMs = 86_400_000;

/**
 * Has the last checkpoint stamped by an authority outside once a day, where the log grew since (RFC 3161; log-format
 * section 5). No append waits for it: what is stamped was signed and given out before. A crash before the token is kept
 * leaves nothing, and it is asked for again.
 * @returns the size that was stamped; null where nothing was due
 * @throws TimestampError for an answer that proves nothing; a fault of the network as it comes
 */
export async function stampWhenDue(
  { db, vault }: Pick<OpenLog, 'db' | 'vault'>,
  authority: AuthorityParts,
  now: () => number,
): Promise<number | null> {
  const last = await readLastStamped(db);
  const { size, note } = await vault.read();
  if (last !== null && (last.size >= size || now() - last.askedAt < dayMs)) return null;
  await stampCheckpoint({ db }, authority, { size, note }, now);
  return size;
}

/**
 * Has this checkpoint stamped, for an export that is ordered, and keeps the token.
 * @throws TimestampError; a fault of the network as it comes
 */
export async function stampCheckpoint(
  { db }: Pick<OpenLog, 'db'>,
  authority: AuthorityParts,
  { size, note }: Pick<SignedCheckpoint, 'size' | 'note'>,
  now: () => number,
): Promise<void> {
  const askedAt = now();
  const { token, time } = await askAuthority(authority, note);
  await keepTimestamp(db, { size, token, stampedAt: time, askedAt });
}

/** @throws CertificateFileError */
export async function readAuthority(settings: TimestampSettings | null): Promise<AuthorityParts | null> {
  if (settings === null) return null;
  const { url, certificateFile, policy } = settings;
  return {
    url,
    policy,
    authorities: certificateFile === null ? [] : await readCertificateFile(certificateFile),
    random: length => new Uint8Array(randomBytes(length)),
    fetch: globalThis.fetch,
  };
}
