import type { Refusal } from '../refusal.js';
import { classificationRefusals } from './refusals/classification.js';
import { custodyRefusals } from './refusals/custody.js';
import { recordRefusals } from './refusals/record.js';
import { safetyRefusals } from './refusals/safety.js';
import { sampleRefusals } from './refusals/sample.js';
import { splitRefusals } from './refusals/split.js';

export const evidenceRefusals = {
  ...classificationRefusals,
  ...custodyRefusals,
  ...recordRefusals,
  ...safetyRefusals,
  ...sampleRefusals,
  ...splitRefusals,
} as const satisfies Record<string, Refusal>;
