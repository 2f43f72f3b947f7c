import type { Selection } from '../audit/selection.js';
import { collectDigests, peekEvent } from '../log/index.js';
import type { Redaction } from '../store/dossiers/order.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import type { PieceFiles } from './piece-files.js';

/**
 * How much of each piece does not leave, and of what stands beside the pieces (null); nothing where all leaves. One by
 * one it stands in `report/withheld.csv`.
 */
export async function countRedactions(
  snapshot: LogSnapshot,
  { indexes }: Selection,
  files: readonly PieceFiles[],
  permitted: ReadonlySet<string>,
  released: ReadonlySet<string>,
): Promise<readonly Redaction[]> {
  const claims = new Map<string | null, number>();
  const pieces = new Set(files.map(({ piece }) => piece));
  for await (const { subject, jws } of snapshot.events(indexes ?? [])) {
    const piece = pieces.has(subject) ? subject : null;
    const kept = collectDigests(peekEvent(jws).body).filter(({ digest }) => !released.has(digest));
    claims.set(piece, (claims.get(piece) ?? 0) + kept.length);
  }
  const named = await snapshot.filesNamedAt(indexes ?? []);
  const open = named.filter(({ digest, sha256 }) => digest === '' && !permitted.has(sha256));
  const left = new Set(open.map(({ sha256 }) => sha256));
  for (const { sha256 } of files.flatMap(({ left }) => left)) left.delete(sha256);
  const counted = [
    ...files.map(({ piece, left }) => ({ piece, claims: claims.get(piece) ?? 0, files: left.length })),
    { piece: null, claims: claims.get(null) ?? 0, files: left.size },
  ];
  return counted.filter(({ claims, files }) => claims + files > 0);
}
