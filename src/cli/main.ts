#!/usr/bin/env node
import { CommanderError } from 'commander';
import { ServiceProblem, ServiceUnreachable } from '../client/index.js';
import { ConfigError } from '../config.js';
import { SealedSecretError } from '../log/index.js';
import { ListenError } from '../server.js';
import { DatabaseSetupError } from '../store/database-setup.js';
import { LogKeyError } from '../store/log-key-file.js';
import { describeProblem } from './describe-problem.js';
import { explainError } from './explain-error.js';
import { exitStatus } from './output.js';
import { createProgram, languageOf } from './program.js';
import { UsageError } from './usage-error.js';

const language = languageOf(process.argv, process.env);

try {
  await createProgram(language).parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** What went wrong, for people, on standard error; the exit status tells a script. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.done : exitStatus.usage;
  if (error instanceof ServiceProblem) {
    for (const line of describeProblem(error.problem, language)) process.stderr.write(`${line}\n`);
    return error.problem.status === 409 ? exitStatus.conflict : exitStatus.refused;
  }
  process.stderr.write(`${explainError(error)[language]}\n`);
  if (process.env.SCELLE_DEBUG !== undefined && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  return statusOf(error);
}

/** What whoever typed the command, or set up the machine, has to change. */
const usageErrors = [
  UsageError,
  SealedSecretError,
  ConfigError,
  ListenError,
  LogKeyError,
  DatabaseSetupError,
] as const;

function statusOf(error: unknown): number {
  const away = error instanceof DatabaseSetupError && error.fault === 'unreachable';
  if (away || error instanceof ServiceUnreachable) return exitStatus.unreachable;
  return usageErrors.some(kind => error instanceof kind) ? exitStatus.usage : exitStatus.failed;
}
