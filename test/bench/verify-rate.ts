import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openFolderSink } from '../../src/audit/bag/folder-sink.js';
import { selectEvents } from '../../src/audit/selection.js';
import { writeExport } from '../../src/audit/write-export.js';
import { formatPolicy } from '../../src/log/index.js';
import { openLogKeys } from '../../src/store/log-key-file.js';
import { openLog } from '../../src/store/open-log.js';
import { filesAndSopDocuments } from '../../src/store/readers/snapshot/export-files.js';
import { withSnapshot } from '../../src/store/readers/snapshot/take-snapshot.js';
import { nothingNamed } from '../helpers/made-export.js';
import { scelleJson } from '../helpers/scelle-program.js';
import { type Rate, rateOf } from './append-rate.js';
import type { BenchService } from './bench-service.js';
import type { Signed } from './signature-worker.js';

export interface VerifyRates {
  /** `scelle verify` on an export of the whole log, from the start of the process to the verdict. */
  readonly verify: Rate;
  /** The signatures of the same events alone, on all cores. */
  readonly signatures: Rate;
  readonly cores: number;
}

/** The service has ended: nothing else runs. */
export async function measureVerify({ home, serviceUrl }: BenchService): Promise<VerifyRates> {
  const folder = join(home, 'audit');
  const policy = join(home, 'policy.txt');
  await exportLog(home, serviceUrl, folder, policy);
  const started = performance.now();
  const verdict = await scelleJson(['verify', folder, '--policy', policy], { cwd: home });
  const verify = rateOf(verdict.counts.events, started);
  return { verify, signatures: await measureSignatures(folder), cores: availableParallelism() };
}

async function exportLog(home: string, serviceUrl: string, folder: string, policy: string): Promise<void> {
  const logKeys = await openLogKeys(join(home, 'log.key'), null);
  const log = await openLog({
    serviceUrl,
    vaultFolder: join(home, 'vault'),
    filesFolder: join(home, 'files'),
    logKeys,
    now: Date.now,
  });
  try {
    await writeFile(policy, formatPolicy(log.policy));
    const { note } = await log.vault.read();
    const files = { find: filesAndSopDocuments(log.files, log.sopDocuments) };
    await withSnapshot(log.db, { origin: log.origin, subject: log.subject, note }, async snapshot => {
      const selection = await selectEvents(snapshot, { kind: 'LOG', ...nothingNamed });
      const content = {
        snapshot,
        selection,
        since: [],
        withheld: true,
        policy: formatPolicy(log.policy),
        files,
      };
      await writeExport({ ...content, signer: logKeys.first.signer }, await openFolderSink(folder));
    });
  } finally {
    await log.close();
  }
}

/** Every signature of the export once, and nothing else, by as many threads as there are cores. */
async function measureSignatures(folder: string): Promise<Rate> {
  const lines = (await readFile(join(folder, 'data/events.ndjson'), 'utf8')).trimEnd().split('\n');
  const events = lines.map(line => String(JSON.parse(line).jws));
  const keys = Object.fromEntries(events.flatMap(registeredKeys));
  const share = Math.ceil(events.length / availableParallelism());
  const shares = Array.from({ length: availableParallelism() }, (_, n) =>
    events.slice(n * share, (n + 1) * share),
  );
  const workers = shares.map(own => {
    const work: Signed = { events: own, keys };
    return new Worker(new URL('./signature-worker.js', import.meta.url), { workerData: work });
  });
  await Promise.all(workers.map(worker => nextMessage(worker)));
  const started = performance.now();
  for (const worker of workers) worker.postMessage('start');
  const verified = await Promise.all(workers.map(worker => nextMessage(worker)));
  const rate = rateOf(events.length, started);
  await Promise.all(workers.map(worker => worker.terminate()));
  const good = verified.reduce<number>((sum, count) => sum + Number(count), 0);
  if (good !== events.length) throw new Error(`${events.length - good} signatures are bad`);
  return rate;
}

function nextMessage(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function registeredKeys(jws: string): readonly [kid: string, jwk: object][] {
  const { type, subject, body } = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString());
  if (type === 'log.opened') return body.founders.map(({ officer, jwk }: Founder) => [officer, jwk]);
  return type === 'officer.key-registered' ? [[subject.slice('officer/'.length), body.jwk]] : [];
}

interface Founder {
  readonly officer: string;
  readonly jwk: object;
}
