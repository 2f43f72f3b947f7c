import type { CircumstanceOptions } from '../act/form.js';

/** What a table of items has in common, as typed. */
export interface RegisterFromOptions extends CircumstanceOptions {
  /** The table, CSV. */
  readonly from: string;
  /** Folder with the photographs. */
  readonly photos?: string;
  readonly incident: string;
  readonly scene?: string;
  /** Camera, where the photographs do not say. */
  readonly camera?: string;
  readonly ref?: readonly string[];
  readonly offline?: boolean;
  readonly yes?: boolean;
}
