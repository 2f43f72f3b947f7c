import assert from 'node:assert/strict';
import {
  base64Bytes,
  checkLeaf,
  decodeLeaf,
  equalBytes,
  type HeadStatement,
  isCountersignature,
  leafHash,
  type PublicKey,
  parsePolicy,
  readEvent,
  readHeadStatement,
  rootOfLeaves,
  type SignedEvent,
  subjectTag,
  TILE_HASH_BYTES,
  TILE_WIDTH,
  tilePath,
  tilesOfSize,
  verifyCheckpoint,
  verifyReceipt,
} from '../../src/log/index.js';
import { keysIn } from './keys-in.js';
import { type MemoryBag, sha256Of } from './memory-bag.js';

interface ExportedEvent {
  readonly index: number;
  readonly leaf: string;
  readonly jws: string;
  readonly disclosures: readonly string[];
}

interface ExportedSubject {
  readonly subject: string;
  readonly salt: string;
  readonly head: string | null;
}

export interface ReadExport {
  readonly size: number;
  readonly events: readonly SignedEvent[];
  readonly indexes: readonly number[];
  readonly disclosures: number;
  /** Subjects with a head statement. */
  readonly whole: readonly string[];
  readonly single: readonly string[];
}

/** Reads an export back with the byte format's own functions, as log-format section 11 has it; throws where it is not so. */
export async function readExport(bag: MemoryBag, policyText: string): Promise<ReadExport> {
  checkManifests(bag);
  const policy = parsePolicy(policyText);
  const log: { complete: boolean; size: number; root: string } = JSON.parse(bag.text('data/log.json'));
  const note = bag.text('data/checkpoint');
  const checkpoint = await verifyCheckpoint(note, policy);
  assert.equal(checkpoint.size, log.size);
  assert.ok(equalBytes(checkpoint.root, base64Bytes(log.root, 'root')));
  const lines = linesOf<ExportedEvent>(bag, 'data/events.ndjson');
  const subjects = linesOf<ExportedSubject>(bag, 'data/subjects.ndjson');
  const salts = new Map(subjects.map(({ subject, salt }) => [subject, base64Bytes(salt, 'leaf')]));
  const keys = new Map<string, PublicKey>();
  const events: SignedEvent[] = [];
  for (const { jws, leaf } of lines) {
    for (const key of keysIn(jws)) keys.set(key.kid, key);
    const event = await readEvent(jws, kid => keys.get(kid));
    const salt = salts.get(event.subject) ?? new Uint8Array(32);
    checkLeaf(decodeLeaf(base64Bytes(leaf, 'leaf')), event, subjectTag(salt, event.subject));
    events.push(event);
  }
  const [logKey] = policy.logs;
  assert.ok(logKey !== undefined);
  const heads: HeadStatement[] = [];
  for (const { head } of subjects) if (head !== null) heads.push(await readHead(head, policyText));
  checkHeads(heads, lines, events, log);
  if (log.complete) checkTiles(bag, lines, log);
  else await checkProofs(bag, { lines, events, salts, keys, policyText, note });
  const whole = heads.map(({ subject }) => subject);
  const named = subjects.map(({ subject }) => subject);
  assert.deepEqual(
    named,
    [...new Set(events.map(({ subject }) => subject))].sort(),
    'one line a subject, sorted',
  );
  checkClosure(whole, events);
  return {
    size: log.size,
    events,
    indexes: lines.map(({ index }) => index),
    disclosures: lines.flatMap(({ disclosures }) => disclosures).length,
    whole,
    single: named.filter(subject => !whole.includes(subject)),
  };
}

/** RFC 8493: every payload file is in the manifest with its hash, every tag file in the tag manifest, and none else. */
function checkManifests(bag: MemoryBag): void {
  const hashes = bag.hashes();
  const tags = [...hashes.keys()].filter(path => !path.startsWith('data/'));
  assert.deepEqual([...tags].sort(), [
    'bag-info.txt',
    'bagit.txt',
    'manifest-sha256.txt',
    'tagmanifest-sha256.txt',
  ]);
  const listed = (paths: readonly string[]) =>
    [...paths]
      .sort()
      .map(path => `${hashes.get(path)}  ${path}\n`)
      .join('');
  assert.equal(bag.text('manifest-sha256.txt'), listed(bag.paths('data/')));
  assert.equal(bag.text('tagmanifest-sha256.txt'), listed(tags.filter(path => !path.startsWith('tagm'))));
  for (const path of bag.paths('data/file/')) {
    assert.equal(path, `data/file/${sha256Of(bag.files.get(path) ?? Buffer.alloc(0))}`);
  }
}

