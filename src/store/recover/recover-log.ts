import type { Kysely } from 'kysely';
import {
  collectDigests,
  disclosureDigest,
  equalBytes,
  rootFromTiles,
  type TileSource,
  type VerifierKey,
} from '../../log/index.js';
import { requireContinues } from '../appender/agreement.js';
import { type LogPosition, readPosition } from '../appender/insert.js';
import { OldBackupRestored } from '../appender/outcome.js';
import type { SequencedEvent } from '../appender/sequence.js';
import { readKeysInLog } from '../fsck/keys-in-log.js';
import { registeredKeys } from '../keys.js';
import { readSignedCheckpoint } from '../read-signed-checkpoint.js';
import type { Database } from '../schema/index.js';
import type { SopDocuments } from '../sop-documents.js';
import { storedTiles, treeWith } from '../tiles.js';
import { FileVault, type SignedCheckpoint } from '../vault.js';
import { gatherCandidates, type RecoverySource, type RejectedCandidate } from './candidate.js';
import { compareReceipts, requireBeginnings } from './compare-held.js';
import { readSalts } from './read-salts.js';
import { RecoverError, recoverFaults } from './recover-error.js';
import { type FoundCheckpoint, type FoundNote, newestOf, signedCheckpoints } from './recovery-target.js';
import { writeRecovered } from './write-recovered.js';

export interface Recovery {
  readonly db: Kysely<Database>;
  readonly vaultFolder: string;
  readonly origin: string;
  /** The log's own keys, as its key file names them. */
  readonly logKeys: readonly VerifierKey[];
  readonly sources: readonly RecoverySource[];
  /** Signed notes that the operator brought, the newest that anybody has among them. */
  readonly checkpoints: readonly Pick<FoundNote, 'from' | 'note'>[];
  readonly sopDocuments: SopDocuments;
  readonly report: (done: number, total: number) => void;
}

/** Leaf indices, both included. */
export interface IndexRange {
  readonly from: number;
  readonly to: number;
}

interface RecoveryOutcomeBase {
  /** Leaves in the database before. */
  readonly stored: number;
  /** The newest checkpoint of the log, and who had it. */
  readonly signed: FoundCheckpoint;
  readonly rejected: readonly RejectedCandidate[];
}

export type RecoveryOutcome = RecoveryOutcomeBase &
  (
    | {
        readonly kind: 'recovered';
        readonly recovered: number;
        /** Claims that no source could disclose, by leaf index: the events stand, what they withhold is gone. */
        readonly undisclosed: readonly { readonly index: number; readonly digest: string }[];
      }
    /** Not all that is missing was found: nothing was written. */
    | { readonly kind: 'lost'; readonly lost: readonly IndexRange[] }
  );

/**
 * Brings the events that were signed and are missing here back at their old places (log-format section 5), from what
 * still has them. Everything is verified before anything is written: each event by itself, all together by the
 * signed root, and the whole against every other checkpoint and receipt that was handed over. A crash after the commit and before the vault is put right leaves a whole log whose vault lags behind
 * or is missing: the same command ends it.
 * @throws RecoverError, VaultError
 */
export async function recoverLog(recovery: Recovery): Promise<RecoveryOutcome> {
  const { db, origin, logKeys, sources, sopDocuments, report } = recovery;
  const position = (await readPosition(db, false)) ?? null;
  if (position !== null && position.origin !== origin) {
    throw new RecoverError(recoverFaults.otherOrigin(position.origin, origin));
  }
  const vault = await readVault(recovery);
  const keys = await keysOfLog(db, logKeys);
  const held = await signedCheckpoints(notesOf(recovery, vault), origin, keys);
  const signed = newestOf(held);
  const stored = position?.size ?? 0;
  const base = { stored, signed };
  if (position !== null && stored >= signed.size) {
    await requirePrefix(db, position, signed);
    await requireBeginnings(storedTiles(db), held);
    const rejected = await compareReceipts(sources, { tree: storedTiles(db), size: stored, origin, keys });
    await settleVault(recovery, vault, signed);
    return { ...base, kind: 'recovered', recovered: 0, undisclosed: [], rejected };
  }
  const before = held.filter(({ size }) => size <= stored);
  await requireBeginnings(storedTiles(db), before);
  const { events, salts, rejected } = await gatherCandidates(sources, {
    origin,
    from: stored,
    to: signed.size,
    findKey: registeredKeys(db),
    saltOf: async subject => (await readSalts(db, [subject])).get(subject),
  });
  const lost = gaps(events, stored, signed.size);
  if (lost.length > 0) return { ...base, kind: 'lost', lost, rejected };
  const hashes = events.map(({ leafHash }) => leafHash);
  const tree = await treeWith(db, stored, hashes);
  await requireRoot(tree, signed);
  await requireBeginnings(
    tree,
    held.filter(one => !before.includes(one)),
  );
  const unproven = await compareReceipts(sources, { tree, size: signed.size, origin, keys });
  await writeRecovered(
    db,
    { origin, before: position, root: signed.root, events, salts },
    sopDocuments,
    report,
  );
  await settleVault(recovery, vault, signed);
  return {
    ...base,
    kind: 'recovered',
    recovered: events.length,
    undisclosed: missingClaims(events),
    rejected: [...rejected, ...unproven],
  };
}

