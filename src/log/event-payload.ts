import { isDigestText, isNonceText } from './digest.js';
import { FormatError } from './error.js';
import type { Actor, EventPayload } from './event.js';
import { isJsonObject, type JsonObject, type JsonValue } from './json.js';
import { isOrigin } from './origin.js';
import { readCount, readObject, readText } from './read-member.js';
import { isSubject, isUuid, subjectKind } from './subject.js';
import { parseTime } from './time.js';

const PAYLOAD_MEMBERS = 'actor,at,body,form,log,nonce,prev,refs,seq,subject,type,v';
const TYPE = /^([a-z]+)\.[a-z-]+$/;

function readActor(payload: JsonObject): Actor {
  const actor = readObject(payload.actor, 'officer,role', 'jcs', 'actor');
  return {
    officer: readText(actor, 'officer', 'jcs', isUuid),
    role: readText(actor, 'role', 'jcs', text => text !== ''),
  };
}

function readRefs({ refs }: JsonObject): readonly string[] {
  if (!Array.isArray(refs)) throw new FormatError('jcs', 'refs: expected an array');
  const values: readonly JsonValue[] = refs;
  const eventIds = values.filter(
    (value): value is string => typeof value === 'string' && isDigestText(value),
  );
  if (eventIds.length !== values.length) throw new FormatError('jcs', 'refs: expected event ids');
  if (new Set(eventIds).size !== eventIds.length) throw new FormatError('jcs', 'refs: one event twice');
  return eventIds;
}

function readType(payload: JsonObject, subject: string): string {
  const type = readText(payload, 'type', 'jcs', text => TYPE.test(text));
  if (TYPE.exec(type)?.[1] !== subjectKind(subject)) {
    throw new FormatError('jcs', `type: expected one of the kind of ${subject}`);
  }
  return type;
}

function readTimeText(payload: JsonObject): string {
  const text = readText(payload, 'at', 'jcs', () => true);
  parseTime(text);
  return text;
}

/**
 * Reads the members of an event (log-format section 1). What `prev` and `seq` must be after the event before is
 * checked elsewhere (`checkSuccessor`); the body is left as it is.
 * @throws {FormatError} `jcs`
 */
export function readEventPayload(value: JsonValue): EventPayload {
  const payload = readObject(value, PAYLOAD_MEMBERS, 'jcs', 'payload');
  if (payload.v !== 1) throw new FormatError('jcs', 'v: expected 1');
  if (!isJsonObject(payload.body)) throw new FormatError('jcs', 'body: expected an object');
  const subject = readText(payload, 'subject', 'jcs', isSubject);
  return {
    v: 1,
    log: readText(payload, 'log', 'jcs', isOrigin),
    subject,
    seq: readCount(payload, 'seq', 'jcs'),
    prev: payload.prev === null ? null : readText(payload, 'prev', 'jcs', isDigestText),
    type: readType(payload, subject),
    form: readCount(payload, 'form', 'jcs'),
    actor: readActor(payload),
    at: readTimeText(payload),
    nonce: readText(payload, 'nonce', 'jcs', isNonceText),
    refs: readRefs(payload),
    body: payload.body,
  };
}
