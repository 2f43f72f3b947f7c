import type { Safety } from '../state.js';

/** Before anybody assessed the item: nothing is taken for safe. */
export const unassessed: Safety = {
  status: 'UNASSESSED',
  event: null,
  certificate: null,
  validUntil: null,
  hazardDivision: null,
  compatibilityGroup: null,
  netExplosiveQuantity: null,
  weaponCleared: false,
};
