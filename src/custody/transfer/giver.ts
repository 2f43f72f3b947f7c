import type { Transit } from '../evidence/state.js';
import type { Act, Circumstances } from '../rule.js';

/** Who signs is the giver from here on: what comes back comes to him, or to a stand-in in his role and unit. */
export function signerAsGiver(
  { actor }: Pick<Act<unknown>, 'actor'>,
  { officer }: Circumstances,
): Pick<Transit, 'giver' | 'giverRole' | 'giverUnit'> {
  return { giver: actor.officer, giverRole: actor.role, giverUnit: officer(actor.officer)?.unit ?? null };
}
