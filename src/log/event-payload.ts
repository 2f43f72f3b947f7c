import { isDigestText, isNonceText } from './digest.js';
import { FormatError } from './error.js';
import type { Actor, EventPayload } from './event.js';
import { isJsonObject, type JsonObject, type JsonValue } from './json.js';
import { isOrigin } from './origin.js';
import { isSubject, isUuid, subjectKind } from './subject.js';
import { parseTime } from './time.js';

const PAYLOAD_MEMBERS = 'actor,at,body,form,log,nonce,prev,refs,seq,subject,type,v';
const TYPE = /^([a-z]+)\.[a-z-]+$/;

function refuse(member: string, expected: string): never {
  throw new FormatError('jcs', `${member}: expected ${expected}`);
}

/** @throws {FormatError} `jcs` where the members are not exactly `names`, which are sorted and joined by commas */
export function requireMembers(value: JsonObject, names: string, where: string): void {
  const received = Object.keys(value).sort().join();
  if (received !== names) refuse(where, `the members ${names}, received ${received}`);
}

function readString(
  value: JsonValue | undefined,
  member: string,
  isValid: (text: string) => boolean,
): string {
  if (typeof value !== 'string' || !isValid(value)) refuse(member, 'a text of its form');
  return value;
}

function readCount(value: JsonValue | undefined, member: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
    refuse(member, 'an integer from 1');
  return value;
}

function readActor(value: JsonValue | undefined): Actor {
  if (!isJsonObject(value)) refuse('actor', 'an object');
  requireMembers(value, 'officer,role', 'actor');
  return {
    officer: readString(value.officer, 'actor.officer', isUuid),
    role: readString(value.role, 'actor.role', text => text !== ''),
  };
}

function readRefs(value: JsonValue | undefined): readonly string[] {
  if (!Array.isArray(value)) refuse('refs', 'an array');
  const refs = value.map((item: JsonValue) => readString(item, 'refs', isDigestText));
  if (new Set(refs).size !== refs.length) refuse('refs', 'no reference twice');
  return refs;
}

function readType(value: JsonValue | undefined, subject: string): string {
  const type = readString(value, 'type', text => TYPE.test(text));
  if (TYPE.exec(type)?.[1] !== subjectKind(subject)) refuse('type', `the kind of its subject ${subject}`);
  return type;
}

function readTimeText(value: JsonValue | undefined): string {
  const text = readString(value, 'at', () => true);
  parseTime(text);
  return text;
}

/**
 * Reads the members of an event (log-format section 1). What `prev` and `seq` must be after the event before is
 * checked elsewhere; the body is left as it is.
 * @throws {FormatError} `jcs`
 */
export function readEventPayload(value: JsonValue): EventPayload {
  if (!isJsonObject(value)) refuse('payload', 'an object');
  requireMembers(value, PAYLOAD_MEMBERS, 'payload');
  if (value.v !== 1) refuse('v', '1');
  const subject = readString(value.subject, 'subject', isSubject);
  if (!isJsonObject(value.body)) refuse('body', 'an object');
  return {
    v: 1,
    log: readString(value.log, 'log', isOrigin),
    subject,
    seq: readCount(value.seq, 'seq'),
    prev: value.prev === null ? null : readString(value.prev, 'prev', isDigestText),
    type: readType(value.type, subject),
    form: readCount(value.form, 'form'),
    actor: readActor(value.actor),
    at: readTimeText(value.at),
    nonce: readString(value.nonce, 'nonce', isNonceText),
    refs: readRefs(value.refs),
    body: value.body,
  };
}
