import { FoundingFileError, ServiceUnreachable } from '../client/index.js';
import { ConfigError } from '../config.js';
import { ListenError } from '../listen.js';
import { SealedSecretError } from '../log/index.js';
import { FoundingError } from '../store/appender/found-log.js';
import { DatabaseSetupError } from '../store/database-setup.js';
import { SopDocumentError } from '../store/keep-sop-documents.js';
import { LogKeyError } from '../store/log-key-file.js';
import { isFileRefused } from './explain-error.js';
import { exitStatus } from './output.js';
import { UsageError } from './usage-error.js';

/** What whoever typed the command, or set up the machine, has to change. */
const usageErrors = [
  UsageError,
  SealedSecretError,
  ConfigError,
  ListenError,
  LogKeyError,
  SopDocumentError,
  DatabaseSetupError,
  FoundingFileError,
  FoundingError,
] as const;

/** Exit status of an error that is no answer of the rules or of the service. */
export function statusOfError(error: unknown): number {
  const away = error instanceof DatabaseSetupError && error.fault === 'unreachable';
  if (away || error instanceof ServiceUnreachable) return exitStatus.unreachable;
  const usage = isFileRefused(error) || usageErrors.some(kind => error instanceof kind);
  return usage ? exitStatus.usage : exitStatus.failed;
}
