import { refuse, refuseIf, type Violation } from '../violation.js';
import type { StoreOfSite } from './store-schema.js';

/** A list of stores by itself: one name for one thing, and explosives apart (RQ-27, RQ-44). */
export function checkStores(stores: readonly StoreOfSite[]): readonly Violation[] {
  return stores.flatMap((store, position) => {
    const pointer = `/body/stores/${position}`;
    const before = stores.slice(0, position);
    const again = before.some(other => other.store === store.store || other.name === store.name);
    const shelf = store.shelves.find((name, place) => store.shelves.indexOf(name) < place);
    return [
      ...refuseIf(again, 'site.store-twice', pointer, { name: store.name }),
      ...refuseIf(shelf !== undefined, 'site.shelf-twice', `${pointer}/shelves`, {
        name: store.name,
        shelf: shelf ?? '',
      }),
      ...refuseIf(mixesExplosives(store), 'site.explosives-in-general-store', `${pointer}/hazardClasses`, {
        name: store.name,
      }),
    ];
  });
}

/** Ammunition may lie with explosives; nothing else may. */
function mixesExplosives({ hazardClasses }: StoreOfSite): boolean {
  return (
    hazardClasses.includes('EXPLOSIVE') &&
    hazardClasses.some(held => held !== 'EXPLOSIVE' && held !== 'AMMUNITION')
  );
}

/**
 * Stores and shelves are closed, not dropped: an item would otherwise lie in a place that does not exist
 * (RQ-27), and whether one lies there is not known to the site.
 */
export function checkNothingDropped(
  before: readonly StoreOfSite[],
  after: readonly StoreOfSite[],
): readonly Violation[] {
  return before.flatMap(({ store, name, shelves }) => {
    const kept = after.find(other => other.store === store);
    const lost = kept === undefined ? name : shelves.find(shelf => !kept.shelves.includes(shelf));
    return lost === undefined ? [] : [refuse('site.location-dropped', '/body/stores', { name, lost })];
  });
}
