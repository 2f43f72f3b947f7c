import type { ResourceDefinition } from '../resource.js';
import { accountResource } from './account.js';
import { armedGroupResource, linkResource, propagandaResource, requirementResource } from './analysis.js';
import { discrepancyResource } from './discrepancy.js';
import { dossierResource } from './dossier.js';
import { evidenceResource } from './evidence.js';
import { examinationResource } from './examination.js';
import { exportResource } from './export.js';
import { holdResource } from './hold.js';
import { identificationResource } from './identification.js';
import { importResource } from './import.js';
import { incidentResource } from './incident.js';
import { informationResource } from './information.js';
import { officerResource } from './officer.js';
import { packageResource } from './package.js';
import { referenceResource } from './reference.js';
import { releaseResource } from './release.js';
import { requestResource } from './request.js';
import { sceneResource } from './scene.js';
import { sealStockResource } from './seal-stock.js';
import { siteResource } from './site.js';
import { sourceResource } from './source.js';
import { tracingResource } from './tracing.js';
import { transferResource } from './transfer.js';
import { unitResource } from './unit.js';
import { visitResource } from './visit.js';

/** Everything that is read as list, item and history, in the order of the OpenAPI document. */
export const resourceDefinitions: readonly ResourceDefinition[] = [
  evidenceResource,
  identificationResource,
  referenceResource,
  informationResource,
  sourceResource,
  packageResource,
  sealStockResource,
  transferResource,
  discrepancyResource,
  requestResource,
  tracingResource,
  holdResource,
  examinationResource,
  releaseResource,
  incidentResource,
  accountResource,
  sceneResource,
  visitResource,
  officerResource,
  unitResource,
  siteResource,
  exportResource,
  dossierResource,
  importResource,
  armedGroupResource,
  propagandaResource,
  linkResource,
  requirementResource,
];
