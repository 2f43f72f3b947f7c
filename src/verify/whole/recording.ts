import { base64Text, type JsonValue, type SignedEvent } from '../../log/index.js';
import { CheckFailure } from '../check-failure.js';
import type { ReadHeld, ShownEvent } from './read-held.js';

/** What an act says that records an export or a dossier (E41, E60), as a receipt of it shows. */
export interface Recording {
  /** It is of this tree and has the hash of what is verified: every byte, also those that no signature inside covers. */
  readonly isThis: boolean;
  readonly leaf: number;
  readonly type: 'dossier.built' | 'export.generated';
  /** Of a dossier; null of an export. */
  readonly numbered: { readonly number: string; readonly version: number } | null;
}

/** What is verified, as far as an act that records it says it. */
export interface Recorded {
  /** SHA-256 of the tag manifest, hexadecimal. */
  readonly exportHash: string;
  readonly complete: boolean;
  readonly size: number;
  readonly root: Uint8Array;
  /** The whole history of a subject is said to be inside. */
  isWhole(subject: string): boolean;
}

/** @returns undefined of a receipt of any other act, and of what is no receipt */
export function recordingOf(shown: ShownEvent | undefined, recorded: Recorded): Recording | undefined {
  if (shown === undefined) return undefined;
  const { event, index: leaf } = shown;
  const { type, body } = event;
  if (type !== 'dossier.built' && type !== 'export.generated') return undefined;
  const { hash, number, version } = body;
  const isNumbered = type === 'dossier.built' && typeof number === 'string' && typeof version === 'number';
  const numbered = isNumbered ? { number, version } : null;
  return { isThis: hash === recorded.exportHash && isOfTree(event, recorded), leaf, type, numbered };
}

/**
 * The log says of a dossier by its hash what every file of it is, also of those that no signature inside covers: the
 * print, the copies, the page. A receipt that records a dossier of this tree, with pieces that are all inside, under
 * another hash shows that this is not that dossier: files were exchanged, or it is another one of the same pieces. Which
 * pieces are inside, signatures and head statements say; whoever takes one out makes it another dossier for all to see.
 * @throws {CheckFailure} `bag`, at the tag manifest, unless another receipt records this
 */
export function checkRecorded(held: readonly ReadHeld[], recorded: Recorded): void {
  if (recorded.complete || held.some(({ records }) => records?.isThis)) return;
  const denying = held.find(({ shown }) => shown !== undefined && isOfThesePieces(shown.event, recorded));
  if (denying?.shown === undefined) return;
  const { index, event } = denying.shown;
  const { hash, number, version } = event.body;
  throw new CheckFailure(
    'bag',
    'tagmanifest-sha256.txt',
    `a receipt held of leaf ${index} records the dossier ${number}, version ${version}, of these pieces and this tree with the hash ${hash}, and not with ${recorded.exportHash}: files were exchanged, or this is another dossier`,
  );
}

function isOfThesePieces(event: SignedEvent, recorded: Recorded): boolean {
  const { type, body } = event;
  const pieces: JsonValue = body.pieces ?? null;
  if (type !== 'dossier.built' || !Array.isArray(pieces) || pieces.length === 0) return false;
  return isOfTree(event, recorded) && pieces.every(piece => recorded.isWhole(String(piece)));
}

function isOfTree({ body }: SignedEvent, { size, root }: Recorded): boolean {
  return body.size === size && body.root === base64Text(root);
}
