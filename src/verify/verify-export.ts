import type { Language, Text } from '../custody/text.js';
import { FormatError, formatTime, type Policy } from '../log/index.js';
import { checkAccessLog } from './access-log.js';
import type { Account } from './account.js';
import type { Bag } from './bag/bag.js';
import { findUnknownFiles } from './bag/check-files.js';
import { readEventLines } from './bag/records.js';
import { CheckFailure, later } from './check-failure.js';
import { coveredTrees } from './covered.js';
import { EventWalk } from './events/event-walk.js';
import { createExaminer, examineAll } from './events/examiner.js';
import { officerOf } from './events/key-claims.js';
import { Times } from './events/times.js';
import { Findings } from './findings.js';
import { type AccountGround, giveAccount, type SeenTree } from './give-account.js';
import { hasReport, isRecorded, listHeld, listNotProven, listReport } from './list-not-proven.js';
import { type Opened, openExport } from './open-export.js';
import type { Verdict } from './verdict.js';
import type { VerifyOptions } from './verify-options.js';
import { checkAnchors, type Tree } from './whole/consistency.js';
import { checkHeads } from './whole/heads.js';
import {
  type ComparedHeld,
  checkHeldCheckpoints,
  compareHeld,
  sightingsOfSame,
} from './whole/held-checkpoints.js';
import { HeldReceipts } from './whole/held-receipts.js';
import { LeafTree } from './whole/leaf-tree.js';
import type { ReadHeld } from './whole/read-held.js';
import { checkRoot } from './whole/root.js';
import { RulesCheck } from './whole/rules.js';
import { type Sighting, sightingsOf } from './witnesses.js';

const noWitness: Text = {
  en: 'no quorum: this policy asks for no witness: nobody but the operator vouches for this tree',
  fr: "pas de quorum : cette politique ne demande aucun cosignataire : nul autre que l'exploitant ne répond de cet arbre",
};
const noQuorum: Text = {
  en: 'no quorum: too few witnesses of the policy have seen the checkpoint',
  fr: 'pas de quorum : trop peu de cosignataires de la politique ont vu le point de contrôle',
};

/** What the walk over the events leaves for the checks of the whole. */
interface Walked extends Opened {
  readonly walk: EventWalk;
  readonly rules: RulesCheck;
  readonly times: Times;
  /** Who saw the whole tree. */
  readonly seen: readonly Sighting[];
  readonly tree: Tree;
  readonly receipts: HeldReceipts;
  /** Checkpoints held, as they compare with the tree. */
  readonly compared: readonly ComparedHeld[];
}

/**
 * Verifies an export or a dossier (log-format section 12), with nothing but the bag and what was handed over apart
 * from it: no server, no network. The verdict is the first failing check, or `ok` with everything not proven.
 * Broken evidence is a verdict; only a fault of the machine is thrown.
 */
export async function verifyExport(bag: Bag, options: VerifyOptions): Promise<Verdict> {
  const { language = 'en', onAccount } = options;
  const findings = new Findings();
  const failure = await findFailure(bag, options, findings, ground =>
    onAccount?.(giveAccount(ground, findings, language)),
  );
  return findings.verdict(failure, language);
}

/** What is said of an export in one language. */
export interface SpokenVerdict {
  readonly verdict: Verdict;
  /** Null of an export that does not hold, but for its access log. */
  readonly account: Account | null;
}

/** As `verifyExport`, said in each language: a reader may change it without another verification. */
export async function verifyInEachLanguage(
  bag: Bag,
  options: Omit<VerifyOptions, 'language' | 'onAccount'>,
): Promise<Record<Language, SpokenVerdict>> {
  const findings = new Findings();
  const grounds: AccountGround[] = [];
  const failure = await findFailure(bag, options, findings, ground => grounds.push(ground));
  const ground = grounds.at(-1);
  const speak = (language: Language): SpokenVerdict => ({
    verdict: findings.verdict(failure, language),
    account: ground === undefined ? null : giveAccount(ground, findings, language),
  });
  return { en: speak('en'), fr: speak('fr') };
}

/**
 * Every check in its order.
 * @param onGround called of an export that holds, and again after its access log
 * @returns the first that fails; null where none does
 */
async function findFailure(
  bag: Bag,
  options: VerifyOptions,
  findings: Findings,
  onGround: (ground: AccountGround) => void,
): Promise<CheckFailure | null> {
  try {
    const opened = await openExport(bag, options, findings);
    const walked = await walkEvents(opened, options, findings);
    await checkLogKeys(walked);
    const { tree, walk, rules, contents, checkpoint } = walked;
    if (tree.leaves !== null) await checkRoot(tree.leaves, checkpoint, contents);
    checkGroups(walk);
    findings.notProven.addAll(rules.finish(), rules.told());
    const asOf = await checkAllHeads(walked, findings);
    const uncomparedAnchors = await checkConsistency(walked, asOf, findings);
    const { statement, policy, seen } = walked;
    const older = olderTrees(walked, new Set(uncomparedAnchors));
    const covered = coveredTrees([...older, { size: statement.size, seen }], policy);
    listNotProven(walk, contents, covered, findings.notProven);
    findings.notProven.addSome(
      { en: 'files that the format does not know', fr: 'fichiers que le format ne connaît pas' },
      findUnknownFiles(contents),
    );
    const { accessLog } = options;
    const { complete, size } = statement;
    const believed = checkpoint.logKeys;
    const { exportHash } = contents;
    const recordedBy = contents.has('report/pieces.json') ? 'dossier.built' : 'export.generated';
    const unrecorded = hasReport(contents) && !isRecorded(findings.held);
    if (unrecorded) listReport(findings.notProven);
    const ground: AccountGround = {
      walk,
      exportHash,
      recordedBy,
      unrecorded,
      complete,
      size,
      policy,
      believed,
      seen,
      older,
      uncomparedAnchors,
    };
    onGround(ground);
    if (accessLog === undefined) return null;
    await checkAccessLog(accessLog, walk.accessAnchors, findings.notProven);
    onGround(ground);
    return null;
  } catch (error) {
    if (error instanceof CheckFailure) return error;
    // No step says where: still it is the export that does not hold, not the machine.
    if (error instanceof FormatError) {
      return new CheckFailure(error.check, '.', error.message, { cause: error });
    }
    throw error;
  }
}

