import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import {
  base64Bytes,
  checkLeaf,
  consistencyProof,
  decodeLeaf,
  equalBytes,
  hexText,
  leafHash,
  parsePolicy,
  parseTlogProof,
  peekEvent,
  readHeadStatement,
  rootOfLeaves,
  sha256,
  subjectTag,
  tilePath,
  tilesOfSize,
  verifyCheckpoint,
  verifyInclusionOfEvent,
} from '../../src/log/index.js';
import { closureOf } from '../helpers/closure.js';
import { ForgedLog, payloadOf } from '../helpers/forged/forged-log.js';
import { newForgedKey } from '../helpers/forged/keys.js';
import { consistencyProofOf } from '../helpers/forged/tree.js';
import { writeForgedBag } from '../helpers/forged/write-bag.js';
import { readKeptLog } from '../helpers/kept-log.js';
import { createTestFolder } from '../helpers/test-folder.js';

/*
 * The tree-writer of the tamper suite is made from the format alone. Where nothing is tampered with, what it writes is what
 * the program reads.
 */

const kept = await readKeptLog();
const events = kept.events.map(({ jws }) => peekEvent(jws));
const witness = { name: 'witness.test.example', key: newForgedKey('Ed25519') };
const log = new ForgedLog(events[0]?.log ?? '', newForgedKey('Ed25519'), [witness], kept.salts);
for (const { jws, disclosures, leaf } of kept.events) {
  const { receivedAt } = decodeLeaf(base64Bytes(leaf, 'leaf'));
  log.lay({ jws, disclosures, receivedAt });
}
const policy = parsePolicy(log.policy());
const logKey = policy.logs[0]?.key;

t.test('sections 3 to 5: leaves, root, checkpoint and cosignature', async t => {
  for (const [index, { leaf, jws }] of log.entries.entries()) {
    const event = events[index] ?? peekEvent(jws);
    checkLeaf(decodeLeaf(leaf), event, subjectTag(log.saltOf(event.subject), event.subject));
    t.ok(equalBytes(leafHash(leaf), log.hashes()[index] ?? new Uint8Array()));
  }
  const { size, root, cosignatures } = await verifyCheckpoint(log.checkpoint(), policy);
  t.equal(size, kept.events.length);
  t.ok(equalBytes(root, rootOfLeaves(log.hashes())));
  t.equal(cosignatures.length, 1);
});

t.test('sections 7, 9 and RFC 9162: proofs and head statements', async t => {
  const index = 700;
  const entry = log.entries[index];
  const subject = String(payloadOf(entry?.jws ?? '').subject);
  const proof = { proof: log.proof(index), subjectSalt: log.saltOf(subject) };
  const shown = await verifyInclusionOfEvent(events[index] ?? peekEvent(''), proof, policy);
  t.equal(shown.index, index);
  if (logKey === undefined) throw new Error('no log key');
  const head = await readHeadStatement(log.head(subject), logKey);
  t.equal(head.seq, events.filter(event => event.subject === subject).length);
  for (const old of [1, 2, 255, 256, 700, log.size]) {
    t.same(consistencyProofOf(log.hashes(), old).map(hexText), proofOf(old).map(hexText), `from ${old}`);
  }
});

function proofOf(old: number): readonly Uint8Array[] {
  const hashes = log.hashes();
  return consistencyProof(old, hashes.length, ({ level, index }) =>
    rootOfLeaves(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level)),
  );
}

t.test('section 11: a bag of the whole log, and one of an item', async t => {
  const folder = await createTestFolder(t);
  await writeForgedBag(join(folder, 'whole'), log, { files: [Buffer.from('DEMO')] });
  await checkManifests(t, join(folder, 'whole'));
  const tiles = [...tilesOfSize(log.size)].map(tile => `data/${tilePath(tile)}`).sort();
  t.same(
    (await filesIn(join(folder, 'whole'))).filter(path => path.startsWith('data/tile/')),
    tiles,
  );

  const item = events.find(({ type }) => type === 'evidence.registered')?.subject ?? '';
  const part = closureOf(events, [item]);
  await writeForgedBag(join(folder, 'part'), log, { part });
  await checkManifests(t, join(folder, 'part'));
  const lines = (await readFile(join(folder, 'part/data/events.ndjson'), 'utf8')).trimEnd().split('\n');
  t.same(
    lines.map(line => JSON.parse(line).index),
    part.indices,
  );
  const proof = await readFile(join(folder, `part/data/proof/${part.indices.at(-1)}.tlog-proof`), 'utf8');
  t.equal(parseTlogProof(proof).index, part.indices.at(-1));
});

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

async function checkManifests(t: Test, folder: string): Promise<void> {
  const files = await filesIn(folder);
  for (const [name, isListed] of [
    ['manifest-sha256.txt', (path: string) => path.startsWith('data/')],
    [
      'tagmanifest-sha256.txt',
      (path: string) => !path.startsWith('data/') && !path.startsWith('tagmanifest'),
    ],
  ] as const) {
    const lines = (await readFile(join(folder, name), 'utf8')).trimEnd().split('\n');
    const listed = new Map(lines.map(line => [line.slice(66), line.slice(0, 64)]));
    t.same([...listed.keys()].sort(), files.filter(isListed), name);
    for (const [path, hash] of listed)
      t.equal(hexText(sha256(await readFile(join(folder, path)))), hash, path);
  }
}
