import type { PackageState } from '../package/state.js';
import type { Claim, LogWideFacts } from '../rule.js';
import type { TransferState } from '../transfer/state.js';
import { refuseIf, type Violation } from '../violation.js';

interface About {
  readonly items: readonly { readonly subject: string }[];
  readonly concerns: {
    readonly package: string | null;
    readonly sealNumber: string | null;
    readonly transfer: string | null;
  };
}

/** The seal as what was sealed with it claims it (D3). */
export function claimOfSeal(number: string): Claim {
  return { set: 'seal-number', key: number };
}

/**
 * RQ-31, RQ-73: whoever looks at an item sees what does not fit with the package it is in, its seal, or the transfer
 * it came by. A transfer that is named beside items or a package says where it was seen; alone, or for the seal of
 * its container, it stands for all that it carries.
 */
export function checkShownOnAll(about: About, facts: LogWideFacts): readonly Violation[] {
  const listed = about.items.map(({ subject }) => subject);
  const missing = heldBy(about, facts).filter(subject => !listed.includes(subject));
  return refuseIf(missing.length > 0, 'discrepancy.items-not-all', '/body/items', {
    missing: missing.join(', '),
  });
}

function heldBy({ items, concerns }: About, facts: LogWideFacts): readonly string[] {
  if (concerns.package !== null) {
    const state = facts.state(`package/${concerns.package}`) as PackageState | undefined;
    return state?.contents ?? [];
  }
  if (concerns.transfer === null || (items.length > 0 && concerns.sealNumber === null)) return [];
  const state = facts.state(`transfer/${concerns.transfer}`) as TransferState | undefined;
  return Object.keys(state?.lines ?? {}).map(item => `evidence/${item}`);
}

/** A seal that is on something is told with what it is on: that says which items it is about. */
export function checkSealHolderNamed({ concerns }: About, facts: LogWideFacts): readonly Violation[] {
  const { sealNumber } = concerns;
  if (sealNumber === null) return [];
  const { set, key } = claimOfSeal(sealNumber);
  const holder = facts.claimant(set, key);
  const named = [`package/${concerns.package}`, `transfer/${concerns.transfer}`];
  return refuseIf(
    holder !== undefined && !named.includes(holder),
    'discrepancy.seal-holder-not-named',
    '/body/concerns',
    { sealNumber },
  );
}
