import type { LogWideFacts } from '../../rule.js';
import type { SiteState } from '../../site/state.js';
import { refuseIf, type Violation } from '../../violation.js';

/** D4: a store that a manifest names is one of the site beside it. */
export function checkStoreOfSite(
  { site, store }: { readonly site: string | null; readonly store: string | null },
  pointer: string,
  facts: LogWideFacts,
): readonly Violation[] {
  if (store === null) return [];
  const state = site === null ? undefined : (facts.state(`site/${site}`) as SiteState | undefined);
  const known = state?.stores.some(entry => entry.store === store) === true;
  return refuseIf(!known, 'transfer.store-not-of-site', pointer, { store });
}
