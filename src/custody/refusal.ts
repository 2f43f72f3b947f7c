import type { GateId } from './gates.js';
import type { RoleCode } from './roles.js';
import type { Text } from './text.js';

/** Who can provide what is missing: a role, or a relation to the item or act. */
export type Provider =
  | RoleCode
  | 'AUTHOR'
  | 'CUSTODIAN'
  | 'WITNESS'
  | 'SECOND_OFFICER'
  | 'SUPERVISOR'
  | 'RECEIVER'
  | 'GIVER';

/**
 * The words of one rule. `message` says what was refused and why, `missing` what would have to be there.
 * `{name}` is replaced by the violation's parameter of that name.
 */
export interface Refusal {
  readonly gate: GateId | null;
  /** Requirements it carries out: RQ-, SD- numbers, sections of the log format. */
  readonly source: string;
  /** Edition of the rules that brought it (`edition` of the SOP document); absent: the first. */
  readonly edition?: number;
  readonly message: Text;
  readonly missing: Text;
  readonly provider: readonly Provider[];
}

/** Parameters whose value is a text in each language are named `<name>` and `<name>Fr`. */
export function fillIn(
  template: string,
  parameters: Readonly<Record<string, string>>,
  french: boolean,
): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const translated = french ? parameters[`${name}Fr`] : undefined;
    return translated ?? parameters[name] ?? whole;
  });
}
