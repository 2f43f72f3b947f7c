import { CommanderError } from 'commander';
import { type Problem, ServiceProblem } from '../client/index.js';
import type { Language } from '../custody/text.js';
import { describeProblem } from './describe-problem.js';
import { explainError } from './explain-error.js';
import { languageOf } from './language.js';
import { exitStatus } from './output.js';
import { createProgram } from './program.js';
import { RefusedOnDevice } from './refused-on-device.js';

/** How the answer to one command is spoken. */
interface Spoken {
  readonly language: Language;
  readonly json: boolean;
}

/**
 * Runs one command as it was typed; `process.exitCode` tells how it ended. With `--json` standard output gets
 * exactly one line, whether the command was carried out, refused, used wrongly, or only asked what it is.
 */
export async function run(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const spoken = { language: languageOf(argv, environment), json: argv.includes('--json') };
  const help: string[] = [];
  try {
    const program = await createProgram(spoken.language, argv, text => help.push(text));
    await program.parseAsync(argv);
  } catch (error) {
    if (!(error instanceof CommanderError && error.exitCode === 0)) {
      process.exitCode = await report(error, spoken);
      return;
    }
    const text = help.join('');
    process.stdout.write(spoken.json ? `${JSON.stringify({ help: text })}\n` : text);
  }
}

/** What went wrong, for people, on standard error; the exit status tells a script. */
async function report(error: unknown, spoken: Spoken): Promise<number> {
  if (error instanceof CommanderError) {
    // It was told where it was found, with the command that explains it.
    answer({ error: error.message }, spoken);
    return exitStatus.usage;
  }
  if (error instanceof RefusedOnDevice) return reportRefusal(error, spoken);
  if (error instanceof ServiceProblem) return reportProblem(error.problem, spoken);
  const message = explainError(error)[spoken.language];
  process.stderr.write(`${message}\n`);
  answer({ error: message }, spoken);
  if (process.env.SCELLE_DEBUG !== undefined && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  // Knows every kind of error, so it loads the whole service: not before something failed.
  const { statusOfError } = await import('./status-of-error.js');
  return statusOfError(error);
}

function reportProblem(problem: Problem, spoken: Spoken): number {
  for (const line of describeProblem(problem, spoken.language)) process.stderr.write(`${line}\n`);
  answer({ error: problem.title, problem: problem.document }, spoken);
  return problem.status === 409 ? exitStatus.conflict : exitStatus.refused;
}

/** Whoever reads the first line only must not take it as done. */
function reportRefusal(refused: RefusedOnDevice, spoken: Spoken): number {
  const { language } = spoken;
  const say = (en: string, fr: string) => process.stderr.write(`${language === 'fr' ? fr : en}\n`);
  say('NOT DONE: refused on this device.', 'REFUSÉ sur cet appareil.');
  const status = reportProblem(refused.problem(language), spoken);
  say(
    'Nothing was signed or kept. Correct it and give the command again.',
    "Rien n'a été signé ni gardé. Corrigez et redonnez la commande.",
  );
  return status;
}

/** With `--json` a failure is one line too. */
function answer(value: unknown, { json }: Spoken): void {
  if (json) process.stdout.write(`${JSON.stringify(value)}\n`);
}
