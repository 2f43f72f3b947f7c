import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Test } from 'tap';
import type { DemoStep } from '../../src/cli/demo/narrator.js';

const program = join(import.meta.dirname, '../../src/cli/main.js');

/** What `scelle --json demo` prints. */
export interface DemoResult {
  readonly origin: string;
  readonly steps: readonly DemoStep[];
  readonly receipt: { readonly index: number; readonly size: number; readonly origin: string };
  readonly files: { readonly uploaded: number; readonly owed: number };
  readonly url?: string;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly process: ChildProcess;
  /** Resolves when standard output or standard error holds this; rejects where the command ends before. */
  says(text: string): Promise<void>;
  readonly ended: Promise<Ended>;
  /** What it said so far. */
  stdout(): string;
  stderr(): string;
}

/** Runs `scelle` with these words in a process of its own. */
export function runDemoCommand(
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): RunningCommand {
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  const listeners = new Set<() => void>();
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => resolve({ code, ...said }));
  });
  return {
    process: child,
    ended,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    says: text =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (said.stdout.includes(text) || said.stderr.includes(text)) resolve();
        };
        listeners.add(look);
        look();
        void ended.then(({ stderr }) => reject(new Error(`it ended without saying ${text}: ${stderr}`)));
      }),
  };
}

/** A folder that is removed after the test. */
export async function temporaryFolder(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scelle-demo-test-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
