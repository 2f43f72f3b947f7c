import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { whileLocked } from '../../disk/while-locked.js';
import { writeFileDurably } from '../../disk/write-durably.js';
import { base64Text, type Policy } from '../../log/index.js';
import { isMissing } from '../home.js';
import { type Comparison, compareWithKept } from './compare.js';
import { openRemoteLog } from './remote-log.js';

export interface WatchedLog {
  readonly url: URL;
  readonly policy: Policy;
  /** File with the last checkpoint seen: the signed note as it is. */
  readonly state: string;
}

export interface Looked {
  readonly comparison: Comparison;
  /** The note that was kept before; null at the first look. */
  readonly kept: string | null;
  /** File with both notes, where they contradict each other or nothing shows that they do not. */
  readonly proof: string | null;
}

/**
 * Looks once. What follows from what was kept takes its place, durably; what contradicts it never does: both notes, and
 * the tiles that were read, go to a file beside it; where the log began otherwise, with what shows that from the two
 * notes alone. A crash leaves the older note, and the next look compares again.
 * @throws ServiceUnreachable; {FormatError} `checkpoint` where the kept note, or the first, is not signed by the log
 */
export async function lookOnce({ url, policy, state }: WatchedLog): Promise<Looked> {
  await mkdir(dirname(state), { recursive: true, mode: 0o700 });
  return whileLocked(`${state}.lock`, async () => {
    const kept = await readFile(state, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    const log = openRemoteLog(url);
    const comparison = await compareWithKept(log, policy, kept);
    const { kind, note } = comparison;
    if (kind === 'first' || kind === 'same' || kind === 'grown') {
      if (note !== kept) await writeFileDurably(state, note);
      return { comparison, kept, proof: null };
    }
    const proof = `${state}.${kind}.json`;
    const tiles = Object.fromEntries([...log.tilesRead].map(([path, hashes]) => [path, base64Text(hashes)]));
    const begins = comparison.kind === 'forked' && comparison.begins !== null ? comparison.begins : null;
    const beginning =
      begins === null
        ? {}
        : { begins: base64Text(begins.root), consistency: begins.consistency.map(base64Text) };
    const found = { v: 1, kind, url: url.href, kept, found: note, ...beginning, tiles };
    await writeFileDurably(proof, `${JSON.stringify(found, null, 2)}\n`);
    return { comparison, kept, proof };
  });
}
