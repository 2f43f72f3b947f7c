import type { CommonState } from '../common/state.js';
import type { ExportScopeOf } from './scope.js';

/** An export as an officer answers for it (E60). */
export interface ExportState extends CommonState {
  readonly generatedBy: string;
  readonly generatedAt: string;
  readonly scope: ExportScopeOf;
  readonly recipient: string;
  readonly purpose: string;
  /** Leaves of the tree that it is an export of. */
  readonly size: number;
  /** Root of that tree, b64. */
  readonly root: string;
  /** SHA-256 of its `tagmanifest-sha256.txt`, hexadecimal: through the manifests a hash of every byte. */
  readonly hash: string;
  /** Whether withheld claims are handed over. */
  readonly withheldIncluded: boolean;
}
