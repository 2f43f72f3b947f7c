import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import type { ContentsReading } from './contents-reading.js';

/** Where a dossier holds the list of its pieces; an export of another kind has none. */
export const bordereauPath = 'data/report/pieces.json';

/** Under which number each piece stands in the bordereau, by its subject. */
export type Bordereau = ReadonlyMap<string, number>;

/**
 * Numbers of the pieces, as `report/pieces.json` has them. The list is no statement of the log: a number counts where the
 * list names, as the last act of the piece, the one that is the last inside. Null of what is no such list.
 */
export function readBordereau(bytes: Uint8Array, reading: ContentsReading): Bordereau | null {
  const pieces = piecesIn(bytes);
  if (pieces === null) return null;
  const numbers = pieces.flatMap(({ number, piece, eventId }): readonly (readonly [string, number])[] => {
    if (typeof number !== 'number' || !Number.isSafeInteger(number) || typeof piece !== 'string') return [];
    const found = reading.items.get(piece) ?? reading.matters.get(piece);
    return found?.acts.at(-1)?.event.eventId === eventId ? [[piece, number]] : [];
  });
  return new Map(numbers);
}

function piecesIn(bytes: Uint8Array): readonly JsonObject[] | null {
  try {
    const list = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as JsonValue;
    if (!isJsonObject(list) || list.v !== 1 || !Array.isArray(list.pieces)) return null;
    return (list.pieces as readonly JsonValue[]).filter(isJsonObject);
  } catch {
    return null;
  }
}

/** Pieces first, by their numbers; whatever is no piece after them, as it was. */
export function inOrderOfPieces<Told extends { readonly piece: number | null }>(
  told: readonly Told[],
): readonly Told[] {
  const place = ({ piece }: Told) => piece ?? Number.MAX_SAFE_INTEGER;
  return [...told].sort((one, other) => place(one) - place(other));
}
