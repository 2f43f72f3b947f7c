import { accountRefusals } from './account/refusals.js';
import { armedGroupRefusals } from './armedgroup/refusals.js';
import { commonRefusals } from './common/refusals.js';
import { discrepancyRefusals } from './discrepancy/refusals.js';
import { dossierRefusals } from './dossier/refusals.js';
import { evidenceRefusals } from './evidence/refusals.js';
import { examinationRefusals } from './examination/refusals.js';
import { exportRefusals } from './export/refusals.js';
import { holdRefusals } from './hold/refusals.js';
import { identificationRefusals } from './identification/refusals.js';
import { importRefusals } from './import/refusals.js';
import { incidentRefusals } from './incident/refusals.js';
import { informationRefusals } from './information/refusals.js';
import { linkRefusals } from './link/refusals.js';
import { logRefusals } from './log/refusals.js';
import { officerRefusals } from './officer/refusals.js';
import { packageRefusals } from './package/refusals.js';
import { referenceRefusals } from './reference/refusals.js';
import type { Refusal } from './refusal.js';
import { releaseRefusals } from './release/refusals.js';
import { requestRefusals } from './request/refusals.js';
import { requirementRefusals } from './requirement/refusals.js';
import { sceneRefusals } from './scene/refusals.js';
import { sealstockRefusals } from './sealstock/refusals.js';
import { siteRefusals } from './site/refusals.js';
import { sourceRefusals } from './source/refusals.js';
import { tracingRefusals } from './tracing/refusals.js';
import { transferRefusals } from './transfer/refusals.js';
import { unitRefusals } from './unit/refusals.js';
import { visitRefusals } from './visit/refusals.js';
import { vocabularyRefusals } from './vocabulary/refusals.js';

/**
 * The words of every rule, in both languages: one closed union of codes. A code never changes its meaning.
 */
export const refusals = {
  ...commonRefusals,
  ...vocabularyRefusals,
  ...logRefusals,
  ...officerRefusals,
  ...unitRefusals,
  ...siteRefusals,
  ...incidentRefusals,
  ...accountRefusals,
  ...sceneRefusals,
  ...visitRefusals,
  ...evidenceRefusals,
  ...informationRefusals,
  ...sourceRefusals,
  ...sealstockRefusals,
  ...packageRefusals,
  ...discrepancyRefusals,
  ...transferRefusals,
  ...requestRefusals,
  ...tracingRefusals,
  ...identificationRefusals,
  ...referenceRefusals,
  ...holdRefusals,
  ...examinationRefusals,
  ...releaseRefusals,
  ...exportRefusals,
  ...dossierRefusals,
  ...importRefusals,
  ...armedGroupRefusals,
  ...linkRefusals,
  ...requirementRefusals,
} as const satisfies Record<string, Refusal>;

export type RuleCode = keyof typeof refusals;
