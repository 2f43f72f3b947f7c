import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type AskingWitnesses, askWitnesses } from './ask-witnesses.js';
import type { TimestampSettings } from './config.js';
import { removeAbandonedWork } from './disk/working-folder.js';
import { type AppParts, buildApp } from './http/app.js';
import { removeExpired } from './http/files/remove-expired.js';
import { listen } from './listen.js';
import { parseVerifierKey, type VerifierKey } from './log/index.js';
import { OperatorDuties } from './operator-duties.js';
import { readAuthority, stampCheckpoint, stampWhenDue } from './stamp-checkpoint.js';
import type { ConfigurationParts } from './store/administration/note-configuration.js';
import { signWhenDue } from './store/appender/daily-checkpoint.js';
import { OldBackupRestored } from './store/appender/outcome.js';
import { handInSop } from './store/keep-sop-documents.js';
import { openLogKeys } from './store/log-key-file.js';
import { type OpenLog, openLog } from './store/open-log.js';
import { periodically } from './store/periodically.js';
import { readLogPolicy } from './store/read-log-policy.js';
import { readLogStanding } from './store/read-log-standing.js';
import type { ServiceKey } from './store/service-officer/service-officer.js';
import type { AuthorityParts } from './timestamp/ask-authority.js';
import { toldPolicy } from './told-configuration.js';
import { watchAgreement } from './watch-agreement.js';
import { OutsideWatch } from './watch-outside.js';

export interface ServerOptions {
  /** Folder with the log's key, its vault and its files. */
  readonly home: string;
  /** Connection of the service's role to a database that is up to date. */
  readonly serviceUrl: string;
  readonly databaseConnections?: number;
  readonly host: string;
  readonly port: number;
  readonly logKeyPassphrase: string | null;
  /** Policy with the log's witnesses; null: `policy.txt` in `home`, where there is one. */
  readonly policyFile?: string | null;
  /** RFC 3161 authority that stamps a checkpoint a day. */
  readonly timestamping?: TimestampSettings | null;
  /** Requests a minute from one address; null: as many as the service allows by itself. */
  readonly requestsPerMinute?: number | null;
  readonly trustedProxyHops?: number;
  readonly metricsToken?: string | null;
  /** Largest file in bytes, and bytes an officer may send in a day; null: as the service has it by itself. */
  readonly fileBytes?: number | null;
  readonly uploadBytesPerDay?: number | null;
  /** Bytes of an SOP document that the log adopted and that is not at hand; null or absent: none is handed in. */
  readonly sop?: Uint8Array | null;
  /** Key of the officer who signs the service's own acts; null or absent: there is none. */
  readonly serviceKey?: ServiceKey | null;
  /** What the service was configured with, to be told in the log; absent: not told. */
  readonly configuration?: ConfigurationParts;
  readonly now: () => number;
  readonly logger: AppParts['logger'];
}

export interface RunningServer {
  /** Where it listens, e.g. `http://127.0.0.1:8420`. */
  readonly url: string;
  readonly origin: string;
  /** In force at the start. */
  readonly logKey: VerifierKey;
  /** Leaves under the last checkpoint at the start. */
  readonly size: number;
  /**
   * Gives the running service an officer of its own, and has him do what is due.
   * @throws ServiceOfficerError where the key is not that of an officer in role OPS
   */
  appoint(key: ServiceKey): Promise<void>;
  /** Takes no more, finishes what waits, then closes everything but the database. */
  stop(): Promise<void>;
}

const checkpointLookMs = 60_000;
const agreementLookMs = 10_000;
const outsideLookMs = 60_000;
const expiryLookMs = 600_000;
const timestampLookMs = 600_000;
const dutiesLookMs = 60_000;

