import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Bag,
  type Held,
  type Verdict,
  type VerifyOptions,
  verifyExport,
} from '../../src/verify/index.js';
import type { Files } from './bag-files.js';
import { zipFiles } from './zip-files.js';

/** Names the folder that exports are left in for another verifier; absent: none is kept. */
export const keptExports = 'SCELLE_KEEP_EXPORTS';

/** An export that a test verified, with what it was verified with and what was said. */
export interface KeptExport {
  readonly zip: string;
  readonly policy: string | null;
  readonly known: readonly (string | Exclude<Held, string | Uint8Array>)[];
  readonly verdict: Verdict;
}

/**
 * As `verifyExport`. Where a folder is named, the export is left in it too, so that another verifier can be asked about
 * the very same.
 * @param zip its bytes, where it is in a ZIP that was made by hand
 */
export async function verifyKept(bag: Bag, options: VerifyOptions, zip?: Uint8Array): Promise<Verdict> {
  const verdict = await verifyExport(bag, options);
  const folder = process.env[keptExports];
  if (folder !== undefined) await keep(folder, { bag, options, verdict, zip });
  return verdict;
}

async function keep(
  folder: string,
  {
    bag,
    options: { policy, known = [] },
    verdict,
    zip,
  }: { bag: Bag; options: VerifyOptions; verdict: Verdict; zip: Uint8Array | undefined },
): Promise<void> {
  const name = join(folder, randomUUID());
  await writeFile(`${name}.zip`, zip ?? (await zipFiles(await filesIn(bag), 0)));
  const kept: KeptExport = {
    zip: `${name}.zip`,
    policy: policy instanceof Uint8Array ? Buffer.from(policy).toString('utf8') : policy,
    known: known.map(held => (held instanceof Uint8Array ? Buffer.from(held).toString('utf8') : held)),
    verdict,
  };
  // Whoever looks for exports while they are made finds none that is not there yet.
  await writeFile(`${name}.part`, JSON.stringify(kept));
  await rename(`${name}.part`, `${name}.json`);
}

async function filesIn(bag: Bag): Promise<Files> {
  const files: Files = new Map();
  for await (const { path } of bag.list()) {
    const parts: Uint8Array[] = [];
    for await (const part of bag.open(path)) parts.push(part);
    files.set(path, new Uint8Array(Buffer.concat(parts)));
  }
  return files;
}
