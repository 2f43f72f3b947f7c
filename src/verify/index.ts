export type { Account } from './account.js';
export { type Bag, type BagFile, MAX_FILES } from './bag/bag.js';
export { requireBagPath, toldPath } from './bag/bag-path.js';
export { checkBag } from './bag/check-bag.js';
export { readUnverified, type UnverifiedRecords } from './bag/unverified-records.js';
export { openZipBag, type RandomAccess } from './bag/zip-bag.js';
export { CheckFailure, type VerificationCheck } from './check-failure.js';
export { detailText } from './details/index.js';
export { type Examined, examineLine, type VerifySignature } from './events/examine.js';
export { createExaminer, type Examiner } from './events/examiner.js';
export type { ExportReading, ReadEvent } from './export-reading.js';
export { explainNoZipExport, type NoExport } from './no-export.js';
export { isPolicyInside, policyInside } from './policy-inside.js';
export { type KeptReceipt, readReceipts } from './receipt-file.js';
export {
  type Authority,
  imprintOf,
  readAuthorities,
  sha256Oid,
  TimestampError,
  type VerifiedTimestamp,
  verifyTimestamp,
  verifyToken,
} from './timestamp/index.js';
export type { Verdict } from './verdict.js';
export { type SpokenVerdict, verifyExport, verifyInEachLanguage } from './verify-export.js';
export type { VerifyOptions } from './verify-options.js';
export type { Held } from './whole/read-held.js';
export { type Vouched, vouchedWords } from './witnesses.js';
export { failingWords } from './words/failing-words.js';
export { type Told, tellUnchecked, tellVerdict, tellVerdictInParts } from './words/tell-verdict.js';
export type { ToldVerdict } from './words/told-verdict.js';