function linesOf<Line>(bag: MemoryBag, path: string): readonly Line[] {
  const text = bag.text(path);
  assert.ok(text.endsWith('\n'));
  return text
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line) as Line);
}

async function readHead(jws: string, policyText: string): Promise<HeadStatement> {
  const [logKey] = parsePolicy(policyText).logs;
  assert.ok(logKey !== undefined);
  return readHeadStatement(jws, logKey.key);
}

/** Section 9: exactly `seq` events of the subject are inside, the last of them the head, for size and root. */
function checkHeads(
  heads: readonly HeadStatement[],
  lines: readonly ExportedEvent[],
  events: readonly SignedEvent[],
  log: { readonly size: number; readonly root: string },
): void {
  assert.equal(new Set(heads.map(({ at }) => at)).size, 1, 'one time in all');
  for (const head of heads) {
    const own = events.flatMap((event, position) => (event.subject === head.subject ? [position] : []));
    assert.deepEqual(
      own.map(position => events[position]?.seq),
      own.map((_, place) => place + 1),
      head.subject,
    );
    const last = own.at(-1) ?? -1;
    assert.equal(head.seq, own.length);
    assert.equal(head.eventId, events[last]?.eventId);
    assert.ok(equalBytes(head.leafHash, leafHash(base64Bytes(lines[last]?.leaf ?? '', 'leaf'))));
    assert.equal(head.size, log.size);
    assert.ok(equalBytes(head.root, base64Bytes(log.root, 'root')));
  }
}

function checkTiles(
  bag: MemoryBag,
  lines: readonly ExportedEvent[],
  log: { readonly size: number; readonly root: string },
): void {
  const leaves = lines.map(({ leaf }) => leafHash(base64Bytes(leaf, 'leaf')));
  assert.deepEqual(
    lines.map(({ index }) => index),
    leaves.map((_, index) => index),
    'every leaf',
  );
  assert.equal(leaves.length, log.size);
  assert.ok(equalBytes(rootOfLeaves(leaves), base64Bytes(log.root, 'root')));
  const tiles = [...tilesOfSize(log.size)];
  assert.deepEqual([...bag.paths('data/tile/')].sort(), tiles.map(tile => `data/${tilePath(tile)}`).sort());
  for (const tile of tiles) {
    const span = TILE_WIDTH ** tile.level;
    const hashes = Array.from({ length: tile.width }, (_, place) => {
      const first = (tile.index * TILE_WIDTH + place) * span;
      return rootOfLeaves(leaves.slice(first, first + span));
    });
    const bytes = bag.files.get(`data/${tilePath(tile)}`);
    assert.equal(bytes?.length, tile.width * TILE_HASH_BYTES);
    assert.deepEqual(bytes, Buffer.concat(hashes));
  }
}

async function checkProofs(
  bag: MemoryBag,
  of: {
    readonly lines: readonly ExportedEvent[];
    readonly events: readonly SignedEvent[];
    readonly salts: ReadonlyMap<string, Uint8Array>;
    readonly keys: ReadonlyMap<string, PublicKey>;
    readonly policyText: string;
    readonly note: string;
  },
): Promise<void> {
  const { lines, events, salts, keys, policyText, note } = of;
  assert.equal(bag.paths('data/proof/').length, lines.length);
  for (const [position, { index, jws }] of lines.entries()) {
    const proof = bag.text(`data/proof/${index}.tlog-proof`);
    assert.ok(proof.endsWith(`\n\n${note}`), 'the same checkpoint byte for byte');
    const subjectSalt = salts.get(events[position]?.subject ?? '') ?? new Uint8Array();
    const verified = await verifyReceipt({ jws, proof, subjectSalt }, parsePolicy(policyText), kid =>
      keys.get(kid),
    );
    assert.equal(verified.index, index);
  }
}

/** Section 11: the log's own subject and that of everybody who signed something inside are there, whole. */
function checkClosure(whole: readonly string[], events: readonly SignedEvent[]): void {
  const isWhole = new Set(whole);
  assert.ok(whole.some(subject => subject.startsWith('log/')));
  for (const { actor } of events) assert.ok(isWhole.has(`officer/${actor.officer}`), actor.officer);
  const named = new Set(
    events
      .filter(({ subject }) => isWhole.has(subject))
      .flatMap(({ refs, body }) => [...refs, String(body.group)]),
  );
  for (const event of events) {
    if (isWhole.has(event.subject)) continue;
    const of = isCountersignature(event) ? String(event.body.eventId) : event.eventId;
    assert.ok(named.has(of), `${event.type} of ${event.subject} is named by what was asked for`);
  }
}
