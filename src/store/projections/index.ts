import type { Transaction } from 'kysely';
import type { Database } from '../schema/index.js';
import { accountProjection } from './account.js';
import { analysisProjection } from './analysis.js';
import { custodyGapProjection } from './custody-gap.js';
import { custodyIntervalProjection } from './custody-interval.js';
import { discrepancyProjection } from './discrepancy.js';
import { evidenceProjection } from './evidence.js';
import { examinationProjection } from './examination.js';
import { fileReferenceProjection } from './file-reference.js';
import { givenProjection } from './given.js';
import { holdProjection } from './hold.js';
import { identificationProjection } from './identification.js';
import { importProjection } from './import.js';
import { incidentProjection } from './incident.js';
import { incidentVersionProjection } from './incident-version.js';
import { informationProjection } from './information.js';
import { materielProjection } from './materiel/index.js';
import { officerProjection } from './officer.js';
import { packageProjection } from './package.js';
import type { GroupOfChanges, Projection } from './projection.js';
import { referenceProjection } from './reference.js';
import { releaseProjection } from './release.js';
import { requestProjection } from './request.js';
import { sceneProjection } from './scene.js';
import { sealProjection } from './seal.js';
import { siteProjection } from './site.js';
import { sourceProjection } from './source.js';
import { traceProjection } from './trace.js';
import { tracingProjection } from './tracing.js';
import { transferProjection } from './transfer.js';
import { unitProjection } from './unit.js';
import { visitProjection } from './visit.js';

/** In the order they are written: items look up the units of officers. */
const projections: readonly Projection[] = [
  officerProjection,
  unitProjection,
  siteProjection,
  importProjection,
  analysisProjection,
  incidentProjection,
  incidentVersionProjection,
  accountProjection,
  sceneProjection,
  visitProjection,
  evidenceProjection,
  traceProjection,
  custodyIntervalProjection,
  custodyGapProjection,
  identificationProjection,
  referenceProjection,
  materielProjection,
  informationProjection,
  sourceProjection,
  packageProjection,
  sealProjection,
  transferProjection,
  discrepancyProjection,
  requestProjection,
  tracingProjection,
  holdProjection,
  releaseProjection,
  givenProjection,
  examinationProjection,
  fileReferenceProjection,
];

/** Every table that a projection writes. */
export const readingTables = projections.flatMap(({ tables }) => tables);

/** Brings all tables for reading up to date, inside the transaction that appends. */
export async function writeProjections(trx: Transaction<Database>, group: GroupOfChanges): Promise<void> {
  for (const projection of projections) await projection.write(trx, group);
}
