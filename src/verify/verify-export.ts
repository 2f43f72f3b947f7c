import type { Language, Text } from '../custody/text.js';
import {
  base64Text,
  FormatError,
  formatTime,
  type Policy,
  parsePolicy,
  utf8Text,
  type VerifiedCheckpoint,
  verifyCheckpoint,
} from '../log/index.js';
import { checkAccessLog } from './access-log.js';
import type { Account } from './account.js';
import type { Bag } from './bag/bag.js';
import { checkBag } from './bag/check-bag.js';
import { checkFiles, findUnknownFiles } from './bag/check-files.js';
import type { Contents } from './bag/contents.js';
import { type LogStatement, readLogStatement } from './bag/log-statement.js';
import { parseEventLine, readEventLines } from './bag/records.js';
import type { CreateHash } from './bag/verified-bytes.js';
import { at, CheckFailure, later } from './check-failure.js';
import { listDisputedKeys } from './disputed.js';
import { EventWalk } from './events/event-walk.js';
import { createExaminer, type Examiner, examineAll } from './events/examiner.js';
import { officerOf } from './events/key-claims.js';
import { loadSubjects, type Subjects } from './events/subjects.js';
import { Times } from './events/times.js';
import { Findings } from './findings.js';
import { listHeld, listNotProven } from './list-not-proven.js';
import { NamedEvents } from './rules/index.js';
import type { Authority } from './timestamp/index.js';
import type { Verdict } from './verdict.js';
import { checkAnchors, checkHeldCheckpoint, type HeldOutcome, type Tree } from './whole/consistency.js';
import { checkHeads } from './whole/heads.js';
import { checkHeldReceipts, type Held, type ReadHeld, readHeld } from './whole/held-receipts.js';
import { LeafTree } from './whole/leaf-tree.js';
import { checkRoot } from './whole/root.js';
import { noteNamed, RulesCheck } from './whole/rules.js';
import { checkTimestamp, type StampedTime } from './whole/timestamp.js';
import { type Sighting, sightingsOf } from './witnesses.js';

const CHECKPOINT = 'checkpoint';
const MAX_NOTE_BYTES = 1_000_000;
const notOfThisLog: HeldOutcome = { size: null, outcome: 'not of this log' };

const noWitness: Text = {
  en: 'no quorum: this policy asks for no witness: nobody but the operator vouches for this tree',
  fr: "pas de quorum : cette politique ne demande aucun cosignataire : nul autre que l'exploitant ne répond de cet arbre",
};
const noQuorum: Text = {
  en: 'no quorum: too few witnesses of the policy have seen the checkpoint',
  fr: 'pas de quorum : trop peu de cosignataires de la politique ont vu le point de contrôle',
};

/** What a verifier has beside the bag. */
export interface VerifyOptions {
  /** C2SP tlog-policy, obtained apart from the bag; without it the verdict is `fail`. */
  readonly policy: string | Uint8Array | null;
  /** Checkpoints already held: signed notes, and receipts. */
  readonly known?: readonly Held[];
  /** Certificates of time-stamp authorities that are trusted. */
  readonly timestampAuthorities?: readonly Authority[];
  /** The access log, exported after the export was made; absent: nothing is said of it. */
  readonly accessLog?: AsyncIterable<Uint8Array>;
  /** Where lines are examined: this thread, or others. */
  readonly examiner?: Examiner;
  readonly createSha256?: CreateHash;
  /** Of what was not proven; English where it is not said. */
  readonly language?: Language;
  /** Bytes hashed, then events checked, of all. */
  readonly onProgress?: (step: 'files' | 'events', done: number, total: number) => void;
  /**
   * What people are told of an export that holds; not called of one that fails. Called again where an access log was
   * given and holds too.
   */
  readonly onAccount?: (account: Account) => void;
}

