import type { Refusal } from '../refusal.js';
import { examinationRequestRefusals } from './refusals/request.js';
import { examinationResultRefusals } from './refusals/result.js';

export const examinationRefusals = {
  ...examinationRequestRefusals,
  ...examinationResultRefusals,
} as const satisfies Record<string, Refusal>;
