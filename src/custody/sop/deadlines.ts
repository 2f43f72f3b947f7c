import type { Sop } from './document.js';

type Deadline = Sop['deadlines']['lateEntryHours'];

function deadline(value: number, source: string, confidence: Deadline['confidence']): Deadline {
  return { value, source, confidence };
}

export const deadlines: Sop['deadlines'] = {
  lateEntryHours: deadline(72, 'RQ-10', 'I'),
  futureToleranceMinutes: deadline(5, 'log-format section 7', 'I'),
  transferOverdueHours: deadline(24, 'RQ-25: after the planned arrival', 'I'),
  checkOutOverdueDays: deadline(0, 'RQ-26: after the due date', 'I'),
  checkOutMaximumDays: deadline(90, 'RQ-26 [C11]', 'I'),
  discrepancyDays: deadline(30, 'RQ-73 [C13]', 'I'),
  custodyGapMinutes: deadline(30, 'GATE-12', 'I'),
  releaseMaximumDays: deadline(365, 'D6: valid until', 'I'),
  sceneClearanceMaximumHours: deadline(48, 'E03: valid until', 'I'),
  outcomeDays: deadline(90, 'RQ-65, E44: after the handover, or after what was learned last', 'I'),
};
