import {
  isJsonObject,
  type JsonObject,
  orNothing,
  type Policy,
  parseVerifierKey,
  type VerifierKey,
} from '../../log/index.js';
import { LogKeys } from './log-keys.js';

/** Under which policies a note counts that is held beside an export (log-format section 12). */
export interface NotePolicies {
  /** For a note of this size: the log's keys are those that one must be signed with. */
  inForce(size: number): Policy;
  /** With every key that the log has had. */
  readonly ever: Policy;
}

/** The export's own tree. */
interface OwnTree {
  readonly origin: string;
  readonly size: number;
}

/**
 * The keys that a log's events claim for it, before any event was checked: for notes that are held beside the export, and
 * that the log signed with an older or a newer key than the policy names. Where one of these events is not good, the
 * export fails at it, whatever was believed by its key until then.
 */
export class ClaimedLogKeys {
  readonly #inForce = new LogKeys();
  readonly #ever = new Map<string, VerifierKey>();

  /** @param payload of the event at this leaf, as its line has it */
  note(leaf: number, { type, body }: JsonObject): void {
    if ((type !== 'log.opened' && type !== 'log.key-rotated') || !isJsonObject(body)) return;
    const logKey = String(body.logKey);
    const key = orNothing(() => parseVerifierKey(logKey, 'key'));
    if (key?.type !== 'note') return;
    this.#inForce.add(logKey, leaf);
    this.#ever.set(key.key.kid, key);
  }

  /**
   * The witnesses and the quorum are those of the policy handed over. In force for a larger tree than the export's is the
   * key that was so for the export's, or one that only the policy knows: a key that the log had given up signs no more.
   */
  policies(policy: Policy, { origin, size: own }: OwnTree): NotePolicies {
    const given = policy.logs.filter(({ name }) => name === origin);
    const later = given.filter(({ key }) => !this.#ever.has(key.kid));
    const earlier = [...this.#ever.values()].filter(({ name }) => name === origin);
    return {
      inForce: size => {
        const key = orNothing(() => this.#inForce.inForce(Math.min(size, own)));
        return { ...policy, logs: [...(key === null ? [] : [key]), ...(size > own ? later : [])] };
      },
      ever: { ...policy, logs: [...earlier, ...later] },
    };
  }
}
