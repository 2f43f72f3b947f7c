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
export { isDigestText, isNonceText } from './digest.js';
export { type FormatCheck, FormatError } from './error.js';
export type { Actor, Algorithm, EventPayload, SignedEvent } from './event.js';
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
export { isOrigin } from './origin.js';
export {
  eventSigningInput,
  type FindKey,
  peekEvent,
  readEvent,
  signEvent,
  type UnverifiedEvent,
} from './read-event.js';
export { sha256 } from './sha256.js';
export { verifySignature } from './signature.js';
export { createSigner, generatePrivateJwk, type PrivateJwk, type Signer } from './signer.js';
export { isSubject, isUuid, subjectKind } from './subject.js';
export { formatTime, parseTime } from './time.js';
