import type { Kysely } from 'kysely';
import type { LogState } from '../../custody/log/state.js';
import type { Sop } from '../../custody/sop/document.js';
import { sopReference } from '../../custody/sop/sop-bytes.js';
import { LocalizedError } from '../../custody/text.js';
import { equalBytes, formatVerifierKey, signCheckpoint } from '../../log/index.js';
import { transact } from '../database.js';
import { readSignedCheckpoint } from '../read-signed-checkpoint.js';
import type { Database } from '../schema/index.js';
import { FileVault, type SignedCheckpoint } from '../vault.js';
import { writeGroup } from './append-group.js';
import type { LogKey } from './checkpoint-signer.js';
import { readPosition } from './insert.js';
import { judgeGroup } from './judge-group.js';
import type { LoadedWorld } from './load-world.js';
import type { AppendOutcome } from './outcome.js';
import { type PendingEvent, readBatch } from './read-batch.js';
import type { RandomBytes } from './sequence.js';

export interface Founding {
  readonly db: Kysely<Database>;
  readonly vaultFolder: string;
  readonly origin: string;
  readonly logKey: LogKey;
  /** The SOP that leaf 0 names. */
  readonly sop: Sop;
  /** The founding batch: `log.opened`, its countersignatures, the founders' registrations. */
  readonly submitted: readonly string[];
  readonly now: () => number;
  readonly random: RandomBytes;
}

/** The founding cannot be carried out as asked; nothing was changed. */
export class FoundingError extends LocalizedError {
  override readonly name = 'FoundingError';
}

export type FoundingOutcome =
  | { readonly kind: 'founded'; readonly checkpoint: SignedCheckpoint }
  | Exclude<AppendOutcome, { kind: 'appended' }>;

/**
 * Creates a log from its founding batch (log-format section 8) and then its vault. A crash between the two leaves a
 * log without a vault: the same call finishes it, because nothing can have been appended meanwhile. Once finished,
 * the same call changes nothing.
 * @throws FoundingError, VaultError
 */
export async function foundLog(founding: Founding): Promise<FoundingOutcome> {
  const { db, origin, submitted, vaultFolder } = founding;
  const read = await readBatch(submitted, origin, async () => undefined);
  if (read.kind !== 'read') return read;
  requireOwnKey(founding, read.events);
  if ((await readPosition(db, false)) === undefined) {
    // A vault without its log is that of an older one, or this database is not the one it belongs to.
    if (await FileVault.exists(vaultFolder)) throw new FoundingError(words.vaultExists(vaultFolder));
    const refused = await writeLog(founding, read.events);
    if (refused !== null) return refused;
  }
  await requireSameFounding(db, origin, read.events);
  return { kind: 'founded', checkpoint: await openVault(founding) };
}

const words = {
  noOpening: () => ({
    en: 'the founding batch begins with log.opened',
    fr: 'le lot fondateur commence par log.opened',
  }),
  otherKey: () => ({
    en: 'log.opened names another log key than the one at hand',
    fr: 'log.opened nomme une autre clé de journal que celle présente',
  }),
  vaultExists: (folder: string) => ({
    en: `${folder} already holds the checkpoint of a log that is not in this database`,
    fr: `${folder} contient déjà le point de contrôle d'un journal qui n'est pas dans cette base`,
  }),
  otherLog: (origin: string) => ({
    en: `the database already holds the log ${origin}`,
    fr: `la base contient déjà le journal ${origin}`,
  }),
  inUse: (origin: string, size: number) => ({
    en: `the log ${origin} is founded already and in use: it has ${size} events`,
    fr: `le journal ${origin} est déjà fondé et en usage : il a ${size} actes`,
  }),
  otherVault: (folder: string) => ({
    en: `${folder} holds a checkpoint that does not belong to this log`,
    fr: `${folder} contient un point de contrôle qui n'appartient pas à ce journal`,
  }),
};

function requireOwnKey({ logKey }: Founding, [opened]: readonly PendingEvent[]): void {
  if (opened?.event.type !== 'log.opened') throw new FoundingError(words.noOpening());
  if (opened.event.body.logKey !== formatVerifierKey(logKey.key)) throw new FoundingError(words.otherKey());
}

/** Judges the batch by the SOP it names and writes it, whole. @returns null where that was done */
async function writeLog(
  { db, origin, logKey, sop, now, random }: Founding,
  events: readonly PendingEvent[],
): Promise<Exclude<FoundingOutcome, { kind: 'founded' }> | null> {
  const at = { size: 0, receivedAt: now(), sop };
  const isHeld = async (key: string) => key === formatVerifierKey(logKey.key);
  const group = await judgeGroup(emptyWorld(sop), [{ events, known: new Map() }], at, { random, isHeld });
  const [judgement] = group.judgements;
  if (judgement?.kind !== 'accepted') return judgement ?? { kind: 'refused', violations: [] };
  await transact(db, async ({ db: trx }) => {
    const { size, root, receivedAt } = await writeGroup(trx, { size: 0 }, group, at.receivedAt);
    const subject = events[0]?.event.subject ?? '';
    await trx
      .insertInto('log_state')
      .values({ origin, subject, size, root: Buffer.from(root), received_at: receivedAt })
      .execute();
  });
  return null;
}

/** What is in the database is this founding and nothing more. */
async function requireSameFounding(
  db: Kysely<Database>,
  origin: string,
  events: readonly PendingEvent[],
): Promise<void> {
  const position = await readPosition(db, false);
  if (position?.origin !== origin) throw new FoundingError(words.otherLog(position?.origin ?? ''));
  const rows = await db
    .selectFrom('event')
    .select('event_id')
    .orderBy('log_index')
    .limit(events.length)
    .execute();
  if (position.size !== events.length) throw new FoundingError(words.inUse(origin, position.size));
  if (rows.some(({ event_id }, index) => event_id !== events[index]?.event.eventId)) {
    throw new FoundingError(words.otherLog(origin));
  }
}

/** The first checkpoint, in a vault of its own; the one that is there where the founding was finished before. */
async function openVault({ db, origin, logKey, vaultFolder }: Founding): Promise<SignedCheckpoint> {
  const position = await readPosition(db, false);
  if (position === undefined) throw new FoundingError(words.otherLog(origin));
  const { size, root } = position;
  if (await FileVault.exists(vaultFolder)) {
    const last = await new FileVault(vaultFolder, note => readSignedCheckpoint(note, origin)).read();
    if (last.size !== size || !equalBytes(last.root, root))
      throw new FoundingError(words.otherVault(vaultFolder));
    return last;
  }
  const note = await signCheckpoint({ origin, size, root }, logKey);
  await FileVault.create(vaultFolder, note);
  return { size, root, note };
}

function emptyWorld(sop: Sop): LoadedWorld {
  const { sha256 } = sopReference(sop);
  return {
    subjects: new Map(),
    claims: new Map(),
    standing: () => undefined,
    event: () => undefined,
    claimant: () => undefined,
    sopDocument: hash => (hash === sha256 ? sop : undefined),
    log: (): LogState | undefined => undefined,
    sourcesOf: () => [],
    subjectsNaming: () => [],
    piecesLinkedBy: () => [],
  };
}
