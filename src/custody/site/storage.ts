import type { EvidenceState } from '../evidence/state.js';
import { refuse, refuseIf, type Violation } from '../violation.js';
import { type HazardClass, hazardClasses } from '../vocabulary/hazard.js';
import type { SiteState } from './state.js';
import type { StoreOfSite } from './store-schema.js';

/** What a store asks of an item. */
export type StoredItem = Pick<
  EvidenceState,
  'number' | 'hazardClass' | 'explosivePossible' | 'safety' | 'highRisk' | 'firearm'
>;

/** A place in a site, to the shelf: anything less is no location (RQ-27). */
export interface StoreLocation {
  readonly store: string;
  readonly shelf: string;
}

export function findStore(site: SiteState, store: string): StoreOfSite | undefined {
  return site.stores.find(candidate => candidate.store === store);
}

/**
 * May the item be put at this place of the site (RQ-27, RQ-29, RQ-44, GATE-3)? The store and shelf exist and
 * take items in, and the store is one for such an item. The site is another subject than the item: a rule for
 * `decideLogWide`.
 */
export function checkLocation(
  site: SiteState,
  { store: id, shelf }: StoreLocation,
  item: StoredItem,
  pointer: string,
): readonly Violation[] {
  const store = findStore(site, id);
  if (store === undefined) return [refuse('site.store-unknown', `${pointer}/store`, { store: id })];
  const { name } = store;
  return [
    ...refuseIf(!store.open, 'site.store-closed', `${pointer}/store`, { name }),
    ...refuseIf(!store.shelves.includes(shelf), 'site.shelf-unknown', `${pointer}/shelf`, { name, shelf }),
    ...checkStore(store, item, `${pointer}/store`),
  ];
}

/**
 * May the item be taken in at this site at all (E20, RQ-29, RQ-44), before its shelf is known? In the store named,
 * or, where none is, in some store of the site. What asks for nothing may come to a site without stores.
 */
export function checkTakenIn(
  site: SiteState,
  store: string | null,
  item: StoredItem,
  pointer: string,
): readonly Violation[] {
  if (store !== null) {
    const found = findStore(site, store);
    return found === undefined
      ? [refuse('site.store-unknown', pointer, { store })]
      : [
          ...refuseIf(!found.open, 'site.store-closed', pointer, { name: found.name }),
          ...checkStore(found, item, pointer),
        ];
  }
  const asksNothing = hazardOf(item) === 'NONE' && !item.highRisk && !item.firearm;
  const fits = site.stores.some(found => found.open && checkStore(found, item, pointer).length === 0);
  return refuseIf(!asksNothing && !fits, 'site.no-store-for-item', pointer, {
    name: site.name,
    number: item.number,
  });
}

function checkStore(store: StoreOfSite, item: StoredItem, pointer: string): readonly Violation[] {
  const { name } = store;
  const hazard = hazardOf(item);
  const { en, fr } = hazard === 'NONE' ? { en: 'none', fr: 'aucune' } : hazardClasses[hazard];
  const division = item.safety.hazardDivision;
  const explosive = hazard === 'EXPLOSIVE' || hazard === 'AMMUNITION';
  return [
    ...refuseIf(!includes(store.hazardClasses, hazard), 'site.hazard-class-not-held', pointer, {
      name,
      hazard: en,
      hazardFr: fr,
    }),
    ...refuseIf(
      explosive && division !== null && !includes(store.divisions, division),
      'site.division-not-held',
      pointer,
      { name, division: division ?? '' },
    ),
    ...refuseIf(item.highRisk && !store.highRisk, 'site.store-not-high-risk', pointer, { name }),
    ...refuseIf(
      item.firearm && !item.safety.weaponCleared && !store.quarantine,
      'site.quarantine-only',
      pointer,
      { name },
    ),
  ];
}

/** What may hold explosive is explosive until somebody with the competence signs that it is not (RQ-44). */
function hazardOf({ hazardClass, explosivePossible, safety: { status } }: StoredItem): HazardClass | 'NONE' {
  const freed = status === 'CERTIFIED_FREE_FROM_EXPLOSIVES' || status === 'NON_HAZARDOUS';
  if (hazardClass !== null) return hazardClass;
  return explosivePossible && !freed ? 'EXPLOSIVE' : 'NONE';
}

function includes(list: readonly string[], value: string): boolean {
  return list.includes(value);
}
