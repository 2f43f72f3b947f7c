import type { Refusal } from '../refusal.js';
import { examinationClassificationRefusals } from './refusals/classification.js';
import { comparisonRefusals } from './refusals/comparison.js';
import { examinationRequestRefusals } from './refusals/request.js';
import { examinationResultRefusals } from './refusals/result.js';

export const examinationRefusals = {
  ...examinationRequestRefusals,
  ...examinationResultRefusals,
  ...comparisonRefusals,
  ...examinationClassificationRefusals,
} as const satisfies Record<string, Refusal>;
