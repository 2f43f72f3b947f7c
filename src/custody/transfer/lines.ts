import { refuseIf, type Violation } from '../violation.js';
import { itemOf, type LineStatus, type TransferState } from './state.js';

/**
 * A consignment does not split without a new manifest (domain.md section (b), L2): an act that moves or
 * recalls it lists every item in the given status.
 */
export function checkAllListed(
  state: TransferState,
  status: LineStatus,
  items: readonly { readonly subject: string }[],
): readonly Violation[] {
  const listed = new Set(items.map(({ subject }) => itemOf(subject)));
  const missing = Object.keys(state.lines).filter(item => state.lines[item] === status && !listed.has(item));
  return refuseIf(missing.length > 0, 'transfer.items-not-all', '/body/items', {
    count: String(missing.length),
    missing: missing.slice(0, 5).join(', '),
  });
}
