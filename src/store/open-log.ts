import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { LogState } from '../custody/log/state.js';
import type { Sop } from '../custody/sop/document.js';
import { LocalizedError } from '../custody/text.js';
import type { Policy } from '../log/index.js';
import { AccessLog } from './access-log.js';
import { Appender } from './appender/appender.js';
import { readPosition } from './appender/insert.js';
import { type DatabaseOptions, openDatabase } from './database.js';
import { type FileStore, FileStoreUnavailable } from './files/file-store.js';
import { FolderFileStore } from './files/folder-file-store.js';
import { readKeysInLog } from './fsck/keys-in-log.js';
import { keepAdoptedSops, sopMissing } from './keep-sop-documents.js';
import { registeredKeys } from './keys.js';
import type { LogKeys } from './log-keys.js';
import { policyWithoutWitnesses } from './read-log-policy.js';
import { verifiedCheckpoints } from './read-signed-checkpoint.js';
import type { Database } from './schema/index.js';
import { type SopDocuments, sopDocumentsIn } from './sop-documents.js';
import { FileVault } from './vault.js';

export interface LogPlaces {
  /** Connection of the service's role. */
  readonly serviceUrl: string;
  readonly vaultFolder: string;
  /** Where files are kept; made when missing. */
  readonly filesFolder: string;
  readonly logKeys: LogKeys;
  /** Witnesses and quorum of this log; without it there are none. */
  readonly policy?: Policy;
  readonly now: () => number;
  /** SOP documents that come with this release; absent: those that do. */
  readonly sops?: readonly Sop[];
  readonly database?: DatabaseOptions;
}

/** A log that a process has open: reading through `db`, writing through `appender` alone. */
export interface OpenLog {
  readonly db: Kysely<Database>;
  readonly appender: Appender;
  readonly accessLog: AccessLog;
  readonly origin: string;
  /** `log/<UUID>`. */
  readonly subject: string;
  readonly logKeys: LogKeys;
  /** Whose cosignatures are asked for, and how many are enough. */
  readonly policy: Policy;
  readonly vault: FileVault;
  readonly files: FileStore;
  /** Files that come in parts: on the disk of the files, so that one that is whole only moves. */
  readonly uploadsFolder: string;
  readonly sopDocuments: SopDocuments;
  readonly now: () => number;
  /** The SOP in force now, and the hash of its bytes. @throws SopDocumentError */
  sop(): Promise<{ readonly document: Sop; readonly sha256: string }>;
  /** Takes no more batches, waits for those that wait, and lets go of the database. */
  close(): Promise<void>;
}

/** There is no log here yet, or it is another one than the key is for. */
class NoLogError extends LocalizedError {
  override readonly name = 'NoLogError';
}

/**
 * Opens the log of a database for one process; several processes may have it open at once.
 * @throws NoLogError, VaultError
 */
export async function openLog(places: LogPlaces): Promise<OpenLog> {
  const db = openDatabase<Database>(places.serviceUrl, places.database);
  try {
    return await openParts(db, places);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function openParts(db: Kysely<Database>, places: LogPlaces): Promise<OpenLog> {
  const { vaultFolder, filesFolder, logKeys, now, sops } = places;
  const { policy = policyWithoutWitnesses([logKeys.first.key]) } = places;
  const { origin, subject } = await requireLog(db, logKeys.origin);
  const earlierKeys = async () => (await readKeysInLog(db)).log;
  const vault = new FileVault(vaultFolder, verifiedCheckpoints(logKeys, earlierKeys));
  // A log without its vault, or with a forged one, shall fail when it is opened, not when the first officer signs.
  await vault.read();
  const files = await FolderFileStore.open(filesFolder);
  const uploadsFolder = join(filesFolder, 'uploads');
  await mkdir(uploadsFolder, { recursive: true, mode: 0o700 });
  const sopDocuments = sopDocumentsIn(files, sops);
  const keepSops = () => keepAdoptedSops({ db, files, now }, sopDocuments);
  await keepSops().catch(toldOtherwise);
  const random = (length: number) => randomBytes(length);
  const findKey = registeredKeys(db);
  const appender = new Appender({
    ...{ db, vault, logKeys, origin, findKey, sopDocuments, now, random },
    sopAdopted: () => keepSops().catch(toldOtherwise),
  });
  const accessLog = new AccessLog(db);
  return {
    db,
    appender,
    accessLog,
    origin,
    subject,
    logKeys,
    policy,
    vault,
    files,
    uploadsFolder,
    sopDocuments,
    now,
    sop: () => readSopInForce(db, subject, sopDocuments),
    async close() {
      await appender.stop();
      await accessLog.stop();
      await db.destroy();
    },
  };
}

/** No room for the document of the procedure: whoever uploads is told, and it is tried again at the next start. */
function toldOtherwise(error: unknown): void {
  if (!(error instanceof FileStoreUnavailable)) throw error;
}

async function requireLog(db: Kysely<Database>, ofKey: string) {
  const position = await readPosition(db, false);
  if (position === undefined) {
    throw new NoLogError({
      en: `there is no log in this database yet: \`scelle init --complete\` founds ${ofKey}`,
      fr: `il n'y a pas encore de journal dans cette base : \`scelle init --complete\` fonde ${ofKey}`,
    });
  }
  const { origin, subject } = position;
  if (ofKey !== origin) {
    throw new NoLogError({
      en: `the key is for ${ofKey}, the database holds ${origin}`,
      fr: `la clé est celle de ${ofKey}, la base contient ${origin}`,
    });
  }
  return { origin, subject };
}

async function readSopInForce(db: Kysely<Database>, subject: string, documents: SopDocuments) {
  const row = await db
    .selectFrom('subject')
    .select('state')
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow();
  const { sha256 } = (row.state as LogState).sop;
  const document = await documents.load(sha256);
  if (document === undefined) throw sopMissing(sha256);
  return { document, sha256 };
}
