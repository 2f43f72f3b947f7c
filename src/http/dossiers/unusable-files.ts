import { createHash } from 'node:crypto';
import type { PieceFiles } from '../../dossier/piece-files.js';
import type { FileStore } from '../../store/files/file-store.js';

/**
 * Files of the pieces that are gone, or whose bytes on the disk are others than their hash says: they stay out and are
 * named as missing; so are pictures of which for that reason no copy goes. Each is read once, so that nobody answers for a dossier that can
 * never be sent.
 * @throws what `signal` carries
 */
export async function findUnusable(
  store: FileStore,
  files: readonly PieceFiles[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const unusable = new Set<string>();
  const uncopied = files.flatMap(({ left }) => left.filter(({ why }) => why === 'NO_COPY'));
  const given = files.flatMap(file => file.given);
  for (const sha256 of new Set([...given, ...uncopied.map(file => file.sha256)])) {
    signal.throwIfAborted();
    if (!(await isWhole(store, sha256))) unusable.add(sha256);
  }
  return unusable;
}

async function isWhole(store: FileStore, sha256: string): Promise<boolean> {
  if ((await store.sizeOf(sha256)) === undefined) return false;
  const hash = createHash('sha256');
  for await (const part of store.read(sha256)) hash.update(part as Uint8Array);
  return hash.digest('hex') === sha256;
}
