import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
import { textOf } from './body-members.js';
import type { ContentsReading } from './contents-reading.js';

/** Where a dossier holds the list of its pieces; an export of another kind has none. */
export const bordereauPath = 'data/report/pieces.json';

/** A photograph as it leaves where its original stays: without metadata. The log proves the original alone. */
export interface CleanedCopy {
  /** In the bag. */
  readonly path: string;
  readonly sha256: string;
}

export interface Bordereau {
  /** Under which number each piece stands, by its subject. */
  readonly numbers: ReadonlyMap<string, number>;
  /** By the SHA-256 of the original. */
  readonly copies: ReadonlyMap<string, CleanedCopy>;
}

/**
 * Numbers of the pieces and copies of their photographs, as `report/pieces.json` has them. The list is no statement of the log: a number counts where the
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
  return { numbers: new Map(numbers), copies: new Map(pieces.flatMap(copiesOf)) };
}

const copyPath = /^report\/copies\/[0-9]+\.(jpg|png)$/;
const sha256 = /^[0-9a-f]{64}$/;

function copiesOf({ copies }: JsonObject): readonly (readonly [string, CleanedCopy])[] {
  if (!Array.isArray(copies)) return [];
  return (copies as readonly JsonValue[]).filter(isJsonObject).flatMap(copy => {
    const [of, path, hash] = [textOf(copy.of), textOf(copy.path), textOf(copy.sha256)];
    const isCopy = sha256.test(of) && sha256.test(hash) && copyPath.test(path);
    return isCopy ? [[of, { path: `data/${path}`, sha256: hash }] as const] : [];
  });
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
