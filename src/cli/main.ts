#!/usr/bin/env node
import { CommanderError } from 'commander';
import { ServiceProblem, ServiceUnreachable } from '../client/index.js';
import { ConfigError } from '../config.js';
import { SealedSecretError } from '../log/index.js';
import { describeProblem } from './describe-problem.js';
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
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof UsageError || error instanceof SealedSecretError || error instanceof ConfigError) {
    return exitStatus.usage;
  }
  if (error instanceof ServiceUnreachable) return exitStatus.unreachable;
  if (process.env.SCELLE_DEBUG !== undefined && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  return exitStatus.failed;
}
