import { canonicalText, type JsonObject, utf8Bytes } from '../log/index.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import type { PieceFiles } from './piece-files.js';

/**
 * `report/pieces.json`: the list of pieces, numbered, each with the head of its history and the files that go along.
 * JCS and a line end. Its SHA-256 is what every page of the dossier prints, for a page cannot bear a hash of the whole.
 */
export async function piecesJson(snapshot: LogSnapshot, files: readonly PieceFiles[]): Promise<Uint8Array> {
  const given = new Map(files.map(({ piece, given }) => [piece, given]));
  const pieces: JsonObject[] = [];
  for await (const { subject, seq, eventId } of snapshot.heads([...given.keys()])) {
    const number = pieces.length + 1;
    pieces.push({ number, piece: subject, seq, eventId, files: [...(given.get(subject) ?? [])] });
  }
  return utf8Bytes(`${canonicalText({ v: 1, origin: snapshot.origin, size: snapshot.size, pieces })}\n`);
}
