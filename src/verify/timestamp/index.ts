export { type Authority, readAuthorities } from './authority.js';
export { imprintOf } from './imprint.js';
export { sha256Oid } from './oids.js';
export { TimestampError } from './timestamp-error.js';
export { type VerifiedTimestamp, verifyTimestamp, verifyToken } from './verify-timestamp.js';
