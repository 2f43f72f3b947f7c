export {
  type BatchEvent,
  type BatchFile,
  BatchFileError,
  batchOf,
  eventIdsOf,
  joinBatches,
  missingSignatures,
  readBatchFile,
  signBatch,
  submissionOf,
} from './batch-file.js';
export { type ActingOfficer, composeBatch, type PlainAct } from './compose-batch.js';
export { type Knowledge, KnownLog, type Rehearsal } from './known-log.js';
export {
  makeOfficerKey,
  type OfficerKey,
  type OfficerKeyFile,
  type PublicCard,
  publicCard,
  readKeyFile,
  readPublicCard,
  unlockOfficerKey,
} from './officer-key.js';
export {
  type OutboxEntry,
  type OutboxStore,
  type PushOutcome,
  pushOutbox,
  type UploadFile,
} from './outbox.js';
export {
  type Fetch,
  type HeadAnswer,
  type Problem,
  type ProblemViolation,
  type ReceiptAnswer,
  Service,
  type ServiceOptions,
  ServiceProblem,
  ServiceUnreachable,
} from './service.js';
