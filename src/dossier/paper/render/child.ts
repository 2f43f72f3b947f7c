import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface ChildEnd {
  /** Exit code; the name of the signal where one ended it. */
  readonly end: number | string;
  readonly errors: string;
  /** The most memory it ever had, in MiB, as it said itself at its end; 0 where it did not come to that. */
  readonly peak: number;
}

/** The last line of a process: the operating system's count, buffers of native code included. */
export function peakLine(): string {
  return `{"peak":${Math.ceil(process.resourceUsage().maxRSS / 1024)}}\n`;
}

const errorLimit = 10_000;

/**
 * Runs a module of this folder as a process of its own and reads its lines. It gets nothing of our environment, and
 * is ended where it is silent for `silenceMs` or `signal` says so.
 *
 * @throws what `signal` carries as its reason
 */
export async function runChild(
  module: string,
  job: string,
  {
    silenceMs,
    signal,
    onLine,
  }: { silenceMs: number; signal?: AbortSignal | undefined; onLine: (line: string) => void },
): Promise<ChildEnd> {
  signal?.throwIfAborted();
  const child = spawn(
    process.execPath,
    [
      '--max-old-space-size=512',
      '--expose-gc',
      fileURLToPath(new URL(`./${module}.js`, import.meta.url)),
      job,
    ],
    { env: { LC_ALL: 'C', TZ: 'UTC' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const kill = () => child.kill('SIGKILL');
  let timer = setTimeout(kill, silenceMs);
  signal?.addEventListener('abort', kill, { once: true });
  let errors = '';
  let peak = 0;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-errorLimit);
  });
  createInterface({ input: child.stdout }).on('line', line => {
    clearTimeout(timer);
    timer = setTimeout(kill, silenceMs);
    const { peak: said } = JSON.parse(line) as { readonly peak?: number };
    if (said === undefined) onLine(line);
    else peak = said;
  });
  try {
    const end = await new Promise<number | string>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, name) => resolve(code ?? name ?? 'unknown'));
    });
    signal?.throwIfAborted();
    return { end, errors, peak };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
  }
}
