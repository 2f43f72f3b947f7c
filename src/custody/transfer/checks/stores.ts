import type { EvidenceState } from '../../evidence/state.js';
import type { LogWideFacts } from '../../rule.js';
import type { SiteState } from '../../site/state.js';
import { checkTakenIn } from '../../site/storage.js';
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

/**
 * RQ-29, RQ-44: explosives never come into the general evidence room, neither by a manifest that sends them there
 * nor by a receipt. A national authority keeps what it receives in stores of its own.
 */
export function checkSiteTakesIn(
  item: EvidenceState,
  { site, store }: { readonly site: string | null; readonly store: string | null },
  pointer: string,
  facts: LogWideFacts,
): readonly Violation[] {
  const state = site === null ? undefined : (facts.state(`site/${site}`) as SiteState | undefined);
  const known = state?.stores.some(entry => entry.store === store) === true;
  return state === undefined ? [] : checkTakenIn(state, known ? store : null, item, pointer);
}