/**
 * Opens the log and starts the service. What was opened is closed again where a step fails.
 * @throws LogKeyError, LogPolicyError, NoLogError, VaultError, SopDocumentError, ListenError
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { home, serviceUrl, now, databaseConnections: maxConnections } = options;
  const logKeys = await openLogKeys(join(home, 'log.key'), options.logKeyPassphrase);
  const { policyFile = null } = options;
  const policy = await readLogPolicy(
    policyFile ?? join(home, 'policy.txt'),
    logKeys.held.map(({ key }) => key),
    policyFile === null,
  );
  const authority = await readAuthority(options.timestamping ?? null);
  const log = await openLog({
    serviceUrl,
    vaultFolder: join(home, 'vault'),
    filesFolder: join(home, 'files'),
    logKeys,
    policy,
    now,
    ...(maxConnections === undefined ? {} : { database: { maxConnections } }),
  });
  try {
    if (options.sop) await handInSop(log, options.sop);
    // Without it nothing can be shown or judged: whoever starts the service is told what helps.
    await log.sop();
    let witnesses: AskingWitnesses | null = null;
    let outside: OutsideWatch | null = null;
    const app = await buildApp({
      log,
      ...appOptions(options),
      stamp: authority === null ? null : checkpoint => stampCheckpoint(log, authority, checkpoint, Date.now),
      witnesses: () => witnesses?.asking.standings ?? [],
      outside: () => outside?.standing ?? null,
    });
    outside = new OutsideWatch(log, app.log);
    await outside.look();
    const lookAtAgreement = watchAgreement(log, app.log);
    await lookAtAgreement();
    await signCheckpoint(log, app);
    const duties = new OperatorDuties(log, app.log);
    if (options.serviceKey) await duties.appoint(options.serviceKey);
    const url = await listen(app, options);
    await duties.begin(options.home, toldOf(options, log));
    await removeExpiredFiles(log, app);
    witnesses = askWitnesses(log, home, app.log);
    const endLooking = [
      witnesses.stop,
      periodically(agreementLookMs, lookAtAgreement),
      periodically(outsideLookMs, () => outside?.look() ?? Promise.resolve()),
      periodically(checkpointLookMs, () => signCheckpoint(log, app)),
      periodically(expiryLookMs, () => removeExpiredFiles(log, app)),
      ...(authority === null
        ? []
        : [periodically(timestampLookMs, () => stampDaily(log, authority, app), true)]),
      periodically(dutiesLookMs, () => duties.look()),
    ];
    const { size } = await log.vault.read();
    return {
      url,
      origin: log.origin,
      logKey: parseVerifierKey((await readLogStanding(log)).state.logKey, 'key'),
      size,
      async appoint(key) {
        await duties.appoint(key);
        await duties.look();
      },
      async stop() {
        await Promise.all(endLooking.map(end => end()));
        await app.close();
        await log.close();
      },
    };
  } catch (error) {
    await log.close();
    throw error;
  }
}

function toldOf({ configuration }: ServerOptions, { policy }: OpenLog): ConfigurationParts | null {
  return configuration === undefined ? null : { ...configuration, ...toldPolicy(policy) };
}

function appOptions(options: ServerOptions) {
  const { logger, trustedProxyHops = 0, metricsToken = null } = options;
  const { requestsPerMinute = null, fileBytes = null, uploadBytesPerDay = null } = options;
  return {
    logger,
    trustedProxyHops,
    metricsToken,
    limits: {
      ...(requestsPerMinute === null ? {} : { requestsPerMinute }),
      ...(fileBytes === null ? {} : { fileBytes }),
      ...(uploadBytesPerDay === null ? {} : { uploadBytesPerDay }),
    },
  };
}

/** A checkpoint that cannot be signed now is told and tried again; what can be read is shown meanwhile. */
async function signCheckpoint({ appender, now }: OpenLog, { log }: FastifyInstance): Promise<void> {
  try {
    const signed = await signWhenDue({
      sign: () => appender.signCheckpoint(),
      signedAt: () => appender.checkpointAt,
      now,
    });
    if (signed !== null) log.info({ size: signed.size }, 'checkpoint signed');
  } catch (error) {
    // That is told once, by who looks for it.
    if (error instanceof OldBackupRestored) return;
    log.error(error, 'no checkpoint could be signed');
  }
}

/** A checkpoint that is not stamped now is told and tried again; nothing waits for it. */
async function stampDaily(log: OpenLog, authority: AuthorityParts, app: FastifyInstance): Promise<void> {
  try {
    const size = await stampWhenDue(log, authority, Date.now);
    if (size !== null) app.log.info({ size }, 'checkpoint time-stamped');
  } catch (error) {
    app.log.error(error, 'no time-stamp of the checkpoint was had');
  }
}

/** What cannot be removed now is told and removed another time. */
async function removeExpiredFiles(openLog: OpenLog, { log }: FastifyInstance): Promise<void> {
  try {
    await removeAbandonedWork();
    const files = await removeExpired(openLog, Date.now());
    if (files > 0) log.info({ files }, 'files that nothing names were removed');
  } catch (error) {
    log.error(error, 'expired files could not be removed');
  }
}
