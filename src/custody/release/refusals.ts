import { decisionRefusals } from './refusals/decision.js';
import { givenRefusals } from './refusals/given.js';
import { inForceRefusals } from './refusals/in-force.js';
import { inputRefusals } from './refusals/inputs.js';
import { originalRefusals } from './refusals/originals.js';
import { requestRefusals } from './refusals/request.js';

export const releaseRefusals = {
  ...requestRefusals,
  ...inputRefusals,
  ...decisionRefusals,
  ...originalRefusals,
  ...inForceRefusals,
  ...givenRefusals,
} as const;
