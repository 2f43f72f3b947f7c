import { base64urlText } from './base64.js';
import { concatBytes, utf8Bytes } from './bytes.js';
import { isDigestText } from './digest.js';
import { FormatError } from './error.js';
import { type CanonicalLimits, canonicalText, parseCanonical } from './jcs.js';
import type { JsonValue } from './json.js';
import { readCount, readObject } from './read-member.js';
import { sha256 } from './sha256.js';
import { formatTime, parseTime } from './time.js';

/** One entry of the access log: who read what, and why (docs/access-log.md). */
export interface AccessEntry {
  /** Its number: 1, 2, 3 and so on, without a gap. */
  readonly entry: number;
  /** ms since 1970, by the service's clock. */
  readonly at: number;
  /** UUID; null where nobody was logged in. */
  readonly officer: string | null;
  readonly roles: readonly string[];
  readonly resource: string;
  readonly subjects: readonly string[];
  readonly purpose: string | null;
  readonly result: string;
  /** Hash of the entry before, b64u; null for the first. */
  readonly prev: string | null;
}

const MEMBERS = 'at,entry,officer,prev,purpose,resource,result,roles,subjects,v';
/** A reading may show a thousand subjects and more. */
const LIMITS: CanonicalLimits = { maxBytes: 4_194_304, maxDepth: 2, integersOnly: true };
const PREFIX = utf8Bytes('custody-access/v1\n');

/** The canonical bytes of an entry: its JCS form, one line of the exported file without the newline. */
export function accessEntryText({ at, ...entry }: AccessEntry): string {
  const { roles, subjects } = entry;
  return canonicalText({ v: 1, ...entry, at: formatTime(at), roles: [...roles], subjects: [...subjects] });
}

/** `SHA-256("custody-access/v1" 0x0A || JCS(entry))`: covers the hash of the entry before through `prev`. */
export function accessEntryHash(text: string): Uint8Array {
  return sha256(concatBytes(PREFIX, utf8Bytes(text)));
}

/** A head of the access log as `log.access-anchored` names it. */
export function accessHeadText(hash: Uint8Array): string {
  return base64urlText(hash);
}

/**
 * Reads one line of an exported access log. Input is hostile.
 * @throws {FormatError} `jcs` for what is no entry, or not in canonical form
 */
export function readAccessEntry(line: Uint8Array): AccessEntry {
  const members = readObject(parseCanonical(line, LIMITS), MEMBERS, 'jcs', 'access entry');
  if (members.v !== 1) throw new FormatError('jcs', 'v: expected 1');
  const prev = readNullableText(members.prev, 'prev');
  if (prev !== null && !isDigestText(prev)) throw new FormatError('jcs', 'prev: expected a hash');
  return {
    entry: readCount(members, 'entry', 'jcs'),
    at: parseTime(readText(members.at, 'at'), 'jcs'),
    officer: readNullableText(members.officer, 'officer'),
    roles: readTexts(members.roles, 'roles'),
    resource: readText(members.resource, 'resource'),
    subjects: readTexts(members.subjects, 'subjects'),
    purpose: readNullableText(members.purpose, 'purpose'),
    result: readText(members.result, 'result'),
    prev,
  };
}

function readText(value: JsonValue | undefined, member: string): string {
  if (typeof value !== 'string') throw new FormatError('jcs', `${member}: expected a text`);
  return value;
}

function readNullableText(value: JsonValue | undefined, member: string): string | null {
  return value === null ? null : readText(value, member);
}

function readTexts(value: JsonValue | undefined, member: string): readonly string[] {
  if (!Array.isArray(value)) throw new FormatError('jcs', `${member}: expected a list`);
  return value.map(item => readText(item, member));
}
