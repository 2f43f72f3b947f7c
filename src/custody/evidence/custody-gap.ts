import { parseTime } from '../../log/index.js';
import type { Sop } from '../sop/document.js';
import type { CustodyGap, EvidenceState } from './state.js';

const minute = 60_000;

/**
 * A period nobody can account for is kept whatever its length; one longer than the SOP says prints on every later
 * paper (GATE-12).
 */
export function withGap(
  state: EvidenceState,
  gap: CustodyGap,
  officer: string,
  { deadlines }: Sop,
): EvidenceState {
  const { from, until, reason, event } = gap;
  const shown = parseTime(until) - parseTime(from) > deadlines.custodyGapMinutes.value * minute;
  const text = `${from} – ${until}: ${reason}`;
  return {
    ...state,
    gaps: [...state.gaps, gap],
    remarks: shown ? [...state.remarks, { kind: 'CUSTODY_GAP', event, officer, text }] : state.remarks,
  };
}
