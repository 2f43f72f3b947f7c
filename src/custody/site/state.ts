import type { CommonState } from '../common/state.js';
import type { StoreOfSite } from './store-schema.js';

export interface SiteState extends CommonState {
  readonly name: string;
  readonly description: string;
  /** Unit that runs the site. */
  readonly unit: string | null;
  readonly stores: readonly StoreOfSite[];
}
