import {
  base64Text,
  type Policy,
  parsePolicy,
  utf8Text,
  type VerifiedCheckpoint,
  verifyCheckpoint,
} from '../log/index.js';
import type { Bag } from './bag/bag.js';
import { checkBag } from './bag/check-bag.js';
import { checkFiles } from './bag/check-files.js';
import type { Contents } from './bag/contents.js';
import { type LogStatement, readLogStatement } from './bag/log-statement.js';
import { parseEventLine, readEventLines } from './bag/records.js';
import { at, CheckFailure, later } from './check-failure.js';
import { ClaimedLogKeys } from './events/claimed-log-keys.js';
import { loadSubjects, type Subjects } from './events/subjects.js';
import type { Findings } from './findings.js';
import { NamedEvents } from './rules/index.js';
import type { VerifyOptions } from './verify-options.js';
import { type ReadHeld, readHeld } from './whole/read-held.js';
import { checkRecorded } from './whole/recording.js';
import { noteNamed } from './whole/rules.js';
import { checkTimestamp, type StampedTime } from './whole/timestamp.js';

const CHECKPOINT = 'checkpoint';
const MAX_NOTE_BYTES = 1_000_000;

/** An export that was read as far as its checkpoint. */
export interface Opened {
  readonly contents: Contents;
  readonly statement: LogStatement;
  readonly named: NamedEvents;
  /** As it was handed over. */
  readonly policy: Policy;
  readonly checkpoint: VerifiedCheckpoint;
  /** The checkpoint's note, byte for byte. */
  readonly note: string;
  readonly stamped: StampedTime;
  readonly subjects: Subjects;
  readonly held: readonly ReadHeld[];
}

/** *bag*, *file*, *policy*, *checkpoint*, *timestamp*, and *bag* once more, of what receipts held record. */
export async function openExport(bag: Bag, options: VerifyOptions, findings: Findings): Promise<Opened> {
  const { createSha256, onProgress } = options;
  const contents = await checkBag(bag, {
    ...(createSha256 && { createSha256 }),
    onProgress: (done, total) => onProgress?.('files', done, total),
  });
  const statement = await readLogStatement(contents);
  const { named, logKeys } = await readNames(contents);
  findings.files = checkFiles(contents);
  const policy = readPolicy(options.policy);
  const bytes = await contents.read(CHECKPOINT, MAX_NOTE_BYTES);
  const checkpoint = await later(CHECKPOINT, () => verifyCheckpoint(bytes, policy));
  requireSameTree(statement, checkpoint);
  findings.origin = statement.origin;
  findings.size = statement.size;
  findings.root = statement.root;
  const note = utf8Text(bytes);
  const stamped = await checkTimestamp(contents, note, options.timestampAuthorities ?? []);
  const subjects = await loadSubjects(contents);
  const { origin, size, complete } = statement;
  const { exportHash } = contents;
  const isWhole = (subject: string) => subjects.get(subject)?.whole ?? false;
  const recorded = { exportHash, complete, size, root: checkpoint.root, isWhole };
  const held = await readHeld(options.known ?? [], logKeys.policies(policy, statement), { origin, recorded });
  checkRecorded(held, recorded);
  return { contents, statement, named, policy, checkpoint, note, stamped, subjects, held };
}

/** The list of events is in its form (*bag*) before any of them is judged; what they name is noted on the way. */
async function readNames(contents: Contents) {
  const named = new NamedEvents();
  const logKeys = new ClaimedLogKeys();
  for await (const line of readEventLines(contents)) {
    const { index, jws } = parseEventLine(line);
    const payload = noteNamed(jws, named);
    if (payload !== undefined) logKeys.note(index, payload);
  }
  return { named, logKeys };
}

function readPolicy(policy: VerifyOptions['policy']): Policy {
  if (policy === null) {
    throw new CheckFailure('policy', 'policy.txt', 'no policy was handed over apart from the bag');
  }
  return at('policy.txt', () => parsePolicy(policy));
}

function requireSameTree(statement: LogStatement, { origin, size, root }: VerifiedCheckpoint): void {
  if (statement.origin !== origin || statement.size !== size || statement.root !== base64Text(root)) {
    throw new CheckFailure('checkpoint', 'log.json', 'names another tree than the checkpoint');
  }
}
