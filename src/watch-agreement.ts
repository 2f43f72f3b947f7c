import { type ReadyParts, requireReady } from './store/appender/agreement.js';
import { AppendUnavailable, EventsMissing, OldBackupRestored } from './store/appender/outcome.js';
import { VaultError } from './store/vault.js';

/** Where it is told; an operator reads it, and what he alarms on. */
interface AgreementTold {
  error(record: object, message: string): void;
  info(record: object, message: string): void;
}

type Standing =
  | 'agrees'
  | 'events-missing'
  | 'old-backup-restored'
  | 'state-changed'
  | 'log-key'
  | 'vault'
  | 'database';

/**
 * Looks whether the database goes on from what was signed, and tells each change once: at the start where it does not,
 * when it stops doing so, and when it does again. A service that refuses every append says so without being asked.
 */
export function watchAgreement(log: ReadyParts, told: AgreementTold) {
  let before: Standing = 'agrees';
  return async (): Promise<void> => {
    const { standing, record } = await look();
    if (standing === before) return;
    before = standing;
    if (standing === 'agrees') told.info(record, 'database and vault agree again: appends are accepted');
    else told.error({ reason: standing, ...record }, refusing[standing]);
  };

  async function look(): Promise<{ readonly standing: Standing; readonly record: object }> {
    try {
      return { standing: 'agrees', record: { size: (await requireReady(log)).size } };
    } catch (err) {
      if (err instanceof OldBackupRestored)
        return { standing: 'old-backup-restored', record: { ...err.sizes, err } };
      if (err instanceof EventsMissing) return { standing: 'events-missing', record: { err } };
      if (err instanceof AppendUnavailable && (err.reason === 'log-key' || err.reason === 'state-changed'))
        return { standing: err.reason, record: { err } };
      return { standing: err instanceof VaultError ? 'vault' : 'database', record: { err } };
    }
  }
}

const refusing: Readonly<Record<Exclude<Standing, 'agrees'>, string>> = {
  'old-backup-restored':
    'every append is refused: an old backup was restored. Reads are served. See `scelle log recover --help`',
  'events-missing':
    'events that were signed are gone from the database: the service is not ready. See `scelle fsck --help`',
  'state-changed':
    'what is stored of officers or of the log is not what signed events say: acts that rest on it are refused. See `scelle fsck --help`, `scelle rebuild --help`',
  'log-key': 'every append is refused: the key file does not hold a key that signs for the log now',
  vault: 'every append is refused: the checkpoint vault cannot be read',
  database: 'every append is refused: the database cannot be read',
};
