import { canonicalText, type JsonObject, utf8Bytes } from '../log/index.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import type { PieceFiles } from './piece-files.js';

/**
 * `report/pieces.json`: the list of pieces, numbered, each with the head of its history, the files that go along, and
 * the cleaned copies of those that stay here; which files are original photographs, where a decision lets any go.
 * JCS and a line end. Its SHA-256 is what every page of the dossier prints, for a page cannot bear a hash of the whole.
 */
export async function piecesJson(snapshot: LogSnapshot, files: readonly PieceFiles[]): Promise<Uint8Array> {
  const named = new Map(files.map(file => [file.piece, file]));
  const pieces: JsonObject[] = [];
  for await (const { subject, seq, eventId } of snapshot.heads([...named.keys()])) {
    const number = pieces.length + 1;
    const { given = [], originals = [], copies = [] } = named.get(subject) ?? {};
    const cleaned = copies.map(copy => ({ ...copy, path: `report/${copy.path}` }));
    // Only where there are any: decisions of earlier forms come to the same bytes as ever.
    const asOriginals = originals.length === 0 ? {} : { originals: [...originals] };
    pieces.push({
      ...{ number, piece: subject, seq, eventId, files: [...given], copies: cleaned },
      ...asOriginals,
    });
  }
  return utf8Bytes(`${canonicalText({ v: 1, origin: snapshot.origin, size: snapshot.size, pieces })}\n`);
}
