import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Closure } from '../closure.js';
import { base64, canonical, type JsonMembers, sha256 } from './bytes.js';
import type { ForgedLog } from './forged-log.js';
import { consistencyProofOf, tilesOf } from './tree.js';

/** What a forged export holds; every file can be replaced by another, or left out with `null`. */
export interface ForgedBag {
  /** Tree size; the whole log without it. */
  readonly size?: number;
  /** A partial export of these; the whole log without it. */
  readonly part?: Closure;
  /** Attached files and SOP documents. */
  readonly files?: readonly Uint8Array[];
  /** Sizes of checkpoints the receiver holds. */
  readonly consistentWith?: readonly number[];
  /** `checkpoint.tsr`. */
  readonly token?: Uint8Array;
  readonly checkpoint?: string;
  readonly heads?: ReadonlyMap<string, string | null>;
  /** Leaves out these disclosures. */
  readonly withheld?: ReadonlySet<string>;
  /** By path under `data/`: other bytes, or null for none. The manifests agree with what is written. */
  readonly instead?: ReadonlyMap<string, Uint8Array | string | null>;
}

/** Writes an export (log-format section 11) into a new folder, with manifests that agree. */
export async function writeForgedBag(folder: string, log: ForgedLog, bag: ForgedBag = {}): Promise<void> {
  for (const [path, bytes] of forgedBag(log, bag)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

/** The same, by path. */
export function forgedBag(log: ForgedLog, bag: ForgedBag = {}): ReadonlyMap<string, Uint8Array> {
  const data = new Map<string, Uint8Array | string>(dataFiles(log, bag));
  for (const [path, bytes] of bag.instead ?? []) {
    if (bytes === null) data.delete(path);
    else data.set(path, bytes);
  }
  return bagOf(data, log.entries[(bag.size ?? log.size) - 1]?.receivedAt ?? 0);
}

/**
 * A bag of these files, with manifests that agree.
 * @param data by path under `data/`
 * @param date Bagging-Date, ms since 1970
 */
export function bagOf(
  data: ReadonlyMap<string, Uint8Array | string>,
  date: number,
): ReadonlyMap<string, Uint8Array> {
  const payload = new Map([...data].map(([path, bytes]) => [`data/${path}`, bytes] as const));
  const tags = new Map<string, Uint8Array | string>([
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['bag-info.txt', `Bagging-Date: ${new Date(date).toISOString().slice(0, 10)}\n`],
    ['manifest-sha256.txt', manifestOf(payload)],
  ]);
  const all = [...payload, ...tags, ['tagmanifest-sha256.txt', manifestOf(tags)] as const];
  return new Map(all.map(([path, bytes]) => [path, Buffer.from(bytes)]));
}

function* dataFiles(log: ForgedLog, bag: ForgedBag): Generator<[string, Uint8Array | string]> {
  const { size = log.size, part, files = [], consistentWith = [], token } = bag;
  const checkpoint = bag.checkpoint ?? log.checkpoint(size);
  const indices =
    part?.indices.filter(index => index < size) ?? Array.from({ length: size }, (_, index) => index);
  const root = base64(log.root(size));
  yield ['log.json', `${canonical({ v: 1, origin: log.origin, size, root, complete: part === undefined })}`];
  yield ['policy.txt', log.policy()];
  yield ['checkpoint', checkpoint];
  if (token !== undefined) yield ['checkpoint.tsr', token];
  yield ['events.ndjson', indices.map(index => eventLine(log, index, bag)).join('')];
  yield ['subjects.ndjson', subjectLines(log, indices, size, bag)];
  if (part === undefined)
    yield* tilesOf(log.hashes(size)).map(([path, bytes]): [string, Buffer] => [path, bytes]);
  else for (const index of indices) yield [`proof/${index}.tlog-proof`, log.proof(index, size, checkpoint)];
  for (const old of consistentWith) {
    const proof = consistencyProofOf(log.hashes(size), old);
    yield [`consistency/${old}`, proof.map(hash => `${base64(hash)}\n`).join('')];
  }
  for (const bytes of files) yield [`file/${sha256(bytes).toString('hex')}`, bytes];
}

function eventLine(log: ForgedLog, index: number, { withheld }: ForgedBag): string {
  const { leaf, jws, disclosures } = log.entries[index] ?? failOn(index);
  const told = disclosures.filter(disclosure => withheld?.has(disclosure) !== true);
  return `${canonical({ index, leaf: base64(leaf), jws, disclosures: told })}\n`;
}

function subjectLines(
  log: ForgedLog,
  indices: readonly number[],
  size: number,
  { part, heads }: ForgedBag,
): string {
  const inside = new Set(indices.map(index => String((log.entries[index] ?? failOn(index)).payload.subject)));
  const headOf = (subject: string): string | null => {
    const forged = heads?.get(subject);
    if (forged !== undefined) return forged;
    return part === undefined || part.whole.has(subject) ? log.head(subject, size) : null;
  };
  return [...inside]
    .sort()
    .map((subject): JsonMembers => ({ subject, salt: base64(log.saltOf(subject)), head: headOf(subject) }))
    .map(line => `${canonical(line)}\n`)
    .join('');
}

function manifestOf(files: ReadonlyMap<string, Uint8Array | string>): string {
  return [...files]
    .map(([path, bytes]) => `${sha256(bytes).toString('hex')}  ${path}\n`)
    .sort((one, other) => (one.slice(66) < other.slice(66) ? -1 : 1))
    .join('');
}

function failOn(index: number): never {
  throw new Error(`the forged log has no leaf ${index}`);
}
