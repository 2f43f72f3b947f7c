import { disclosureDigest, isJsonObject, readDisclosure } from '../../log/index.js';

/** A piece in which a source could be identified, as a disclosed claim of `source.linked` says it. */
export interface LinkToPiece {
  /** Digest of the claim that tells it (log-format section 2). */
  readonly digest: string;
  /** `<kind>/<UUID>`. */
  readonly piece: string;
  /** V: `identifiableBy`. */
  readonly by: readonly string[];
}

/**
 * GATE-8, F-28: the links that an act tells, of the disclosures that came with it. Withheld as they are, only who holds
 * the disclosures knows any.
 */
export function readLinks(
  { type }: { readonly type: string },
  disclosures: readonly string[],
): readonly LinkToPiece[] {
  if (type !== 'source.linked') return [];
  return disclosures.flatMap(text => {
    const { value } = readDisclosure(text);
    if (!isJsonObject(value) || typeof value.piece !== 'string' || !Array.isArray(value.by)) return [];
    return [{ digest: disclosureDigest(text), piece: value.piece, by: value.by.map(String) }];
  });
}
