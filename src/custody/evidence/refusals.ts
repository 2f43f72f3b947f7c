import type { Refusal } from '../refusal.js';
import { custodyRefusals } from './refusals/custody.js';
import { recordRefusals } from './refusals/record.js';
import { safetyRefusals } from './refusals/safety.js';

export const evidenceRefusals = {
  ...custodyRefusals,
  ...recordRefusals,
  ...safetyRefusals,
} as const satisfies Record<string, Refusal>;
