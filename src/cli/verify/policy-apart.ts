import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import type { Language } from '../../custody/text.js';
import { type Bag, isPolicyInside, policyInside } from '../../verify/index.js';

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
  return (await isPolicyInside(bag, given)) ? [policyInside[language]] : [];
}
