import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a running server writes about itself into `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const politeMs = 30_000;
const urgentMs = 3_000;

/**
 * The live server of this data folder, or null. The file alone proves nothing: after `kill -9` it stays, and
 * its process number may belong to anybody by now. A server has the data folder as working directory.
 */
export async function findPostmaster(dataFolder: string): Promise<Postmaster | null> {
  let lines: string[];
  try {
    lines = (await readFile(join(dataFolder, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!(pid > 0) || !(await isServerProcess(pid, await realpath(dataFolder)))) return null;
  // The lines come one after another while the server starts; `ready` is the last.
  const port = Number(lines[3] ?? 0);
  return { pid, port, ready: lines[7]?.trim() === 'ready' };
}

/** A server that answers is asked to finish its work; one that hangs is only given the time to die. */
export type StopManner = 'polite' | 'urgent';

/** Stops a server, in the end by force. What was committed survives either way, by crash recovery. */
export async function stopPostmaster(pid: number, dataFolder: string, manner: StopManner): Promise<void> {
  const folder = await realpath(dataFolder);
  const polite = [['SIGINT', politeMs]] as const;
  for (const [signal, patienceMs] of [
    ...(manner === 'polite' ? polite : []),
    ['SIGQUIT', urgentMs],
    ['SIGKILL', urgentMs],
  ] as const) {
    if (!signalProcess(pid, signal)) return;
    const deadline = performance.now() + patienceMs;
    while (performance.now() < deadline) {
      if (!(await isServerProcess(pid, folder))) return;
      await sleep(20);
    }
  }
  throw new Error(`the PostgreSQL server of ${dataFolder} (process ${pid}) does not stop`);
}

/**
 * Ends what a killed server left behind: its children notice its death only when they next wait, and until
 * then no new server may touch the data (PostgreSQL refuses to start: "pre-existing shared memory block").
 */
export async function endOrphans(dataFolder: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const folder = await realpath(dataFolder);
  const deadline = performance.now() + urgentMs;
  for (;;) {
    let left = 0;
    for (const name of await readdir('/proc')) {
      const pid = Number(name);
      if (pid > 0 && (await isServerProcess(pid, folder)) && signalProcess(pid, 'SIGKILL')) left++;
    }
    if (left === 0) return;
    if (performance.now() > deadline) throw new Error(`processes of a killed server stay in ${dataFolder}`);
    await sleep(20);
  }
}

async function isServerProcess(pid: number, folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return signalProcess(pid, 0);
  try {
    // Both links are unreadable for a process that is gone, a zombie, or somebody else's.
    const [workingFolder, program] = await Promise.all([
      readlink(`/proc/${pid}/cwd`),
      readlink(`/proc/${pid}/exe`),
    ]);
    return workingFolder === folder && basename(program).startsWith('postgres');
  } catch {
    return false;
  }
}

function signalProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}
