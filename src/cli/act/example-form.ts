import type { RoleCode } from '../../custody/roles.js';
import type { JsonObject } from '../../log/index.js';

/** What an example types instead of the smallest value that fits the schema: the rules ask for more than a form. */
export interface ExampleValues {
  /** By the path of a field; one that may be left out is typed because it is named here. */
  readonly set?: Readonly<Record<string, string>>;
  /** Members of the items in `items.json`, an entry for each; else one item stands there. */
  readonly items?: readonly JsonObject[];
  /** The act happens at a registered site. */
  readonly site?: true;
  /** A file that holds the form, and the command that writes it; nothing is then typed with `--set`. */
  readonly body?: { readonly file: string; readonly madeBy: string };
  /** Who signs; else a collector where he may, and the first whom the procedure names where not. */
  readonly role?: RoleCode;
}
