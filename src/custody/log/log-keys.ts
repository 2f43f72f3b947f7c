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

/** Whether a line of a note names a key that the log has or had; the signature is not verified. */
export function isLogKeyLine(state: LogState, { name, keyId }: NoteSignature): boolean {
  return logKeysOf(state).some(key => key.startsWith(`${name}+${keyId}+`));
}
