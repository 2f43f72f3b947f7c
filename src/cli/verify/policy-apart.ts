import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import type { Language } from '../../custody/text.js';
import type { Bag } from '../../verify/index.js';

const INSIDE = 'data/policy.txt';

/**
 * What a reader must know where the policy may come from the export itself: then it vouches for nothing (log-format
 * section 12).
 * @param path of the export; `policy` of the policy
 * @param bag after its files were listed
 */
export async function remarkPolicy(
  { path, policy, given, bag }: { path: string; policy: string; given: Uint8Array; bag: Bag },
  language: Language,
): Promise<readonly string[]> {
  const [folder, file] = await Promise.all([realpath(path), realpath(policy)]);
  if (file.startsWith(`${folder}${sep}`)) {
    return [
      language === 'fr'
        ? "la politique n'a pas été obtenue à part : elle se trouve dans l'export, qui ne peut répondre de lui-même"
        : 'the policy was not obtained apart: it lies inside the export, which cannot vouch for itself',
    ];
  }
  if (!(await isInside(bag, given))) return [];
  return [
    language === 'fr'
      ? "la politique est, à l'octet près, celle de l'export : elle ne compte que si vous ne l'avez pas copiée de là"
      : 'the policy is byte for byte the one inside the export: it counts only if you did not copy it from there',
  ];
}

/** Not read beyond the first part that differs: what is inside may unpack to any length. */
async function isInside(bag: Bag, given: Uint8Array): Promise<boolean> {
  let length = 0;
  for await (const part of bag.open(INSIDE)) {
    if (Buffer.compare(part, given.subarray(length, length + part.length)) !== 0) return false;
    length += part.length;
  }
  return length === given.length;
}
