import { sql } from 'kysely';
import { filterBy, Shown, Uuid } from '../fields.js';
import type { ResourceDefinition } from '../resource.js';

/** Stocks of seals: which numbers were issued to whom. */
export const sealStockResource: ResourceDefinition = {
  resource: 'seals',
  path: 'seal-stocks',
  kind: 'sealstock',
  title: { en: 'Stocks of seals', fr: 'Stocks de scellés' },
  columns: {
    issuedTo: {
      schema: Uuid('Officer who holds the stock', 'Officier détenteur du stock'),
      from: () => sql`subject.state->>'issuedTo'`,
    },
    sealType: {
      schema: Shown('Type of seal', 'Type de scellé'),
      from: () => sql`subject.state->'sealType'->>'code'`,
    },
  },
  filters: {
    issuedTo: filterBy(
      Uuid('Officer who holds the stock', 'Officier détenteur du stock'),
      value => sql<boolean>`subject.state->>'issuedTo' = ${value}`,
    ),
  },
};
