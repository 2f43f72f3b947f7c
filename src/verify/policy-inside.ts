import type { Text } from '../custody/text.js';
import type { Bag } from './bag/bag.js';

const INSIDE = 'data/policy.txt';

/** What a reader must know where the policy may come from the export itself (log-format section 12). */
export const policyInside: Text = {
  en: 'the policy is byte for byte the one inside the export: it counts only if you did not copy it from there',
  fr: "la politique est, à l'octet près, celle de l'export : elle ne compte que si vous ne l'avez pas copiée de là",
};

/**
 * Is the policy byte for byte the one inside? Not read beyond the first part that differs: what is inside may unpack to
 * any length.
 * @param bag after its files were listed
 */
export async function isPolicyInside(bag: Bag, given: Uint8Array): Promise<boolean> {
  let length = 0;
  for await (const part of bag.open(INSIDE)) {
    const from = length;
    length += part.length;
    if (length > given.length || part.some((byte, i) => byte !== given[from + i])) return false;
  }
  return length === given.length;
}
