import { signingKeysAt } from '../custody/log/log-keys.js';
import type { LogState } from '../custody/log/state.js';
import { type Policy, parseVerifierKey } from '../log/index.js';

/**
 * The policy of a log for a tree of one size: the witnesses as the operator says them, and the keys that the log's own
 * events name for that size. While two keys sign, both stand in it, so whoever holds either of them can go on.
 */
export function policyAt(
  policy: Policy,
  state: Pick<LogState, 'logKey' | 'formerLogKeys'>,
  size: number,
): Policy {
  const { inForce, before } = signingKeysAt(state, size);
  const logs = before === null ? [inForce] : [inForce, before];
  return { ...policy, logs: logs.map(key => parseVerifierKey(key, 'key')) };
}
