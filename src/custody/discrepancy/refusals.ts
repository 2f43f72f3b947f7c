import type { Refusal } from '../refusal.js';
import { closingRefusals } from './refusals/closing.js';
import { openingRefusals } from './refusals/opening.js';

export const discrepancyRefusals = {
  ...openingRefusals,
  ...closingRefusals,
} as const satisfies Record<string, Refusal>;
