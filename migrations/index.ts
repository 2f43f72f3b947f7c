import type { Migration } from 'kysely';
import * as log from './0001-log.js';
import * as readingEvidence from './0002-reading-evidence.js';
import * as readingProcedure from './0003-reading-procedure.js';
import * as readingPeopleAndPlaces from './0004-reading-people-and-places.js';
import * as filesAndAccess from './0005-files-and-access.js';
import * as custodyStage from './0006-custody-stage.js';
import * as alerts from './0007-alerts.js';
import * as filePages from './0008-file-pages.js';
import * as filesAwaited from './0009-files-awaited.js';
import * as visitsUnderClearance from './0010-visits-under-clearance.js';
import * as cosignatures from './0011-cosignatures.js';
import * as auditExports from './0012-audit-exports.js';
import * as accessChain from './0013-access-chain.js';
import * as checkpointTimestamps from './0015-checkpoint-timestamps.js';
import * as filesKeptBack from './0016-files-kept-back.js';
import * as examinations from './0020-examinations.js';
import * as information from './0030-information.js';
import * as holds from './0031-holds.js';
import * as dueDiligence from './0032-due-diligence.js';
import * as sources from './0033-sources.js';
import * as requests from './0040-requests.js';
import * as dossiers from './0050-dossiers.js';
import * as comparableTraces from './0060-comparable-traces.js';
import * as given from './0065-given.js';
import * as examinationHeld from './0066-examination-held.js';
import * as itemsUnderWay from './0067-items-under-way.js';
import * as imports from './0070-imports.js';
import * as incidentVersions from './0071-incident-versions.js';
import * as accounts from './0072-accounts.js';
import * as linksAndClaims from './0078-links-and-claims.js';
import * as materiel from './0080-materiel.js';
import * as definitionsFollowed from './0081-definitions-followed.js';
import * as incidentsWithdrawn from './0082-incidents-withdrawn.js';
import * as materielLate from './0090-materiel-late.js';
import * as tracings from './0091-tracings.js';
import * as importRows from './0093-import-rows.js';

/**
 * Every migration, oldest first. The names are what a database remembers: never renamed, never reordered,
 * never edited once on `main`; a change is a new file with the next number.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-log': log,
  '0002-reading-evidence': readingEvidence,
  '0003-reading-procedure': readingProcedure,
  '0004-reading-people-and-places': readingPeopleAndPlaces,
  '0005-files-and-access': filesAndAccess,
  '0006-custody-stage': custodyStage,
  '0007-alerts': alerts,
  '0008-file-pages': filePages,
  '0009-files-awaited': filesAwaited,
  '0010-visits-under-clearance': visitsUnderClearance,
  '0011-cosignatures': cosignatures,
  '0012-audit-exports': auditExports,
  '0013-access-chain': accessChain,
  '0015-checkpoint-timestamps': checkpointTimestamps,
  '0016-files-kept-back': filesKeptBack,
  '0030-information': information,
  '0031-holds': holds,
  '0032-due-diligence': dueDiligence,
  '0033-sources': sources,
  '0040-requests': requests,
  '0050-dossiers': dossiers,
  '0020-examinations': examinations,
  '0060-comparable-traces': comparableTraces,
  '0065-given': given,
  '0066-examination-held': examinationHeld,
  '0067-items-under-way': itemsUnderWay,
  '0070-imports': imports,
  '0071-incident-versions': incidentVersions,
  '0072-accounts': accounts,
  '0080-materiel': materiel,
  '0081-definitions-followed': definitionsFollowed,
  '0090-materiel-late': materielLate,
  '0078-links-and-claims': linksAndClaims,
  '0082-incidents-withdrawn': incidentsWithdrawn,
  '0091-tracings': tracings,
  '0093-import-rows': importRows,
};
