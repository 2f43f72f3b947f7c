import { refuseIf, type Violation } from '../violation.js';
import type { PackageState } from './state.js';

interface Group {
  readonly items: readonly { readonly subject: string }[];
}

/** The items of a group's body, `evidence/<UUID>`, in order. */
export function itemsListed({ items }: Group): readonly string[] {
  return items.map(({ subject }) => subject);
}

/**
 * What happens to a sealed package happens to every item in it: the act has an event for each of them, and
 * for no other.
 */
export function checkAllContents(state: PackageState, group: Group): readonly Violation[] {
  const listed = itemsListed(group);
  const missing = state.contents.filter(subject => !listed.includes(subject));
  const foreign = listed.filter(subject => !state.contents.includes(subject));
  return refuseIf(missing.length + foreign.length > 0, 'package.contents-differ', '/body/items', {
    missing: missing.join(', ') || '–',
    foreign: foreign.join(', ') || '–',
  });
}
