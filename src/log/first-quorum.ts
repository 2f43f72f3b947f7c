import { hasQuorum, type Policy } from './policy.js';

/**
 * The first of these cosignatures that are enough for the policy, in the order given: of what more than one witness
 * must have seen, a single one proves no time.
 * @returns one or more; undefined where all together are not enough, or where the policy asks for none
 */
export function firstQuorum<Cosignature extends { readonly witness: string }>(
  policy: Policy,
  cosignatures: readonly Cosignature[],
): readonly [Cosignature, ...Cosignature[]] | undefined {
  const [first] = cosignatures;
  if (policy.quorum === null || first === undefined) return undefined;
  const witnesses = new Set<string>();
  for (const [place, { witness }] of cosignatures.entries()) {
    witnesses.add(witness);
    if (hasQuorum(policy, witnesses)) return [first, ...cosignatures.slice(1, place + 1)];
  }
  return undefined;
}
