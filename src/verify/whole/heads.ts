import {
  equalBytes,
  type HeadStatement,
  type HistoryHead,
  type PublicKey,
  readHeadStatement,
} from '../../log/index.js';
import type { Contents } from '../bag/contents.js';
import { readSubjects, type SubjectRecord } from '../bag/records.js';
import { CheckFailure, later } from '../check-failure.js';
import type { Subjects } from '../events/subjects.js';

/** What a head statement must say besides its subject's own head. */
export interface HeadScope {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly logKey: PublicKey;
  /** Time received of the last leaf inside, with its index. */
  readonly last: { readonly index: number; readonly receivedAt: number };
  /** The latest time that the last leaf of the tree can be of. */
  readonly latest: number;
  readonly subjects: Subjects;
  headOf(subject: string): HistoryHead | undefined;
  /** Whether the subject must be whole: the log, an officer who signed, every one of a complete export. */
  mustBeWhole(subject: string): boolean;
}

const AT_ONCE = 64;

/**
 * Check *head*: each subject's history inside ends where the log says that it ends (log-format sections 9 and 11).
 * @returns `at` of the head statements, the same in all
 * @throws {CheckFailure} `head`
 */
export async function checkHeads(contents: Contents, scope: HeadScope): Promise<number | null> {
  let asOf: number | null = null;
  let part: SubjectRecord[] = [];
  const checkPart = async (): Promise<void> => {
    const statements = await Promise.allSettled(part.map(record => checkHead(record, scope)));
    for (const [position, result] of statements.entries()) {
      if (result.status === 'rejected') throw result.reason;
      const at = result.value?.at;
      if (at === undefined) continue;
      if (asOf !== null && at !== asOf) {
        throw new CheckFailure(
          'head',
          part[position]?.subject ?? '',
          'the head statements are of different times',
        );
      }
      asOf = at;
    }
    part = [];
  };
  for await (const record of readSubjects(contents)) {
    if (part.push(record) === AT_ONCE) await checkPart();
  }
  await checkPart();
  return asOf;
}

async function checkHead(record: SubjectRecord, scope: HeadScope): Promise<HeadStatement | undefined> {
  const { subject, head } = record;
  const last = scope.headOf(subject);
  if (last === undefined) throw new CheckFailure('head', subject, 'no event of the subject is inside');
  if (head === null) {
    if (scope.mustBeWhole(subject)) throw new CheckFailure('head', subject, 'its head statement is missing');
    return undefined;
  }
  const statement = await later(subject, () => readHeadStatement(head, scope.logKey), 'head');
  const difference = findDifference(statement, subject, last, scope);
  if (difference !== undefined)
    throw new CheckFailure('head', subject, `the head statement is ${difference}`);
  return statement;
}

function findDifference(
  statement: HeadStatement,
  subject: string,
  last: HistoryHead,
  scope: HeadScope,
): string | undefined {
  const { size, last: leaf } = scope;
  if (statement.log !== scope.origin) return 'of another log';
  if (statement.subject !== subject) return `of ${statement.subject}`;
  if (statement.size !== size || !equalBytes(statement.root, scope.root)) return 'of another tree';
  const tag = scope.subjects.get(subject)?.tag;
  if (tag === undefined || !equalBytes(statement.subjectTag, tag)) return 'of another tag';
  if (statement.seq !== last.seq) return `of seq ${statement.seq}, the last event inside has ${last.seq}`;
  if (statement.eventId !== last.eventId) return 'of another event';
  if (!equalBytes(statement.leafHash, last.leafHash)) return 'of another leaf';
  const isLast = leaf.index === size - 1;
  if (isLast ? statement.at !== leaf.receivedAt : statement.at < leaf.receivedAt) {
    return 'not of the time received of the last leaf';
  }
  if (statement.at > scope.latest) return 'of more than 5 minutes after the tree was seen';
  return undefined;
}
