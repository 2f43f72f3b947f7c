import type { ReleasedPiece } from '../../release/piece.js';
import type { Classification, ClassifiedPart, ReleaseOnItem } from '../state.js';

/** A classification that goes along with a piece: its own, or that of a part of it. */
export interface LeavingClassification {
  /** Number of the piece, and for a part the place where it stands. */
  readonly named: string;
  readonly classification: Classification;
  readonly originatorConsent?: string;
}

/** Where a classified part is kept in the state of its piece: one classification in force for each place. */
export function keyOfPart(act: string, pointer: string): string {
  return `${act}${pointer}`;
}

/**
 * V6: what leaves with a piece is as sensitive as the piece and as every part of it that goes along. A part that is
 * withheld goes with no release; a finding of a laboratory is under the classification of its report.
 * @param release what the release says of the piece; undefined: every part counts
 */
export function classificationsLeaving(
  { number, classification, originatorConsent, parts = {} }: ReleasedPiece,
  release: ReleaseOnItem | undefined,
): readonly LeavingClassification[] {
  const own =
    classification === undefined ? [] : [{ named: number, classification, ...consent(originatorConsent) }];
  const leaving = Object.values(parts).filter(part => goesAlong(part, release));
  return [
    ...own,
    ...leaving.map(part => ({
      named: `${number} ${part.pointer}`,
      classification: part.classification,
      ...consent(part.originatorConsent),
    })),
  ];
}

function consent(originatorConsent: string | undefined): { readonly originatorConsent?: string } {
  return originatorConsent === undefined ? {} : { originatorConsent };
}

/** A request in the first form named no files: all of them go. */
function goesAlong({ files, withheld }: ClassifiedPart, release: ReleaseOnItem | undefined): boolean {
  if (withheld) return false;
  if (files.length === 0 || release?.files === undefined) return true;
  return release.files.some(({ sha256 }) => files.includes(sha256));
}
