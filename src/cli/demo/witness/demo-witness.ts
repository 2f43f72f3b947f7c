import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFileDurably } from '../../../disk/write-durably.js';
import { formatVerifierKey, type Policy, type VerifierKey } from '../../../log/index.js';
import { readLogPolicy } from '../../../store/read-log-policy.js';
import { makeWitnessHome } from '../../../witness/witness-home.js';
import { systemRandom } from '../../system-random.js';
import { DemoError } from '../narrator.js';
import type { DemoClock } from '../play.js';

/** What the policy of the demonstration calls its witness. */
const label = 'laboratory';
/** Where `scelle witness serve` listens when nothing else is said. */
const usualAddress = 'http://127.0.0.1:8421';

export interface DemoWitness {
  readonly key: VerifierKey;
  /** Address, without a slash at its end. */
  readonly url: string;
  /** Ends the process; the policy of the home then names the address where it is started by hand. */
  stop(): Promise<void>;
}

/**
 * Starts a witness with a key of its own in `witness` of the home folder, as a process of its own on the story's clock,
 * and writes the policy that names it: one log, one witness, and no quorum without it.
 */
export async function startDemoWitness(
  home: string,
  logKey: VerifierKey,
  clock: DemoClock,
): Promise<DemoWitness> {
  const folder = join(home, 'witness');
  const name = `witness.demo.scelle.example/${label}`;
  const key = await makeWitnessHome(folder, { name, logs: [logKey], passphrase: null, random: systemRandom });
  const { url, child } = await startProcess(folder);
  clock.tellMoves(now => {
    if (child.connected) child.send(now ?? 'today');
  });
  await writePolicy(home, logKey, key, url);
  return {
    key,
    url,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.disconnect();
        await ended;
      }
      await writePolicy(home, logKey, key, usualAddress);
    },
  };
}

/** The policy in the home folder, as the service reads it. */
export function readDemoPolicy(home: string, logKey: VerifierKey): Promise<Policy> {
  return readLogPolicy(join(home, 'policy.txt'), [logKey], false);
}

async function startProcess(folder: string): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const program = fileURLToPath(new URL('./witness-process.js', import.meta.url));
  const child = fork(program, [folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  const ended = once(child, 'exit').then(() => {
    throw new DemoError('the witness did not start');
  });
  ended.catch(() => {});
  const [url] = await Promise.race([once(child, 'message'), ended]);
  return { url: String(url), child };
}

function writePolicy(home: string, log: VerifierKey, witness: VerifierKey, url: string): Promise<void> {
  const lines = [
    `log ${formatVerifierKey(log)}`,
    `witness ${label} ${formatVerifierKey(witness)} ${url}`,
    `quorum ${label}`,
  ];
  return writeFileDurably(join(home, 'policy.txt'), `${lines.join('\n')}\n`);
}
