import t from 'tap';
import type { TurnRound } from '../../../src/store/readers/examination/read-turn-round.js';
import { sumTurnRound } from '../../../src/store/readers/examination/sum-turn-round.js';

function row(changes: Partial<TurnRound>): TurnRound {
  return {
    ...{ examination: 'DEMO', number: 'DEMO', laboratory: 'DEMO-1', level: 'L2', status: 'REPORTED' },
    ...{ urgency: 'ROUTINE', examiner: null, requestedAt: 0, receivedAt: 0, reportedAt: 0 },
    ...{ due: '2021-04-02', assignedDue: null, daysToReception: 1, daysToReport: 3 },
    ...{ overdue: false, reportedLate: false },
    ...changes,
  };
}

t.test('turn-round: each laboratory in numbers; what is not there yet counts in no median', async t => {
  const waiting = { receivedAt: null, reportedAt: null, daysToReception: null, daysToReport: null };
  const sums = sumTurnRound([
    row({}),
    row({ daysToReport: 9, reportedLate: true }),
    row({ daysToReport: 4 }),
    row({ ...waiting, status: 'REQUESTED', overdue: true }),
    row({ laboratory: 'DEMO-2', status: 'ACCEPTED', reportedAt: null, daysToReport: null }),
  ]);
  t.match(sums, [
    {
      ...{ laboratory: 'DEMO-1', requested: 4, waiting: 1, inHand: 0, reported: 3, overdue: 1 },
      ...{ reportedLate: 1, medianDaysToReception: 1, medianDaysToReport: 4, longestDaysToReport: 9 },
    },
    {
      ...{ laboratory: 'DEMO-2', requested: 1, waiting: 0, inHand: 1, reported: 0, overdue: 0 },
      ...{ medianDaysToReport: null, longestDaysToReport: null },
    },
  ]);
});
