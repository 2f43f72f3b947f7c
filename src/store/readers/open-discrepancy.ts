import type { RawBuilder } from 'kysely';
import { Flag } from '../../custody/schema/described.js';
import type { Column } from './resource.js';

/** RQ-73: an open discrepancy shows on everything that concerns its item, not on the item alone. */
export function openDiscrepancy(stands: RawBuilder<unknown>): Column {
  return {
    schema: Flag(
      'Is a discrepancy open on it, or on an item it concerns?',
      'Un écart est-il ouvert à son sujet ou sur une pièce concernée ?',
    ),
    from: () => stands,
  };
}