/** An export that was read as far as its checkpoint. */
interface Opened {
  readonly contents: Contents;
  readonly statement: LogStatement;
  readonly named: NamedEvents;
  readonly policy: Policy;
  readonly checkpoint: VerifiedCheckpoint;
  /** The checkpoint's note, byte for byte. */
  readonly note: string;
  readonly stamped: StampedTime;
}

/** What the walk over the events leaves for the checks of the whole. */
interface Walked extends Opened {
  readonly walk: EventWalk;
  readonly rules: RulesCheck;
  readonly subjects: Subjects;
  readonly times: Times;
  /** Who saw the whole tree. */
  readonly seen: readonly Sighting[];
  readonly leaves: LeafTree | null;
}

/**
 * Verifies an export or a dossier (log-format section 12), with nothing but the bag and what was handed over apart
 * from it: no server, no network. The verdict is the first failing check, or `ok` with everything not proven.
 * Broken evidence is a verdict; only a fault of the machine is thrown.
 */
export async function verifyExport(bag: Bag, options: VerifyOptions): Promise<Verdict> {
  const findings = new Findings(options.language ?? 'en');
  try {
    const opened = await openExport(bag, options, findings);
    const walked = await walkEvents(opened, options, findings);
    await checkLogKeys(walked);
    const { leaves, walk, rules, contents, checkpoint } = walked;
    if (leaves !== null) await checkRoot(leaves, checkpoint, contents);
    checkGroups(walk);
    findings.notProven.addAll(rules.finish(), rules.told());
    const held = await readHeld(options.known ?? [], opened.policy, opened.statement.origin);
    await checkAllHeads(walked, held, findings);
    await checkConsistency(walked, held, findings);
    listNotProven(walk, contents, findings.notProven);
    findings.notProven.addSome(
      { en: 'files that the format does not know', fr: 'fichiers que le format ne connaît pas' },
      findUnknownFiles(contents),
    );
    const { accessLog, onAccount } = options;
    onAccount?.(giveAccount(walked, findings));
    if (accessLog === undefined) return findings.ok();
    await checkAccessLog(accessLog, walk.accessAnchors, findings.notProven);
    onAccount?.(giveAccount(walked, findings));
    return findings.ok();
  } catch (error) {
    if (error instanceof CheckFailure) return findings.fail(error);
    // No step says where: still it is the export that does not hold, not the machine.
    if (error instanceof FormatError) {
      return findings.fail(new CheckFailure(error.check, '.', error.message, { cause: error }));
    }
    throw error;
  }
}

/** *bag*, *file*, *policy*, *checkpoint*, *timestamp*. */
async function openExport(bag: Bag, options: VerifyOptions, findings: Findings): Promise<Opened> {
  const { createSha256, onProgress } = options;
  const contents = await checkBag(bag, {
    ...(createSha256 && { createSha256 }),
    onProgress: (done, total) => onProgress?.('files', done, total),
  });
  const statement = await readLogStatement(contents);
  const named = await readNames(contents);
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
  return { contents, statement, named, policy, checkpoint, note, stamped };
}

