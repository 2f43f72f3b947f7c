import {
  isJsonObject,
  type JsonObject,
  orNothing,
  type Policy,
  parseVerifierKey,
  type VerifierKey,
} from '../../log/index.js';

/** No log has as many keys. */
const MAX_KEYS = 1_000;

/**
 * The keys that a log's events claim for it, before any event was checked: for notes that are held beside the export, or
 * stand in it, and that the log signed with an older or a newer key than the policy names. Where one of these events is
 * not good, the export fails at it, whatever was believed by its key until then.
 */
export class ClaimedLogKeys {
  readonly #keys = new Map<string, VerifierKey>();

  /** @param payload of an event, as its line has it */
  note({ type, body }: JsonObject): void {
    if ((type !== 'log.opened' && type !== 'log.key-rotated') || !isJsonObject(body)) return;
    const key = orNothing(() => parseVerifierKey(String(body.logKey), 'key'));
    if (key?.type === 'note' && this.#keys.size < MAX_KEYS) this.#keys.set(key.key.kid, key);
  }

  /** The policy with every key that the log of this origin has had: its witnesses and its quorum are as they were. */
  widen(policy: Policy, origin: string): Policy {
    const known = new Set(policy.logs.map(({ key }) => key.kid));
    const others = [...this.#keys.values()].filter(({ name, key }) => name === origin && !known.has(key.kid));
    return { ...policy, logs: [...policy.logs, ...others] };
  }
}
