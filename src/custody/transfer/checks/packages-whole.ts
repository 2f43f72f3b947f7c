import type { EvidenceState, SealOnItem } from '../../evidence/state.js';
import type { Act, LogWideFacts } from '../../rule.js';
import { refuseIf, type Violation } from '../../violation.js';
import { unbrokenStatuses } from '../../vocabulary/seals.js';

/**
 * What lies under one unbroken seal changes hands together: nobody can give away, take or refuse one item of a
 * closed package. A rule over the whole log: under which seal another item lies stands in that item's history.
 * @param opened the act itself says of an item that its seal was found broken
 * @param code of the refusal: what came later judges nothing under an older procedure
 */
export function checkPackagesWhole(
  { items, state }: LogWideFacts,
  opened: (item: Act, seal: SealOnItem) => boolean = () => false,
  code: 'transfer.package-split' | 'transfer.package-passed-on-apart' = 'transfer.package-split',
): readonly Violation[] {
  const listed = items.flatMap(item => {
    const seal = (state(item.subject) as EvidenceState | undefined)?.seal ?? null;
    return seal === null ? [] : [{ item, seal }];
  });
  const closed = listed
    .filter(({ item, seal }) => unbrokenStatuses.includes(seal.status) && !opened(item, seal))
    .map(({ seal }) => seal);
  return [...new Map(closed.map(seal => [seal.number, seal])).values()].flatMap(seal => {
    const count = listed.filter(({ seal: { number } }) => number === seal.number).length;
    return refuseIf(count < seal.together, code, '/body/items', {
      seal: seal.number,
      count: String(seal.together),
      listed: String(count),
    });
  });
}
