import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { LogState } from '../custody/log/state.js';
import type { Sop } from '../custody/sop/document.js';
import { reconstruction } from '../custody/sop/reconstruction.js';
import { sopReference } from '../custody/sop/sop-bytes.js';
import { Appender } from './appender/appender.js';
import type { LogKey } from './appender/checkpoint-signer.js';
import { readPosition } from './appender/insert.js';
import { openDatabase } from './database.js';
import { registeredKeys } from './keys.js';
import { readSignedCheckpoint } from './read-signed-checkpoint.js';
import type { Database } from './schema/index.js';
import { FileVault } from './vault.js';

export interface LogPlaces {
  /** Connection of the service's role. */
  readonly serviceUrl: string;
  readonly vaultFolder: string;
  readonly logKey: LogKey;
  readonly now: () => number;
}

/** A log that a process has open: reading through `db`, writing through `appender` alone. */
export interface OpenLog {
  readonly db: Kysely<Database>;
  readonly appender: Appender;
  readonly origin: string;
  /** `log/<UUID>`. */
  readonly subject: string;
  readonly logKey: LogKey;
  readonly vault: FileVault;
  readonly now: () => number;
  /** The SOP in force now, and the hash of its bytes. */
  sop(): Promise<{ readonly document: Sop; readonly sha256: string }>;
  close(): Promise<void>;
}

/** There is no log here yet, or it is another one than the key is for. */
export class NoLogError extends Error {
  override readonly name = 'NoLogError';
}

/** Opens the log of a database for one process; several processes may have it open at once. */
export async function openLog({ serviceUrl, vaultFolder, logKey, now }: LogPlaces): Promise<OpenLog> {
  const db = openDatabase<Database>(serviceUrl);
  try {
    const position = await readPosition(db, false);
    if (position === undefined) throw new NoLogError('there is no log in this database: run `scelle init`');
    const { origin, subject } = position;
    if (logKey.key.name !== origin) {
      throw new NoLogError(`the key is for ${logKey.key.name}, the database holds ${origin}`);
    }
    const vault = new FileVault(vaultFolder, note => readSignedCheckpoint(note, origin));
    const documents = new Map<string, Sop>([[sopReference(reconstruction).sha256, reconstruction]]);
    const appender = new Appender({
      db,
      vault,
      logKey,
      origin,
      findKey: registeredKeys(db),
      sopDocuments: documents,
      sop: reconstruction,
      now,
      random: length => randomBytes(length),
    });
    return {
      db,
      appender,
      origin,
      subject,
      logKey,
      vault,
      now,
      sop: () => sopInForceOf(db, subject, documents),
      async close() {
        await appender.stop();
        await db.destroy();
      },
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function sopInForceOf(db: Kysely<Database>, subject: string, documents: ReadonlyMap<string, Sop>) {
  const row = await db
    .selectFrom('subject')
    .select('state')
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow();
  const { sha256 } = (row.state as LogState).sop;
  const document = documents.get(sha256);
  if (document === undefined) throw new NoLogError(`the SOP document ${sha256} in force is not at hand`);
  return { document, sha256 };
}
