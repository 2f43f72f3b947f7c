import { laterOf, mayFollow } from '../common/time-order.js';
import { occurrenceOf } from '../judge/occurrence.js';
import { notingSource } from '../release/source-caveat.js';
import type { Act, Circumstances, PlacedAct } from '../rule.js';
import type { GateOverride } from '../schema/occurrence.js';
import { refuse, refuseIf, type Violation } from '../violation.js';
import { type EvidenceState, type Remark, terminalStates } from './state.js';

/** Events that an item may still have once it left our custody for good: they record, and move nothing. */
const afterTheEnd = [
  'corrected',
  'classified',
  'part-classified',
  'disclosure-erased',
  'discrepancy-opened',
  'discrepancy-closed',
  'release-suspended',
  'release-withdrawn',
  'copy-disclosed',
  'hold-placed',
  'hold-lifted',
  'examination-withdrawn',
  'result-issued',
  'result-amended',
  'lead-recorded',
  'traces-matched',
];

/**
 * What holds for every event of an item: nothing moves after the end of custody, and no act lies before the
 * item's previous one (GATE-12). A time known only to the day may fall anywhere in that day.
 */
export function decideAlways(
  state: EvidenceState,
  act: Act,
  circumstances: Circumstances,
): readonly Violation[] {
  return [...checkNotEnded(state, act, circumstances), ...checkTimeRunsForward(state, act)];
}

function checkNotEnded(state: EvidenceState, act: Act, circumstances: Circumstances): readonly Violation[] {
  const word = act.type.slice(act.type.indexOf('.') + 1);
  const ended =
    terminalStates.includes(state.physical) &&
    !afterTheEnd.includes(word) &&
    !isOfCopies(word, state, act, circumstances);
  return refuseIf(ended, 'evidence.custody-ended', '/type', {
    number: state.number,
    physical: state.physical,
    type: act.type,
  });
}

/** RQ-66, RQ-67: of what left, the Mission keeps a full copy: that may be asked for and decided on, the item itself not. */
function isOfCopies(
  word: string,
  { legal }: EvidenceState,
  { body }: Act,
  { group }: Circumstances,
): boolean {
  if (word === 'release-requested') return body.as === 'COPY' || body.as === 'SUMMARY';
  if (word !== 'release-decided' || group === null) return false;
  const asked = Object.hasOwn(legal, group.id) ? legal[group.id]?.as : undefined;
  return asked === 'COPY' || asked === 'SUMMARY' || group.body.outcome === 'REFUSED';
}

function checkTimeRunsForward(state: EvidenceState, act: Act): readonly Violation[] {
  const occurred = occurrenceOf(act);
  if (occurred === undefined) return [];
  return mayFollow(occurred, state.lastOccurred)
    ? []
    : [
        refuse('evidence.time-reversal', '/body/occurred/at', {
          at: occurred.at,
          previous: state.lastOccurred.at,
        }),
      ];
}

/** What every event of an item leaves behind: its time, since when it is held, and the marks that print on all later papers. */
export function evolveAlways(
  state: EvidenceState,
  act: PlacedAct,
  circumstances: Circumstances,
): EvidenceState {
  const occurred = occurrenceOf(act);
  if (occurred === undefined) return state;
  return {
    ...notingSource(state, act),
    ...(state.custody === null || state.heldSince !== undefined ? {} : { heldSince: occurred.at }),
    lastOccurred: laterOf(occurred, state.lastOccurred),
    remarks: [...state.remarks, ...remarksOf(act, circumstances)],
  };
}

/** Overrides, late entry and clock doubt of an act; an item event shows those of its group. */
export function remarksOf(act: PlacedAct, { group }: Circumstances): readonly Remark[] {
  const body = (group ?? act).body;
  const overrides = (body.overrides ?? []) as unknown as readonly GateOverride[];
  const late = body.lateEntry as unknown as { reason: string } | null | undefined;
  const doubt = occurrenceOf(act)?.clockDoubt ?? null;
  const by = { event: act.eventId, officer: act.actor.officer };
  return [
    ...overrides.map(({ gate, officer, reason }) => ({
      kind: 'OVERRIDE' as const,
      event: act.eventId,
      officer,
      text: `${gate}: ${reason}`,
    })),
    ...(late == null ? [] : [{ kind: 'LATE_ENTRY' as const, ...by, text: late.reason }]),
    ...(doubt === null ? [] : [{ kind: 'CLOCK_DOUBT' as const, ...by, text: doubt }]),
  ];
}
