import type { Policy } from './policy.js';
import { formatVerifierKey } from './verifier-key.js';

/**
 * A policy as C2SP tlog-policy text: what `parsePolicy` reads as the same keys, groups and quorum. Addresses are left
 * out: who verifies needs none.
 */
export function formatPolicy({ logs, witnesses, groups, quorum }: Policy): string {
  const lines = [
    ...logs.map(key => `log ${formatVerifierKey(key)}`),
    ...witnesses.map(({ name, key }) => `witness ${name} ${formatVerifierKey(key)}`),
    ...groups.map(({ name, threshold, members }) => `group ${name} ${threshold} ${members.join(' ')}`),
    `quorum ${quorum ?? 'none'}`,
  ];
  return `${lines.join('\n')}\n`;
}
