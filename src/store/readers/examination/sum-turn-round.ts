import type { TurnRound } from './read-turn-round.js';

/** A laboratory in numbers. */
export interface LaboratoryTurnRound {
  /** UUID. */
  readonly laboratory: string;
  readonly requested: number;
  /** Neither received nor rejected yet. */
  readonly waiting: number;
  /** Received, and not reported. */
  readonly inHand: number;
  readonly reported: number;
  readonly overdue: number;
  readonly reportedLate: number;
  /** Of those that are there, in days; null: there is none. */
  readonly medianDaysToReception: number | null;
  readonly medianDaysToReport: number | null;
  readonly longestDaysToReport: number | null;
}

/** The times by laboratory, in the order in which laboratories first occur. */
export function sumTurnRound(rows: readonly TurnRound[]): readonly LaboratoryTurnRound[] {
  const laboratories = [...new Set(rows.map(({ laboratory }) => laboratory))];
  return laboratories.map(laboratory => {
    const own = rows.filter(row => row.laboratory === laboratory);
    const count = (has: (row: TurnRound) => boolean) => own.filter(has).length;
    const toReport = own.flatMap(({ daysToReport }) => daysToReport ?? []);
    return {
      laboratory,
      requested: own.length,
      waiting: count(({ status }) => status === 'REQUESTED'),
      inHand: count(({ status }) => status === 'ACCEPTED'),
      reported: count(({ reportedAt }) => reportedAt !== null),
      overdue: count(({ overdue }) => overdue),
      reportedLate: count(({ reportedLate }) => reportedLate),
      medianDaysToReception: medianOf(own.flatMap(({ daysToReception }) => daysToReception ?? [])),
      medianDaysToReport: medianOf(toReport),
      longestDaysToReport: toReport.length === 0 ? null : Math.max(...toReport),
    };
  });
}

/** Of an even number of values the lower of the two in the middle: a time that was taken. */
function medianOf(values: readonly number[]): number | null {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? null;
}
