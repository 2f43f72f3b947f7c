import { isMainThread } from 'node:worker_threads';
import { CommanderError, Option } from 'commander';
import { explainError, isFileRefused } from '../explain-error.js';
import { languageOf } from '../language.js';
import { createOutput, exitStatus } from '../output.js';
import { SpokenCommand } from '../spoken-command.js';
import { UsageError } from '../usage-error.js';
import { configureVerify } from './configure-verify.js';
import { serveExaminer } from './examiner-worker.js';
import { runVerify, type VerifyCommandOptions } from './run-verify.js';

/** `scelle-verify.mjs`: the verifier alone, which is its own worker too. */
async function run(argv: readonly string[]): Promise<void> {
  const language = languageOf(argv, process.env);
  const french = language === 'fr';
  const command = configureVerify(new SpokenCommand('scelle-verify', language), language)
    .option('--json', french ? 'résultat sur une seule ligne JSON' : 'result as exactly one line of JSON')
    .addOption(new Option('--lang <language>', french ? 'langue' : 'language').choices(['en', 'fr']))
    .exitOverride()
    .action(async (path: string | undefined, options: VerifyCommandOptions & { readonly json?: boolean }) => {
      await runVerify(path, options, createOutput(language, options.json === true), new URL(import.meta.url));
    });
  try {
    await command.parseAsync(argv);
  } catch (error) {
    process.exitCode = explain(error, language);
  }
}

function explain(error: unknown, language: 'en' | 'fr'): number {
  // It was told where it was found.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.done : exitStatus.usage;
  process.stderr.write(`${explainError(error)[language]}\n`);
  const usage = error instanceof UsageError || isFileRefused(error);
  return usage ? exitStatus.usage : exitStatus.failed;
}

if (isMainThread) await run(process.argv);
else serveExaminer();
