import { signingKeysAt } from '../custody/log/log-keys.js';
import type { LogState } from '../custody/log/state.js';
import { formatVerifierKey } from '../log/index.js';
import type { LogKey } from './appender/checkpoint-signer.js';
import { AppendUnavailable } from './appender/outcome.js';

/** A key that the log's events name, and that the key file does not hold (any more). */
export class LogKeyNotHeld extends AppendUnavailable {
  /** @param key its verifier key */
  constructor(key: string) {
    super('log-key', `the key file does not hold the key of the log ${key}`);
  }
}

/**
 * The log's keys that a process holds. Which of them signs what is told by the log's own events, never by the file: so
 * a key may lie in it before the event that names it, and after the last checkpoint that it signs.
 */
export class LogKeys {
  #held: readonly LogKey[];
  readonly #reread: (() => Promise<readonly LogKey[]>) | null;

  /**
   * @param held one or more, all of one log, as they stand in the file
   * @param reread reads the file again; null: there is none
   */
  constructor(held: readonly LogKey[], reread: (() => Promise<readonly LogKey[]>) | null = null) {
    this.#held = held;
    this.#reread = reread;
  }

  get held(): readonly LogKey[] {
    return this.#held;
  }

  /** The first of the file: the oldest that may still sign. */
  get first(): LogKey {
    const [first] = this.#held;
    if (first === undefined) throw new RangeError('a log has a key');
    return first;
  }

  /** The log that they are of. */
  get origin(): string {
    return this.first.key.name;
  }

  /**
   * The key with this verifier key. One that is not known yet is looked for in the file: an operator adds the next key
   * while the service runs.
   * @throws AppendUnavailable where the file cannot be read
   */
  async find(verifierKey: string): Promise<LogKey | undefined> {
    const known = this.#named(verifierKey);
    if (known !== undefined || this.#reread === null) return known;
    this.#held = await this.#reread().catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : '';
      throw new AppendUnavailable('log-key', why, { cause });
    });
    return this.#named(verifierKey);
  }

  /** @throws LogKeyNotHeld; AppendUnavailable where the file cannot be read */
  async require(verifierKey: string): Promise<LogKey> {
    const found = await this.find(verifierKey);
    if (found === undefined) throw new LogKeyNotHeld(verifierKey);
    return found;
  }

  #named(verifierKey: string): LogKey | undefined {
    return this.#held.find(({ key }) => formatVerifierKey(key) === verifierKey);
  }
}

/** Who signs for a tree of this size. @throws LogKeyNotHeld */
export async function signersAt(
  logKeys: LogKeys,
  state: Pick<LogState, 'logKey' | 'formerLogKeys'>,
  size: number,
): Promise<{ readonly inForce: LogKey; readonly before: LogKey | null }> {
  const { inForce, before } = signingKeysAt(state, size);
  return {
    inForce: await logKeys.require(inForce),
    before: before === null ? null : await logKeys.require(before),
  };
}
