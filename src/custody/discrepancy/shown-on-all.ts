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

function heldBy(about: About, facts: LogWideFacts): readonly string[] {
  const { package: named, transfer } = about.concerns;
  const sealed = named === null ? undefined : (facts.state(`package/${named}`) as PackageState | undefined);
  const carrying =
    transfer === null ? undefined : (facts.state(`transfer/${transfer}`) as TransferState | undefined);
  const carried = Object.keys(carrying?.lines ?? {}).map(item => `evidence/${item}`);
  const contents = sealed?.contents ?? [];
  return [...contents, ...(standsForAll(about, carried, facts) ? carried : [])];
}

/** A transfer is where something else was seen only if that something is in it. */
function standsForAll({ items, concerns }: About, carried: readonly string[], facts: LogWideFacts): boolean {
  if (holderOfSeal(concerns, facts) === `transfer/${concerns.transfer}`) return true;
  return concerns.package === null && !items.some(({ subject }) => carried.includes(subject));
}

/** What the seal is or was on, as a subject; undefined where none is named, or it was on nothing yet. */
function holderOfSeal({ sealNumber }: About['concerns'], facts: LogWideFacts): string | undefined {
  if (sealNumber === null) return undefined;
  const { set, key } = claimOfSeal(sealNumber);
  return facts.claimant(set, key);
}

/** A seal that is on something is told with what it is on: that says which items it is about. */
export function checkSealHolderNamed({ concerns }: About, facts: LogWideFacts): readonly Violation[] {
  const { sealNumber } = concerns;
  if (sealNumber === null) return [];
  const holder = holderOfSeal(concerns, facts);
  const named = [`package/${concerns.package}`, `transfer/${concerns.transfer}`];
  return refuseIf(
    holder !== undefined && !named.includes(holder),
    'discrepancy.seal-holder-not-named',
    '/body/concerns',
    { sealNumber },
  );
}
