import type { NoteSignature } from '../../log/index.js';
import type { LogState } from './state.js';

/** The log's origin: the name of its key (log-format section 5). What `log.opened` says is not trusted to be one. */
export function originOf({ logKey }: LogState): string {
  return logKey.split('+', 1)[0] ?? '';
}

/** Verifier keys the log ever had, in the order they came into force. One key has one text. */
export function logKeysOf({ logKey, formerLogKeys = [] }: LogState): readonly string[] {
  return [...formerLogKeys.map(former => former.logKey), logKey];
}

/** Verifier keys that sign for a tree of one size (log-format section 8, `log.key-rotated`). */
export interface SigningKeys {
  /** Signs checkpoints, and alone the head statements. */
  readonly inForce: string;
  /** The key before it, which signs checkpoints beside it until the next rotation; null: there was none. */
  readonly before: string | null;
}

/** @param size of the tree: a rotation counts for every tree that holds its leaf */
export function signingKeysAt(
  { logKey, formerLogKeys = [] }: Pick<LogState, 'logKey' | 'formerLogKeys'>,
  size: number,
): SigningKeys {
  const keys = [...formerLogKeys.map(former => former.logKey), logKey];
  const rotations = formerLogKeys.filter(({ until }) => until < size).length;
  return { inForce: keys[rotations] ?? logKey, before: keys[rotations - 1] ?? null };
}

/** Whether a line of a note names a key that the log has or had; the signature is not verified. */
export function isLogKeyLine(state: LogState, { name, keyId }: NoteSignature): boolean {
  return logKeysOf(state).some(key => key.startsWith(`${name}+${keyId}+`));
}
