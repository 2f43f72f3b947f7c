import type { Test } from 'tap';
import type { Held, Verdict, VerificationCheck } from '../../src/verify/index.js';
import type { AttackedLog } from './attacked-log.js';

/** What an auditor is given: the files of an export by path, below the folder of the bag. */
export type Handed = ReadonlyMap<string, Uint8Array>;

/** How a tampering shows. */
export type Found =
  /** The check that fails, and where: leaf index, path under `data/`, subject; or the type of the event at the leaf. */
  | { readonly check: VerificationCheck; readonly where: string | number | { readonly type: string } }
  /** The verdict is `ok`, and says what was not proven. */
  | { readonly notProven: readonly RegExp[] }
  /** The service hands out nothing: it finds its own log broken. */
  | { readonly noExport: RegExp };

/** One auditor: what he is given, what he has, what he must find. */
export interface Audit {
  /** In words: `the whole log`, `an item's dossier`. */
  readonly of: string;
  /** An error where the service made no export. */
  readonly given: Handed | Error;
  /** What he has beside the export, in words: `the policy`, `a receipt`. */
  readonly held: string;
  /** Signed notes and receipts that he kept. */
  readonly known?: readonly Held[];
  readonly policy: string;
  readonly found: Found;
  /** The same export of the log that was not tampered with. */
  readonly untampered: Handed;
}

/** One thing that somebody does to a log, or to what is taken out of it. */
export interface Attack {
  readonly title: string;
  /** What the attacker has got hold of. */
  readonly has: string;
  /** Tampers, and says what each auditor gets then. */
  readonly tamper: (log: AttackedLog, t: Test) => readonly Audit[] | Promise<readonly Audit[]>;
}

export function toldFound(found: Found): string {
  if ('noExport' in found) return `no export: ${found.noExport.source}`;
  if ('notProven' in found)
    return `ok, not proven: ${found.notProven.map(({ source }) => source).join(', ')}`;
  const { check, where } = found;
  return `${check} at ${typeof where === 'object' ? where.type : where}`;
}

export function toldVerdict({ verdict, failed, notProven }: Verdict): string {
  return failed === null
    ? `${verdict}, not proven: ${notProven.join(' | ')}`
    : `${failed.check} at ${failed.where} (${failed.detail})`;
}