/** Null where there is none; one that cannot be read is an error. */
async function readVault({ vaultFolder, origin }: Recovery): Promise<SignedCheckpoint | null> {
  if (!(await FileVault.exists(vaultFolder))) return null;
  return new FileVault(vaultFolder, note => readSignedCheckpoint(note, origin)).read();
}

function notesOf({ checkpoints, sources }: Recovery, vault: SignedCheckpoint | null): readonly FoundNote[] {
  return [
    ...(vault === null ? [] : [{ from: 'vault', note: vault.note, must: true }]),
    ...checkpoints.map(given => ({ ...given, must: true })),
    ...sources.flatMap(({ name, notes }) => notes.map(note => ({ from: name, note, must: false }))),
  ];
}

/**
 * The keys that the log's events name, in the order they came into force, and those of the key file: what is missing
 * here may have named them.
 */
async function keysOfLog(
  db: Kysely<Database>,
  logKeys: readonly VerifierKey[],
): Promise<readonly VerifierKey[]> {
  const { log } = await readKeysInLog(db);
  return [...log, ...logKeys.filter(({ keyId }) => !log.some(named => named.keyId === keyId))];
}

async function requirePrefix(
  db: Kysely<Database>,
  position: LogPosition,
  signed: SignedCheckpoint,
): Promise<void> {
  try {
    await requireContinues(db, position, signed);
  } catch (error) {
    if (!(error instanceof OldBackupRestored)) throw error;
    throw new RecoverError(recoverFaults.notAPrefix(position.size, signed.size), { cause: error });
  }
}

/** What is stored and what was gathered come to the root that was signed. */
async function requireRoot(tree: TileSource, { size, root }: SignedCheckpoint): Promise<void> {
  if (!equalBytes(await rootFromTiles(size, tree), root))
    throw new RecoverError(recoverFaults.otherTree(size));
}

function gaps(events: readonly SequencedEvent[], from: number, to: number): readonly IndexRange[] {
  const found = new Set(events.map(({ index }) => index));
  const ranges: { from: number; to: number }[] = [];
  for (let index = from; index < to; index++) {
    const last = ranges.at(-1);
    if (found.has(index)) continue;
    if (last?.to === index - 1) last.to = index;
    else ranges.push({ from: index, to: index });
  }
  return ranges;
}

/** A vault that was missing, or restored with the rest, holds the newest checkpoint from now on. */
async function settleVault(
  { vaultFolder, origin }: Recovery,
  vault: SignedCheckpoint | null,
  signed: SignedCheckpoint,
): Promise<void> {
  if (vault === null) return FileVault.create(vaultFolder, signed.note);
  const file = new FileVault(vaultFolder, note => readSignedCheckpoint(note, origin));
  await file.exclusively(async last => (last.size < signed.size ? signed : last));
}

function missingClaims(events: readonly SequencedEvent[]) {
  const erased = new Set(
    events
      .filter(({ event }) => event.type.endsWith('.disclosure-erased'))
      .map(({ event: { body } }) => `${String(body.eventId)} ${String(body.digest)}`),
  );
  return events.flatMap(({ event, index, disclosures }) => {
    const known = new Set(disclosures.map(disclosureDigest));
    return collectDigests(event.body)
      .map(({ digest }) => digest)
      .filter(digest => !known.has(digest) && !erased.has(`${event.eventId} ${digest}`))
      .map(digest => ({ index, digest }));
  });
}