/** Every event through its checks; what is not proven of its time is listed. */
async function walkEvents(
  opened: Opened,
  { examiner = createExaminer(), onProgress, reading }: VerifyOptions,
  findings: Findings,
): Promise<Walked> {
  const { contents, statement, named, policy, checkpoint, note, stamped, subjects, held } = opened;
  const cosigned = sightingsOf(checkpoint, policy);
  if (cosigned.length === 0) findings.notProven.add(policy.quorum === null ? noWitness : noQuorum);
  if (stamped.open !== null) findings.notProven.add(stamped.open);
  const stamps = stamped.seen.map(time => ({ witness: null, time }));
  const seen = [...cosigned, ...stamps, ...sightingsOfSame(held, checkpoint, policy)];
  const times = new Times(seen.map(({ time }) => time));
  const { origin, complete, size } = statement;
  const { root } = checkpoint;
  const leaves = complete ? new LeafTree() : null;
  const receipts = new HeldReceipts(held);
  const scope = { origin, complete, size, root, policy, note, subjects, times, contents, examiner };
  const walk = new EventWalk(scope);
  const rules = new RulesCheck(contents, complete, { subjects, named, reading });
  for await (const examined of examineAll(readEventLines(contents), examiner)) {
    const { event, leaf } = await walk.take(examined);
    leaves?.push(leaf.hash);
    const { index, disclosures } = examined;
    receipts.take({ event, index, leafHash: leaf.hash });
    reading?.event({ index, receivedAt: leaf.receivedAt, event, disclosures });
    await rules.take({ index, leaf, event, disclosures });
    findings.events = walk.events;
    findings.subjects = walk.histories.size;
    onProgress?.('events', complete ? walk.events : index + 1, size);
  }
  walk.finish();
  const tree = { size, root, leaves, contents };
  const compared = await boundByHeld(held, tree, policy, times);
  return { ...opened, walk, rules, times, seen, tree, receipts, compared };
}

/**
 * Checkpoints held of older trees bound the times received too, where the tree has grown from theirs.
 * @throws {CheckFailure} `leaf`
 */
async function boundByHeld(
  held: readonly ReadHeld[],
  tree: Tree,
  policy: Policy,
  times: Times,
): Promise<readonly ComparedHeld[]> {
  // A shorter list than its tree is no such tree: *root* says so.
  if (tree.leaves !== null && tree.leaves.size !== tree.size) return [];
  const compared = await compareHeld(held, tree, policy);
  for (const { failure, outcome, checkpoint, sightings } of compared) {
    if (failure !== null || outcome !== 'compared' || checkpoint === null || sightings.length === 0) continue;
    const seen = sightings.map(({ time }) => time);
    times.cover(checkpoint.size, seen);
  }
  return compared;
}

/** Older trees that somebody saw, and that are shown to be of this log. */
function olderTrees({ walk, compared }: Walked, uncompared: ReadonlySet<number>): readonly SeenTree[] {
  const held = compared.flatMap(({ outcome, size, sightings: seen }) =>
    outcome === 'compared' && size !== null ? [{ size, seen }] : [],
  );
  return [...walk.anchors.filter(({ leaf }) => !uncompared.has(leaf)), ...held];
}

/** *key* of the log itself, which its events tell. */
async function checkLogKeys({ walk, checkpoint }: Walked): Promise<void> {
  // Without any event it is the tree, or the histories, that are not there.
  if (walk.events === 0) return;
  const { note, size, logKeys } = checkpoint;
  await later('checkpoint', () => walk.logKeys.check(note, size, logKeys));
}

/** *group*; a subject that is not whole is inside only for what names it, *head*. */
function checkGroups(walk: EventWalk): void {
  walk.groups.finish();
}

/** @returns the time that the head statements are of, ms since 1970 */
async function checkAllHeads(walked: Walked, findings: Findings): Promise<number | null> {
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
  walked.receipts.checkHeads({ size, isWhole: subject => subjects.get(subject)?.whole ?? false, headOf });
  findings.asOf = asOf === null ? null : formatTime(asOf);
  findings.whole = [...subjects].filter(([, { whole }]) => whole).map(([subject]) => subject);
  return asOf;
}

/** @returns leaves of anchors that could not be compared */
async function checkConsistency(
  { walk, tree, compared, receipts, seen, policy }: Walked,
  asOf: number | null,
  findings: Findings,
): Promise<readonly number[]> {
  const known = compared.flatMap(({ outcome, failure, checkpoint }) =>
    outcome === 'compared' && failure === null && checkpoint !== null ? [checkpoint] : [],
  );
  const uncompared = await checkAnchors(walk.anchors, tree, known);
  checkHeldCheckpoints(compared, { asOf, seen, policy });
  receipts.checkLeaves();
  findings.held = compared;
  listHeld(compared, findings.notProven);
  return uncompared;
}
