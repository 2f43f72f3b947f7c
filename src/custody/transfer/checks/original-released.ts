import type { EvidenceState } from '../../evidence/state.js';
import { refuseIf, type Violation } from '../../violation.js';

/** RQ-67: what was released as a copy or a summary goes in a dossier; the item itself stays. A release that did not say goes. */
export function checkOriginalReleased(
  { number, legal }: Pick<EvidenceState, 'number' | 'legal'>,
  release: string | null,
): readonly Violation[] {
  const { as = 'ORIGINAL' } = legal[release ?? ''] ?? {};
  return refuseIf(as !== 'ORIGINAL', 'transfer.original-not-released', '/subject', { number, as });
}
