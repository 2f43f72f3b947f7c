import type { Refusal } from '../refusal.js';
import { changeOfCustodianRefusals } from './refusals/change-of-custodian.js';
import { handoverRefusals } from './refusals/handover.js';
import { manifestRefusals } from './refusals/manifest.js';
import { receiptRefusals } from './refusals/receipt.js';
import { sidesRefusals } from './refusals/sides.js';

export const transferRefusals = {
  ...sidesRefusals,
  ...manifestRefusals,
  ...receiptRefusals,
  ...handoverRefusals,
  ...changeOfCustodianRefusals,
} as const satisfies Record<string, Refusal>;
