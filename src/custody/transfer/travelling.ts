import { Exactly, Nullable, Prose } from '../schema/described.js';
import { itemMembers } from '../schema/group.js';
import { SealNumber } from '../sealstock/seal-number.js';

/** How the seal of an item stands when a courier takes it: at each leg (D4, RQ-24). */
export const TravellingItem = Exactly({
  ...itemMembers,
  sealNumber: Nullable(SealNumber('Seal number', 'Numéro de scellé')),
  sealException: Nullable(
    Prose('Why it travels unsealed or under a damaged seal', 'Raison du transport sans scellé intact', 500),
  ),
});
