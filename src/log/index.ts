export {
  type AccessEntry,
  accessEntryHash,
  accessEntryText,
  accessHeadText,
  readAccessEntry,
} from './access-entry.js';
export { base64Bytes, base64Text, base64urlBytes, base64urlText } from './base64.js';
export {
  concatBytes,
  equalBytes,
  hexBytes,
  hexText,
  readU64,
  u64Bytes,
  utf8Bytes,
  utf8Text,
} from './bytes.js';
export {
  type Checkpoint,
  formatCheckpoint,
  parseCheckpoint,
  parseDecimal,
  signCheckpoint,
} from './checkpoint.js';
export { cosignNote } from './cosignature.js';
export { findCountersignatureFault, isCountersignature } from './countersignature.js';
export { isDigestText, isNonceText } from './digest.js';
export {
  type Disclosure,
  disclosedValues,
  disclosureDigest,
  makeDisclosure,
  readDisclosure,
} from './disclosure.js';
export { type FormatCheck, FormatError, orNothing } from './error.js';
export type { Actor, Algorithm, EventPayload, SignedEvent } from './event.js';
export { readEventPayload } from './event-payload.js';
export { firstQuorum } from './first-quorum.js';
export { formatPolicy } from './format-policy.js';
export { type Act, type BatchStructure, type GroupFault, readActs } from './group.js';
export {
  findItemFault,
  isGroup,
  isGroupItem,
  type ListedItem,
  MAX_GROUP_ITEMS,
  readListedItems,
} from './group-items.js';
export { type HeadStatement, readHeadStatement, signHeadStatement } from './head-statement.js';
export { checkSuccessor, type HistoryHead } from './history.js';
export { type CanonicalLimits, canonicalText, PAYLOAD_LIMITS, parseCanonical } from './jcs.js';
export { isJsonObject, type JsonObject, type JsonValue } from './json.js';
export { assembleJws, eventIdOf, type JwsHeader, type JwsType, type SplitJws, splitJws } from './jws.js';
export {
  type EcPublicJwk,
  keyThumbprint,
  type OkpPublicJwk,
  type PublicJwk,
  type PublicKey,
  parsePublicJwk,
} from './key.js';
export {
  checkLeaf,
  decodeLeaf,
  encodeLeaf,
  hashJws,
  LEAF_BYTES,
  type Leaf,
  leafHash,
  NO_PREVIOUS_LEAF,
} from './leaf.js';
export {
  consistencyProof,
  EMPTY_ROOT,
  inclusionProof,
  nodeHash,
  type ReadNode,
  rootOfLeaves,
  type TreeNode,
} from './merkle.js';
export {
  type ConsistencyClaim,
  type InclusionClaim,
  provesOtherBeginning,
  verifyConsistency,
  verifyInclusion,
} from './merkle-verify.js';
export { newId } from './new-id.js';
export { formatNote, formatSignatureLine, type NoteSignature, parseNote, type SignedNote } from './note.js';
export { type Founder, isOrigin, logOrigin } from './origin.js';
export { hasQuorum, type Policy, parsePolicy, type Witness, type WitnessGroup } from './policy.js';
export { type KeyHolder, makeProofOfPossession, verifyProofOfPossession } from './proof-of-possession.js';
export {
  eventSigningInput,
  type FindKey,
  peekEvent,
  readEvent,
  signEvent,
  type UnverifiedEvent,
} from './read-event.js';
export {
  checkReceivedAt,
  type Receipt,
  type VerifiedInclusion,
  type VerifiedReceipt,
  verifyInclusionOfEvent,
  verifyReceipt,
} from './receipt.js';
export { type NoteKey, openNoteKey, sealNoteKey } from './sealed-note-key.js';
export {
  openSecret,
  type Random,
  SealedSecretError,
  type SealedSecretFault,
  sealSecret,
} from './sealed-secret.js';
export { readSessionAssertion, type SessionAssertion, signSessionAssertion } from './session-assertion.js';
export { sha256 } from './sha256.js';
export { signNote } from './sign-note.js';
export { isSignatureInRange, verifySignature } from './signature.js';
export { createSigner, generatePrivateJwk, type PrivateJwk, type Signer } from './signer.js';
export { isSubject, isUuid, subjectKind } from './subject.js';
export { SUBJECT_SALT_BYTES, subjectTag } from './subject-tag.js';
export { joinSubmission, type Submission, splitSubmission } from './submission.js';
export {
  edgeTilesOfSize,
  parseTilePath,
  type SizedTile,
  TILE_HASH_BYTES,
  TILE_WIDTH,
  type Tile,
  type TileCoordinate,
  tilePath,
  tilesOfSize,
  tileWidth,
} from './tile.js';
export { type AppendedTiles, appendToTiles } from './tile-append.js';
export { holdTiles, type TileSource } from './tile-source.js';
export {
  consistencyProofFromTiles,
  inclusionProofFromTiles,
  inclusionProofsFromTiles,
  rootFromTiles,
} from './tile-tree.js';
export { formatTime, parseTime } from './time.js';
export { formatTlogProof, parseTlogProof, type TlogProof } from './tlog-proof.js';
export {
  createVerifierKey,
  formatVerifierKey,
  type NoteSignatureType,
  parseVerifierKey,
  type VerifierKey,
} from './verifier-key.js';
export { type VerifiedCheckpoint, type VerifiedCosignature, verifyCheckpoint } from './verify-checkpoint.js';
export { type VerifiedLine, verifyNote } from './verify-note.js';
export { collectDigests, escapePointer, revealBody, type WithheldPlace } from './withheld.js';
