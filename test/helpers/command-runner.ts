import { run } from '../../src/cli/run.js';

/**
 * A process that runs one command after another, each as if it were a process of its own: a hundred starts of the
 * program would take minutes. Commands come as messages and go back as what they printed and how they ended.
 */
export interface CommandToRun {
  readonly args: readonly string[];
}

export interface CommandRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

process.on('message', async ({ args }: CommandToRun) => {
  const out: string[] = [];
  const err: string[] = [];
  process.stdout.write = collectInto(out);
  process.stderr.write = collectInto(err);
  process.exitCode = 0;
  await run(['node', 'scelle', ...args], process.env);
  const ran: CommandRun = { code: Number(process.exitCode), stdout: out.join(''), stderr: err.join('') };
  process.exitCode = 0;
  process.send?.(ran);
});

function collectInto(parts: string[]): typeof process.stdout.write {
  return (chunk: string | Uint8Array) => {
    parts.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
    return true;
  };
}
