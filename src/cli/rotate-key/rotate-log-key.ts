import { join } from 'node:path';
import { type BatchFile, composeBatch, type PlainAct, submissionOf } from '../../client/index.js';
import { type Config, readConfig } from '../../config.js';
import { Heads } from '../../custody/compose/compose-act.js';
import { formatTime, formatVerifierKey, parseVerifierKey } from '../../log/index.js';
import { makeDatabaseAvailable } from '../../store/available-database.js';
import { openLogKeys } from '../../store/log-key-file.js';
import { type OpenLog, openLog } from '../../store/open-log.js';
import { readLogPolicy } from '../../store/read-log-policy.js';
import { readLogStanding } from '../../store/read-log-standing.js';
import { destroySpentLogKeys, prepareLogKey } from '../../store/rotate-log-key.js';
import { requireCountersigners } from '../act/batch-for-others.js';
import { showAndUnlock } from '../act/countersign.js';
import { requireKeysHere, signAll } from '../act/sign-and-keep.js';
import { type Countersigner, type NamedOfficer, readCountersigners, readNamedOfficer } from '../officers.js';
import { writeBatch } from '../outbox/batch-on-stick.js';
import type { Output } from '../output.js';
import { readLogKeyPassphrase } from '../passphrase.js';
import { systemRandom } from '../system-random.js';
import { appendRotation } from './append-rotation.js';
import { requireWhole } from './require-whole.js';
import { tellFinished, tellOnlyCopy, tellPrepared, tellRotated } from './tell-rotation.js';

export interface RotationOptions {
  readonly as: string;
  readonly with?: readonly string[];
  /** File for the act, which then is not appended: others sign and send it. */
  readonly out?: string;
  readonly yes?: boolean;
}

/** A service's home whose log is open, and the passphrase of its key file. */
interface OpenHome {
  readonly log: OpenLog;
  readonly config: Config;
  readonly keyFile: string;
  readonly passphrase: string | null;
}

/**
 * Gives the log a new key (log-format section 8), in steps that each are durable before the next: the key in the key
 * file, the signed act in the log, the checkpoint by both keys, the spent keys out of the file. Broken off after the
 * first, the file holds a key that signs nothing, and the same command takes that one; broken off later,
 * `finishRotation` does what is left. The service may run: it reads the file again when it meets a key it does not hold.
 */
export async function rotateLogKey(home: string, options: RotationOptions, output: Output): Promise<void> {
  const signer = await readNamedOfficer(options.as, output.language);
  const countersigners = await readCountersigners(options.with, output.language);
  if (options.out === undefined) requireKeysHere(signer, countersigners);
  await withOpenHome(home, output, async opened => {
    const { log, keyFile, passphrase } = opened;
    await requireWhole(log);
    await requirePolicyOfNow(opened);
    const { state } = await readLogStanding(log);
    const { key, made } = await prepareLogKey(keyFile, passphrase, state, systemRandom);
    const logKey = formatVerifierKey(key);
    tellOnlyCopy(output);
    const batch = await compose(opened, logKey, signer, countersigners);
    const signers = { signer, countersigners };
    const others = await showAndUnlock(null, [batch], signers, options.yes === true, output);
    const signed = await signAll(batch, [signer, ...others]);
    if (options.out !== undefined) {
      await writeBatch(options.out, signed, []);
      return tellPrepared({ logKey, made, out: options.out, batch: signed }, output);
    }
    const index = await appendRotation(log, submissionOf(signed));
    tellRotated({ ...(await finish(opened)), index }, output);
  });
}

/** Tells which keys sign, and destroys those that sign no more. Changes nothing where there are none. */
export function finishRotation(home: string, output: Output): Promise<void> {
  return withOpenHome(home, output, async opened => {
    await requireWhole(opened.log);
    // What a crash left without a checkpoint by both keys gets it before anything is destroyed.
    await opened.log.appender.signCheckpoint();
    tellFinished(await finish(opened), output);
  });
}

async function finish({ log, keyFile }: OpenHome) {
  const { state } = await readLogStanding(log);
  const { size, note } = await log.vault.read();
  const destroyed = await destroySpentLogKeys(keyFile, state, { size, note });
  const held = log.logKeys.held.map(({ key }) => formatVerifierKey(key));
  return { state, size, destroyed, held };
}

/**
 * The policy that the service starts with names a key of the log. Once this rotation is done the key in force now is the
 * older of two: a policy that names only keys before it would keep the service from starting.
 * @throws LogPolicyError naming the line it needs
 */
async function requirePolicyOfNow({ log, config }: OpenHome): Promise<void> {
  const { policyFile, home } = config;
  const { state } = await readLogStanding(log);
  const inForce = parseVerifierKey(state.logKey, 'key');
  await readLogPolicy(policyFile ?? join(home, 'policy.txt'), [inForce], policyFile === null);
}

async function compose(
  { log }: OpenHome,
  logKey: string,
  signer: NamedOfficer,
  countersigners: readonly Countersigner[],
): Promise<BatchFile> {
  const act: PlainAct = {
    subject: log.subject,
    type: 'log.key-rotated',
    by: signer,
    at: formatTime(log.now()),
    body: { logKey },
    countersigners,
  };
  requireCountersigners([act], (await log.sop()).document);
  const { seq, eventId } = await readLogStanding(log);
  return composeBatch(log.origin, [act], new Heads(() => ({ seq, eventId })), systemRandom);
}

async function withOpenHome(
  home: string,
  { language }: Output,
  work: (opened: OpenHome) => Promise<void>,
): Promise<void> {
  const config = readConfig({ ...process.env, SCELLE_HOME: home }, false);
  const { databaseUrl, migrationDatabaseUrl: ownerUrl } = config;
  const keyFile = join(config.home, 'log.key');
  const passphrase = config.logKeyPassphrase ?? (await readLogKeyPassphrase(language));
  const logKeys = await openLogKeys(keyFile, passphrase);
  const database = await makeDatabaseAvailable({ home: config.home, databaseUrl, ownerUrl });
  try {
    const log = await openLog({
      serviceUrl: database.serviceUrl,
      vaultFolder: join(config.home, 'vault'),
      filesFolder: join(config.home, 'files'),
      logKeys,
      now: Date.now,
      database: { maxConnections: 2 },
    });
    try {
      await work({ log, config, keyFile, passphrase });
    } finally {
      await log.close();
    }
  } finally {
    await database.stop();
  }
}
