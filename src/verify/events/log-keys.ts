import {
  FormatError,
  formatVerifierKey,
  parseVerifierKey,
  type SignedNote,
  utf8Bytes,
  type VerifierKey,
  verifySignature,
} from '../../log/index.js';

/** The log's own keys, as its events name them (log-format section 8, `log.key-rotated`). */
export class LogKeys {
  readonly #keys: { readonly leaf: number; readonly key: VerifierKey }[] = [];

  /** @param leaf index of the event that brings it in */
  add(logKey: string, leaf: number): void {
    this.#keys.push({ leaf, key: parseVerifierKey(logKey, 'key') });
  }

  /**
   * The key in force for trees of this size; of the empty one, the first.
   * @throws {FormatError} `key` where the log names none
   */
  inForce(size: number): VerifierKey {
    const found = this.#keys.findLast(({ leaf }) => leaf < Math.max(size, 1))?.key;
    if (found === undefined) throw new FormatError('key', `the log names no key for size ${size}`);
    return found;
  }

  /**
   * The key in force for the checkpoint's size has signed it, and the keys of the policy that were believed are
   * keys of the log: the one in force, or one before it.
   * @throws {FormatError} `key`
   */
  async check(note: SignedNote, size: number, believed: readonly VerifierKey[]): Promise<void> {
    const key = this.inForce(size);
    if (!(await hasSigned(note, key))) {
      throw new FormatError(
        'key',
        `the key in force for size ${size} has not signed: ${formatVerifierKey(key)}`,
      );
    }
    const known = this.#keys.filter(({ leaf }) => leaf < size).map(({ key }) => key.key.kid);
    const stranger = believed.find(({ key }) => !known.includes(key.kid));
    if (stranger !== undefined) {
      throw new FormatError('key', `not a key of the log for size ${size}: ${formatVerifierKey(stranger)}`);
    }
  }
}

/** Keys of one name may share their id: one good line among those under it is enough. */
async function hasSigned(
  { text, signatures }: SignedNote,
  { name, keyId, key }: VerifierKey,
): Promise<boolean> {
  for (const line of signatures) {
    if (line.name !== name || line.keyId !== keyId) continue;
    if (await verifySignature(key, utf8Bytes(text), line.signature)) return true;
  }
  return false;
}
