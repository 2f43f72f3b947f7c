import type { EvidenceState } from '../../evidence/state.js';
import type { PackageState } from '../../package/state.js';
import type { LogWideFacts } from '../../rule.js';
import { refuse, type Violation } from '../../violation.js';
import { unbrokenStatuses } from '../../vocabulary/seals.js';

/**
 * What lies under one unbroken seal changes hands together: nobody can give away one item of a closed package.
 * A rule over the whole log: the package's content stands in its own history.
 */
export function checkPackagesWhole(
  items: readonly { readonly subject: string }[],
  facts: LogWideFacts,
): readonly Violation[] {
  const listed = new Set(items.map(({ subject }) => subject));
  const packages = new Set(items.flatMap(({ subject }) => packageOf(subject, facts)));
  return [...packages].flatMap(name => {
    const state = facts.state(name) as PackageState | undefined;
    const missing = (state?.contents ?? []).filter(subject => !listed.has(subject));
    if (missing.length === 0) return [];
    const parameters = { package: state?.number ?? name, missing: missing.slice(0, 5).join(', ') };
    return [refuse('transfer.package-split', '/body/items', parameters)];
  });
}

function packageOf(subject: string, facts: LogWideFacts): readonly string[] {
  const seal = (facts.state(subject) as EvidenceState | undefined)?.seal ?? null;
  const closed = seal !== null && unbrokenStatuses.includes(seal.status);
  return closed ? [`package/${seal.package}`] : [];
}
