import { readdir, readFile, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

const lookMs = 200;

/** The most memory that processes had, as the operating system counts it, in MiB. */
export interface PeakMemory {
  /** Of the process itself. */
  readonly own: number;
  /** Of the largest of the processes that it started; 0 where there was none. */
  readonly child: number;
}

/**
 * Watches a process and those that it starts, by /proc of Linux: the highest resident set of each (VmHWM), which the
 * kernel keeps between two looks, forgotten for the process itself at the beginning. What a child grew by after the last
 * look at it is not seen.
 * @returns ends the watch
 */
export async function watchMemory(pid: number): Promise<() => Promise<PeakMemory>> {
  await writeFile(`/proc/${pid}/clear_refs`, '5');
  let child = 0;
  let ended = false;
  const others = new Set<string>();
  const looking = (async () => {
    while (!ended) {
      for (const one of await childrenOf(pid, others)) child = Math.max(child, await peakOf(one));
      await setTimeout(lookMs);
    }
  })();
  return async () => {
    ended = true;
    await looking;
    return { own: await peakOf(pid), child };
  };
}

async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kibibytes = '0'] = /VmHWM:\s+(\d+) kB/.exec(status) ?? [];
  return Math.ceil(Number(kibibytes) / 1024);
}

/**
 * Processes whose parent is this one: the fourth field of `stat`, after a name that may hold anything.
 * @param others processes of somebody else, which are not looked at again
 */
async function childrenOf(parent: number, others: Set<string>): Promise<readonly number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name) || others.has(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const [, of = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (Number(of) === parent) found.push(Number(name));
    else others.add(name);
  }
  return found;
}
