import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { payloadOf } from '../helpers/forged/forged-log.js';
import { type ForgedKey, forgedKeyOf } from '../helpers/forged/keys.js';
import { stolenKeys } from '../helpers/forged/keys-of-stage.js';

/** A row of the log as a superuser reads it. */
export interface StolenEvent {
  readonly index: number;
  readonly jws: string;
  readonly leaf: Buffer;
  readonly disclosures: readonly string[];
  /** ms since 1970, as the leaf says. */
  readonly receivedAt: number;
  readonly subject: string;
  readonly seq: number;
  readonly type: string;
}

/** Everything that whoever runs the service can take: the tables, the files, the log's key, and here the officers' too. */
export interface Stolen {
  readonly origin: string;
  readonly events: readonly StolenEvent[];
  /** Salts of subjects. */
  readonly salts: ReadonlyMap<string, Uint8Array>;
  readonly logKey: ForgedKey;
  /** An officer's private key by its thumbprint. */
  readonly keyOf: (kid: string) => ForgedKey;
  /** Bytes of uploaded files. */
  readonly files: readonly Uint8Array[];
}

/** Byte of the leaf at which the time received begins (log-format section 4). */
export const RECEIVED_AT = 137;

/** Reads by SQL and from the home folder, past the program. */
export async function steal(adminUrl: string, home: string): Promise<Stolen> {
  return asSuperuser(adminUrl, async client => {
    const { rows } = await client.query<{ log_index: string; jws: string; leaf: Buffer; told: string[] }>(
      `select log_index, jws, leaf, array(
         select disclosure from disclosure where disclosure.event_id = event.event_id order by digest collate "C"
       ) as told from event order by log_index`,
    );
    const salts = await client.query<{ subject: string; salt: Buffer }>('select subject, salt from subject');
    const events = rows.map(({ log_index, jws, leaf, told }) => {
      const { subject, seq, type } = payloadOf(jws);
      return {
        index: Number(log_index),
        jws,
        leaf,
        disclosures: told,
        receivedAt: Number(leaf.readBigUInt64BE(RECEIVED_AT)),
        subject: String(subject),
        seq: Number(seq),
        type: String(type),
      };
    });
    return {
      origin: String(payloadOf(events[0]?.jws ?? '').log),
      events,
      salts: new Map(salts.rows.map(({ subject, salt }) => [subject, salt])),
      logKey: await stolenLogKey(home),
      keyOf: stolenKeys(join(home, 'officers')),
      files: await readAll(join(home, 'files')),
    };
  });
}

/** Runs statements as a superuser, with every trigger and foreign key of the database asleep. */
export async function asSuperuser<Result>(
  adminUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    return await work(client);
  } finally {
    await client.end();
  }
}

async function stolenLogKey(home: string): Promise<ForgedKey> {
  const { jwk, secret } = JSON.parse(await readFile(join(home, 'log.key'), 'utf8'));
  return forgedKeyOf({ ...jwk, d: secret.value });
}

/** Files lie under their hashes; beside them is what is on its way. */
async function readAll(folder: string): Promise<readonly Uint8Array[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(entry => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name));
  return Promise.all(paths.sort().map(path => readFile(path)));
}
