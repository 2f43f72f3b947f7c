import { base64Bytes, base64Text } from './base64.js';
import { isDigestText } from './digest.js';
import { FormatError, failCheck } from './error.js';
import { parseCanonical } from './jcs.js';
import type { JsonObject, JsonValue } from './json.js';
import { signJws, splitJws, verifyJws } from './jws.js';
import type { PublicKey } from './key.js';
import { isOrigin } from './origin.js';
import { readCount, readObject, readText } from './read-member.js';
import type { Signer } from './signer.js';
import { isSubject } from './subject.js';
import { formatTime, parseTime } from './time.js';

const HEAD_TYPE = 'custody-head+jws';
const MEMBERS = 'at,eventId,leafHash,log,root,seq,size,subject,subjectTag,v';
const HASH_BYTES = 32;

/** "In the tree of this size this subject has exactly `seq` events" (log-format section 9). */
export interface HeadStatement {
  readonly log: string;
  readonly subject: string;
  readonly subjectTag: Uint8Array;
  readonly seq: number;
  readonly eventId: string;
  readonly leafHash: Uint8Array;
  readonly size: number;
  readonly root: Uint8Array;
  /** Time received of leaf size-1, milliseconds since 1970. */
  readonly at: number;
}

/** @throws {FormatError} `jws` where the signer's key is not Ed25519 */
export function signHeadStatement(statement: HeadStatement, signer: Signer): Promise<string> {
  const { log, subject, seq, eventId, size } = statement;
  const payload = {
    v: 1,
    log,
    subject,
    subjectTag: base64Text(statement.subjectTag),
    seq,
    eventId,
    leafHash: base64Text(statement.leafHash),
    size,
    root: base64Text(statement.root),
    at: formatTime(statement.at),
  };
  return signJws(HEAD_TYPE, payload, signer);
}

function readHash(payload: JsonObject, member: string): Uint8Array {
  const bytes = base64Bytes(
    readText(payload, member, 'head', () => true),
    'head',
  );
  if (bytes.length !== HASH_BYTES) throw new FormatError('head', `${member}: expected ${HASH_BYTES} bytes`);
  return bytes;
}

function readPayload(value: JsonValue): HeadStatement {
  const payload = readObject(value, MEMBERS, 'head', 'head statement');
  if (payload.v !== 1) throw new FormatError('head', 'v: expected 1');
  const at = readText(payload, 'at', 'head', () => true);
  return {
    log: readText(payload, 'log', 'head', isOrigin),
    subject: readText(payload, 'subject', 'head', isSubject),
    subjectTag: readHash(payload, 'subjectTag'),
    seq: readCount(payload, 'seq', 'head'),
    eventId: readText(payload, 'eventId', 'head', isDigestText),
    leafHash: readHash(payload, 'leafHash'),
    size: readCount(payload, 'size', 'head'),
    root: readHash(payload, 'root'),
    at: parseTime(at, 'head'),
  };
}

/**
 * Reads and verifies a head statement.
 * @param logKey the log's key in force for the size that the statement names
 * @throws {FormatError} `head`
 */
export async function readHeadStatement(jws: string, logKey: PublicKey): Promise<HeadStatement> {
  try {
    const split = splitJws(jws, HEAD_TYPE);
    await verifyJws(split, logKey);
    return readPayload(parseCanonical(split.payloadBytes));
  } catch (cause) {
    throw failCheck('head', cause);
  }
}
