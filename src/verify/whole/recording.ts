import { base64Text, type SignedEvent } from '../../log/index.js';
import { CheckFailure } from '../check-failure.js';
import type { ReadHeld, ShownEvent } from './read-held.js';

/** What an act says that records an export or a dossier (E41, E60), as a receipt of it shows. */
export interface Recording {
  /** It has the hash of what is verified: every byte, also those that no signature inside covers, is as recorded. */
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
  readonly size: number;
  readonly root: Uint8Array;
  has(subject: string): boolean;
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
  return { isThis: hash === recorded.exportHash, leaf, type, numbered };
}

/**
 * The log says of a dossier by its hash what every file of it is, also of those that no signature inside covers: the
 * print, the copies, the page. A receipt that records a dossier of the same release and tree with another hash shows
 * that files were exchanged, unless another one shows this hash.
 * @throws {CheckFailure} `bag`, at the tag manifest
 */
export function checkRecorded(held: readonly ReadHeld[], recorded: Recorded): void {
  if (held.some(({ records }) => records?.isThis)) return;
  const denying = held.find(({ shown }) => shown !== undefined && isOfSameMaking(shown.event, recorded));
  if (denying?.shown === undefined) return;
  const { index, event } = denying.shown;
  throw new CheckFailure(
    'bag',
    'tagmanifest-sha256.txt',
    `a receipt held of leaf ${index} records a dossier of this release and tree with the hash ${event.body.hash}, and not with ${recorded.exportHash}`,
  );
}

function isOfSameMaking({ type, body }: SignedEvent, { size, root, has }: Recorded): boolean {
  const isOfTree = body.size === size && body.root === base64Text(root);
  return type === 'dossier.built' && isOfTree && has(`release/${body.release}`);
}
