import { formatTime, isJsonObject } from '../../log/index.js';
import type { Gap } from '../../store/readers/custody/gaps.js';
import type { Boundary, Holding, Period } from '../../store/readers/custody/periods.js';
import type { CustodyRecord } from '../../store/readers/custody/read-custody.js';

/** Custody of an item as the interface shows it: times in the log's form, acts in their own words. */
export function viewCustody(
  subject: string,
  { number, parent, periods, otherwise, gaps, ...record }: CustodyRecord,
  {
    at,
    known,
    gapMinutes,
  }: { readonly at: number | null; readonly known: number; readonly gapMinutes: number },
) {
  return {
    subject,
    number,
    parent,
    at: at === null ? null : formatTime(at),
    knownAt: formatTime(known),
    gapMinutes,
    periods: periods.map(period => viewPeriod(period, record)),
    uncertain: otherwise.length > 0,
    mayAlsoBe: otherwise.map(period => viewPeriod(period, record)),
    gaps: gaps.map(gap => viewGap(gap, record)),
  };
}

type Known = Pick<
  CustodyRecord,
  'acts' | 'corrections' | 'disputed' | 'roleNotHeld' | 'firstAct' | 'physical' | 'handover'
>;

function viewPeriod(period: Period, known: Known) {
  const { holding, outside, from, until } = period;
  return {
    inOurCustody: holding !== null,
    outside,
    from: from && viewBoundary(from, known),
    until: until && viewBoundary(until, known),
    stage: stageOf(period, known),
    custodian: holding && {
      officer: holding.officer,
      role: holding.role,
      unit: holding.unit,
      roleHeld: !known.roleNotHeld.has(holding),
    },
    where: holding && whereOf(holding),
    seal: holding?.seal ?? null,
    why: holding && whyOf(holding.reason, holding.custodyEvent, known),
    told: toldOf(period, known),
    handedOver: handedOverIn(period, known),
  };
}

/** Nowhere that anybody can say, where the item is missing; on the way it is at no place, whatever place it left. */
function whereOf({ stage, site, store, shelf, place }: Holding) {
  if (stage === 'UNACCOUNTED') return null;
  const inTransit = stage === 'IN_TRANSIT';
  return {
    inTransit,
    site,
    store,
    shelf,
    place: inTransit ? null : place,
    lastPlace: inTransit ? place : null,
  };
}

function viewBoundary(
  { at, said, precision, event, index, receivedAt }: Boundary,
  { acts, corrections, disputed }: Known,
) {
  const { type = '', zone = null, clockDoubt = null } = acts.get(event) ?? {};
  return {
    at: formatTime(at),
    said: formatTime(said),
    precision,
    zone,
    clockDoubt,
    event,
    type,
    index,
    receivedAt: formatTime(receivedAt),
    disputed: disputed.has(event),
    correctedBy: corrections.get(event) ?? [],
  };
}

function stageOf({ holding, outside, until }: Period, { physical }: Known): string | null {
  if (holding !== null) return holding.stage;
  if (outside === 'BEFORE_RECORD') return null;
  // Before its first custody an item is on record in place; what is open stands as the record does.
  return until === null ? physical : 'RECORDED';
}

function whyOf(reason: string, event: string | null, { acts, corrections }: Known) {
  const act = event === null ? undefined : acts.get(event);
  const [kind, id] = (act?.group ?? '').split('/');
  return {
    reason,
    event,
    type: act?.type ?? null,
    transfer: kind === 'transfer' && id !== undefined ? id : null,
    correctedBy: event === null ? [] : (corrections.get(event) ?? []),
  };
}

/** Where our custody began by receipt from outside, what its giver told of the time before. */
function toldOf({ outside }: Period, { acts, firstAct }: Known) {
  const before = outside === 'NOT_YET' || outside === 'BEFORE_RECORD';
  const act = firstAct === null || !before ? undefined : acts.get(firstAct);
  if (act?.type !== 'evidence.received-from-outside') return null;
  const { asTold, from = null } = act.body;
  const { party = null } = isJsonObject(from) ? from : {};
  return { party: isJsonObject(party) ? String(party.text ?? party.code) : null, text: String(asTold) };
}

function handedOverIn({ outside, from }: Period, { handover }: Known) {
  if (outside !== 'ENDED' || handover === null || from?.event !== handover.event) return null;
  const { unit, capacity, officer, transfer, release } = handover;
  return { unit, capacity, officer, transfer, release };
}

function viewGap({ kind, from, until, reason, event }: Gap, { corrections }: Known) {
  return {
    kind,
    from: formatTime(from),
    until: until === null ? null : formatTime(until),
    reason,
    event,
    correctedBy: event === null ? [] : (corrections.get(event) ?? []),
  };
}
