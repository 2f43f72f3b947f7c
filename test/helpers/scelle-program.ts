import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Test } from 'tap';

const program = join(import.meta.dirname, '../../src/cli/main.js');

export interface ProgramRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramPlace {
  /** Working folder. */
  readonly cwd: string;
  /** On top of an environment that says nothing of us. */
  readonly env?: Readonly<Record<string, string>>;
  /** Node's own flags: the program then runs without what the test runner loads into every child, which takes memory. */
  readonly flags?: readonly string[];
}

/** Runs `scelle …` to its end, as somebody at a terminal of his own. */
export async function runScelle(args: readonly string[], place: ProgramPlace): Promise<ProgramRun> {
  const child = start(args, place);
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const [status] = await once(child, 'close');
  return { status: Number(status), stdout: stdout(), stderr: stderr() };
}

/** As `runScelle --json`, for a run that must succeed: what it printed. */
export async function scelleJson(args: readonly string[], place: ProgramPlace) {
  const run = await runScelle(['--json', ...args], place);
  if (run.status !== 0)
    throw new Error(`scelle ${args.join(' ')}: ${run.status}\n${run.stdout}${run.stderr}`);
  return JSON.parse(run.stdout);
}

/** A command that runs on; killed at the end of the test. */
export function startProgram(t: Test, args: readonly string[], place: ProgramPlace) {
  const child = start(args, place);
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const ended = once(child, 'close').then(([status]) => ({ status: Number(status) }));
  t.teardown(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, stdout, stderr, ended };
}

export interface ServiceProcess {
  readonly child: ChildProcess;
  /** What `scelle serve --json` printed once it listened. */
  readonly started: {
    readonly url: string;
    readonly origin: string;
    readonly logKey: string;
    readonly size: number;
  };
  /** Everything on standard error so far: its log. */
  log(): string;
  /** Sends a signal and waits for the end; the exit status, null where the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `scelle serve` and waits until it listens; killed at the end of the test. */
export async function startScelle(
  t: Pick<Test, 'teardown'>,
  args: readonly string[],
  place: ProgramPlace,
): Promise<ServiceProcess> {
  const child = start(['--json', ...args], place);
  const closed = once(child, 'close');
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  t.teardown(async () => {
    child.kill('SIGKILL');
    await closed;
  });
  const listening = (async () => {
    while (!stdout().includes('\n')) await once(child.stdout ?? child, 'data');
  })();
  const ended = closed.then(([status]) => {
    throw new Error(`scelle ${args.join(' ')} ended with ${status} before it listened\n${stderr()}`);
  });
  ended.catch(() => {});
  await Promise.race([listening, ended]);
  return {
    child,
    started: JSON.parse(stdout()),
    log: stderr,
    async end(signal) {
      child.kill(signal);
      const [status] = await closed;
      return status;
    },
  };
}

function start(args: readonly string[], { cwd, env = {}, flags }: ProgramPlace) {
  const { PATH = '', HOME = '' } = process.env;
  const [command = '', ...words] = [
    ...(flags === undefined ? [] : ['env', '-u', 'NODE_OPTIONS']),
    ...[process.execPath, ...(flags ?? []), program, ...args],
  ];
  return spawn(command, words, {
    cwd,
    env: { PATH, HOME, LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (part: string) => {
    text += part;
  });
  return () => text;
}
