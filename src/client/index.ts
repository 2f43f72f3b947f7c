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
  signedFormOf,
  submissionOf,
} from './batch-file.js';
export { checkBatchFile } from './check-batch-file.js';
export { checkForm } from './check-form.js';
export { checkHeads, HeadNotBelieved } from './check-heads.js';
export { checkReceipts, type ReceiptCheck, verifyReceiptAnswer } from './check-receipts.js';
export { type ActingOfficer, composeBatch, type PlainAct } from './compose-batch.js';
export { type Draft, DraftRefused, draftBatch } from './draft.js';
export { type ClaimedRotation, followLogKey } from './follow-log-key.js';
export {
  beginFounding,
  type FounderCard,
  type FoundingFile,
  originOfFounding,
} from './founding/founding-file.js';
export { type FoundingFault, FoundingFileError } from './founding/founding-file-error.js';
export {
  foundingBatch,
  foundingSubmission,
  type MissingFromFounding,
  missingFromFounding,
  readFoundingFile,
  signFounding,
} from './founding/sign-founding.js';
export {
  headIn,
  KnowledgeFileError,
  mergeKnowledge,
  readKnowledge,
  type TakenAlong,
  writeKnowledge,
} from './knowledge-file.js';
export { type Knowledge, KnownLog, type Rehearsal } from './known-log.js';
export { type CarriedBatch, filesBeside, filesNamedBy, type NamedFile } from './named-files.js';
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
  copiesNeeded,
  type EndOfEntry,
  hangingOn,
  isWaiting,
  newEntry,
  type OutboxEntry,
  type OutboxFile,
  type OutboxStore,
  type PushOutcome,
  type PushParts,
  pushOutbox,
  type UnreadableEntry,
} from './outbox.js';
export { readPages } from './read-pages.js';
export { type KeyForSigning, type Recomposition, recomposeBatch, replacedIds } from './recompose-batch.js';
export {
  type AnnouncedFile,
  type Fetch,
  type HeadAnswer,
  type ReceiptAnswer,
  Service,
  type ServiceOptions,
  ServiceProblem,
  ServiceUnreachable,
  type UploadStanding,
} from './service.js';
export { type Problem, type ProblemViolation, problemOf } from './service-problem.js';
export { type NotTaken, readSopInForce, takeAgain, takeAlong, type Wanted } from './take-along.js';
export { type FileOnDevice, type UploadOptions, uploadFile } from './upload-file.js';
