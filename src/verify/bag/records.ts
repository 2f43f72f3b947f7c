import {
  base64Bytes,
  isJsonObject,
  isSubject,
  type JsonObject,
  parseCanonical,
  SUBJECT_SALT_BYTES,
  utf8Bytes,
} from '../../log/index.js';
import { at, CheckFailure } from '../check-failure.js';
import type { Contents } from './contents.js';
import { readLines } from './read-lines.js';

/** One line of `events.ndjson`; nothing in it is read yet (log-format section 11). */
export interface EventRecord {
  readonly index: number;
  /** b64 of `leaf_data`. */
  readonly leaf: string;
  readonly jws: string;
  /** Those handed over. */
  readonly disclosures: readonly string[];
}

/** One line of `subjects.ndjson`. */
export interface SubjectRecord {
  readonly subject: string;
  readonly salt: Uint8Array;
  /** The head statement, a compact JWS; null for a subject that is not whole. */
  readonly head: string | null;
}

const EVENTS = 'events.ndjson';
const SUBJECTS = 'subjects.ndjson';

/** An event with more withheld than this is submitted by nobody. */
const MAX_EVENT_BYTES = 8 * 1024 ** 2;
const MAX_SUBJECT_BYTES = 16_384;
const MAX_DEPTH = 3;

function parseLine(line: string, path: string, maxBytes: number, members: string): JsonObject {
  const limits = { maxBytes, maxDepth: MAX_DEPTH, integersOnly: true };
  const value = at(`data/${path}`, () => parseCanonical(utf8Bytes(line), limits), 'bag');
  if (!isJsonObject(value) || Object.keys(value).sort().join() !== members) {
    throw new CheckFailure('bag', `data/${path}`, `expected lines with the members ${members}`);
  }
  return value;
}

/** The lines of `events.ndjson` as they stand, in order. @throws {CheckFailure} `bag` */
export function readEventLines(contents: Contents): AsyncGenerator<string> {
  return readLines(contents.open(EVENTS), `data/${EVENTS}`, MAX_EVENT_BYTES);
}

/**
 * A line in canonical form whose texts are of the characters that their encodings have: what all lines look like. It
 * needs no parser, and there are many.
 */
const USUAL_LINE =
  /^\{"disclosures":\[((?:"[\w-]+"(?:,"[\w-]+")*)?)\],"index":(0|[1-9][0-9]{0,14}),"jws":"([\w.-]+)","leaf":"([\w+/=]+)"\}$/;

/** @throws {CheckFailure} `bag` */
export function parseEventLine(line: string): EventRecord {
  const [, listed, number, usualJws, usualLeaf] = USUAL_LINE.exec(line) ?? [];
  if (listed !== undefined && usualJws !== undefined && usualLeaf !== undefined) {
    const disclosures = listed === '' ? [] : listed.slice(1, -1).split('","');
    return { index: Number(number), leaf: usualLeaf, jws: usualJws, disclosures };
  }
  const { index, leaf, jws, disclosures } = parseLine(
    line,
    EVENTS,
    MAX_EVENT_BYTES,
    'disclosures,index,jws,leaf',
  );
  const texts: readonly unknown[] = Array.isArray(disclosures) ? disclosures : [undefined];
  const handedOver = texts.filter(text => typeof text === 'string');
  const isIndex = typeof index === 'number' && index >= 0;
  if (!isIndex || typeof leaf !== 'string' || typeof jws !== 'string' || handedOver.length !== texts.length) {
    throw new CheckFailure('bag', `data/${EVENTS}`, 'a line is not in its form');
  }
  return { index, leaf, jws, disclosures: handedOver };
}

/**
 * The records of `subjects.ndjson`: sorted, no subject twice.
 * @throws {CheckFailure} `bag`; `leaf` for a salt that is none
 */
export async function* readSubjects(contents: Contents): AsyncGenerator<SubjectRecord> {
  let before = '';
  for await (const line of readLines(contents.open(SUBJECTS), `data/${SUBJECTS}`, MAX_SUBJECT_BYTES)) {
    const { subject, salt, head } = parseLine(line, SUBJECTS, MAX_SUBJECT_BYTES, 'head,salt,subject');
    if (typeof subject !== 'string' || !isSubject(subject) || typeof salt !== 'string') {
      throw new CheckFailure('bag', `data/${SUBJECTS}`, 'a line is not in its form');
    }
    if (head !== null && typeof head !== 'string') {
      throw new CheckFailure('bag', `data/${SUBJECTS}`, `${subject}: expected a head statement or null`);
    }
    if (subject <= before) throw new CheckFailure('bag', `data/${SUBJECTS}`, `${subject} is out of order`);
    before = subject;
    const bytes = at(subject, () => base64Bytes(salt, 'leaf'));
    if (bytes.length !== SUBJECT_SALT_BYTES) throw new CheckFailure('leaf', subject, 'the salt is too short');
    yield { subject, salt: bytes, head };
  }
}