/** The list of events is in its form (*bag*) before any of them is judged; what they name is noted on the way. */
async function readNames(contents: Contents): Promise<NamedEvents> {
  const named = new NamedEvents();
  for await (const line of readEventLines(contents)) noteNamed(parseEventLine(line).jws, named);
  return named;
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

/** Every event through its checks; what is not proven of its time is listed. */
async function walkEvents(
  opened: Opened,
  { examiner = createExaminer(), onProgress }: VerifyOptions,
  findings: Findings,
): Promise<Walked> {
  const { contents, statement, named, policy, checkpoint, note, stamped } = opened;
  const cosigned = sightingsOf(checkpoint, policy);
  if (cosigned.length === 0) findings.notProven.add(policy.quorum === null ? noWitness : noQuorum);
  if (stamped.open !== null) findings.notProven.add(stamped.open);
  const seen = [...cosigned, ...stamped.seen.map(time => ({ witness: null, time }))];
  const times = new Times(seen.map(({ time }) => time));
  const subjects = await loadSubjects(contents);
  const { origin, complete, size } = statement;
  const { root } = checkpoint;
  const leaves = complete ? new LeafTree() : null;
  const scope = { origin, complete, size, root, policy, note, subjects, times, contents, examiner };
  const walk = new EventWalk(scope);
  const rules = new RulesCheck(contents, complete, subjects, named);
  for await (const examined of examineAll(readEventLines(contents), examiner)) {
    const { event, leaf } = await walk.take(examined);
    leaves?.push(leaf.hash);
    const { index, disclosures } = examined;
    await rules.take({ index, leaf, event, disclosures });
    findings.events = walk.events;
    findings.subjects = walk.histories.size;
    onProgress?.('events', complete ? walk.events : index + 1, size);
  }
  walk.finish();
  return { ...opened, walk, rules, subjects, times, seen, leaves };
}

/** *key* of the log itself, which its events tell. */
async function checkLogKeys({ walk, checkpoint }: Walked): Promise<void> {
  // Without any event it is the tree, or the histories, that are not there.
  if (walk.events === 0) return;
  const { note, size, logKeys } = checkpoint;
  await later(CHECKPOINT, () => walk.logKeys.check(note, size, logKeys));
}

/** *group*; a subject that is not whole is inside only for what names it, *head*. */
function checkGroups(walk: EventWalk): void {
  walk.groups.finish();
}

async function checkAllHeads(walked: Walked, held: readonly ReadHeld[], findings: Findings): Promise<void> {
  const { walk, contents, statement, checkpoint, subjects, times } = walked;
  const { last } = times;
  if (last === undefined) throw new CheckFailure('head', 'events.ndjson', 'no event is inside');
  const { origin, size, complete } = statement;
  const headOf = (subject: string) => walk.histories.headOf(subject);
  const asOf = await checkHeads(contents, {
    origin,
    size,
    root: checkpoint.root,
    logKey: walk.logKeys.inForce(size).key,
    last,
    latest: times.bound,
    subjects,
    headOf,
    mustBeWhole: subject =>
      complete ||
      subject === walk.logSubject ||
      (subject.startsWith('officer/') && walk.signers.has(officerOf(subject))),
  });
  const early = walk.groups.findEndedEarly();
  if (early !== undefined) {
    throw new CheckFailure(
      'head',
      early.subject,
      `the head statement denies its event ${early.seq}, which the group at leaf ${early.index} lists`,
    );
  }
  const unnamed = walk.groups.findUnnamed();
  if (unnamed !== undefined) {
    throw new CheckFailure(
      'head',
      unnamed.subject,
      `nothing inside names its event at leaf ${unnamed.index}`,
    );
  }
  checkHeldReceipts(held, { size, isWhole: subject => subjects.get(subject)?.whole ?? false, headOf });
  findings.asOf = asOf === null ? null : formatTime(asOf);
  findings.whole = [...subjects].filter(([, { whole }]) => whole).map(([subject]) => subject);
}

async function checkConsistency(
  { walk, contents, checkpoint, policy, leaves }: Walked,
  held: readonly ReadHeld[],
  findings: Findings,
): Promise<void> {
  if (leaves !== null) await checkAnchors(walk.anchors, leaves);
  const { origin, size, root } = checkpoint;
  const tree: Tree = { origin, size, root, leaves, contents };
  for (const { note } of held) {
    const outcome = note === null ? notOfThisLog : await checkHeldCheckpoint(note, policy, tree);
    findings.held.push(outcome);
  }
  listHeld(findings.held, findings.notProven);
}

function giveAccount({ walk, statement, seen }: Walked, findings: Findings): Account {
  return {
    verdict: findings.ok(),
    complete: statement.complete,
    seen,
    anchors: walk.anchors,
    held: findings.held,
    disputed: listDisputedKeys(walk),
    notProven: findings.told,
  };
}
