import type { GateId } from './gates.js';
import type { RoleCode } from './roles.js';
import type { Language, Text } from './text.js';
import type { Telling } from './vocabulary/told.js';

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
  /** How parameters that are codes are told; the violation itself keeps the codes. */
  readonly told?: Readonly<Record<string, Telling>>;
}

/** Parameters whose value is a text in each language are named `<name>` and `<name>Fr`. */
export function fillIn(
  template: Text,
  parameters: Readonly<Record<string, string>>,
  told: Readonly<Record<string, Telling>>,
  language: Language,
): string {
  return template[language].replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const translated = language === 'fr' ? parameters[`${name}Fr`] : undefined;
    const value = translated ?? parameters[name];
    if (value === undefined) return whole;
    return told[name]?.(value)[language] ?? value;
  });
}
