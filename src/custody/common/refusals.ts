import type { Refusal } from '../refusal.js';
import { correctionRefusals } from './refusals/correction.js';
import { formRefusals } from './refusals/form.js';
import { recordRefusals } from './refusals/record.js';
import { signingRefusals } from './refusals/signing.js';

/** Rules that hold for every act, whatever its kind. */
export const commonRefusals = {
  ...formRefusals,
  ...signingRefusals,
  ...correctionRefusals,
  ...recordRefusals,
} as const satisfies Record<string, Refusal>;
