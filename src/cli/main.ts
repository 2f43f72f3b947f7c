#!/usr/bin/env node
import { CommanderError } from 'commander';
import { type Problem, ServiceProblem } from '../client/index.js';
import { describeProblem } from './describe-problem.js';
import { explainError } from './explain-error.js';
import { exitStatus } from './output.js';
import { createProgram, languageOf } from './program.js';
import { RefusedOnDevice } from './refused-on-device.js';

const language = languageOf(process.argv, process.env);
const json = process.argv.includes('--json');

try {
  await (await createProgram(language, process.argv)).parseAsync();
} catch (error) {
  process.exitCode = await report(error);
}

/** What went wrong, for people, on standard error; the exit status tells a script. */
async function report(error: unknown): Promise<number> {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitStatus.done;
    answer({ error: error.message });
    return exitStatus.usage;
  }
  if (error instanceof RefusedOnDevice) return reportProblem(error.problem(language));
  if (error instanceof ServiceProblem) return reportProblem(error.problem);
  const message = explainError(error)[language];
  process.stderr.write(`${message}\n`);
  answer({ error: message });
  if (process.env.SCELLE_DEBUG !== undefined && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  // Knows every kind of error, so it loads the whole service: not before something failed.
  const { statusOfError } = await import('./status-of-error.js');
  return statusOfError(error);
}

function reportProblem(problem: Problem): number {
  for (const line of describeProblem(problem, language)) process.stderr.write(`${line}\n`);
  answer({ error: problem.title, problem: problem.document });
  return problem.status === 409 ? exitStatus.conflict : exitStatus.refused;
}

/** With `--json` a failure is one line too. */
function answer(value: unknown): void {
  if (json) process.stdout.write(`${JSON.stringify(value)}\n`);
}
