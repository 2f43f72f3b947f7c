import assert from 'node:assert/strict';
import type { Kysely } from 'kysely';
import type { Test } from 'tap';
import {
  checkLeaf,
  collectDigests,
  decodeLeaf,
  disclosureDigest,
  formatVerifierKey,
  type JsonValue,
  leafHash,
  NO_PREVIOUS_LEAF,
  type PublicKey,
  parsePolicy,
  readEvent,
  rootOfLeaves,
  type SignedEvent,
  subjectTag,
  TILE_HASH_BYTES,
  TILE_WIDTH,
  tilesOfSize,
  verifyCheckpoint,
} from '../../src/log/index.js';
import { openDatabase } from '../../src/store/database.js';
import type { OpenLog } from '../../src/store/open-log.js';
import { compareDatabases } from '../../src/store/rebuild/compare-databases.js';
import { rebuildInto } from '../../src/store/rebuild/rebuild-into.js';
import type { Database } from '../../src/store/schema/index.js';
import { keysIn } from './keys-in.js';
import { createTestDatabase } from './test-database.js';

/** What a checked log holds. */
export interface CheckedLog {
  readonly size: number;
  /** Size the vault has signed: that of the log, or a smaller one right after a crash. */
  readonly signed: number;
  /** Rows compared with those of a rebuild, by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * Verifies the whole of a log again, from the strings the officers signed to the last row for reading, with the
 * byte format's own functions. Throws where anything does not hold.
 */
export async function checkLog(t: Test, log: OpenLog): Promise<CheckedLog> {
  const events = await checkEvents(log);
  const leaves = await checkLeaves(log, events);
  await checkSubjects(log.db, events);
  await checkDisclosures(log.db, events);
  await checkTree(log, leaves);
  const signed = await checkCheckpoints(log, leaves);
  return { size: leaves.length, signed, rows: await checkRebuild(t, log) };
}

/** Dense indices, good signatures and canonical form (log-format section 1), columns that repeat what is signed. */
async function checkEvents({ db, origin }: OpenLog): Promise<readonly SignedEvent[]> {
  const rows = await db.selectFrom('event').selectAll().orderBy('log_index').execute();
  const keys = new Map<string, PublicKey>();
  const events: SignedEvent[] = [];
  for (const [index, row] of rows.entries()) {
    assert.equal(row.log_index, index, 'indices are dense');
    for (const key of keysIn(row.jws)) keys.set(key.kid, key);
    const event = await readEvent(row.jws, kid => keys.get(kid));
    assert.equal(event.log, origin);
    const { eventId, subject, seq, type, form, actor } = event;
    const { event_id, subject: named, officer, seq: place, type: stored, form: version } = row;
    assert.deepEqual(
      [event_id, named, place, stored, version, officer],
      [eventId, subject, seq, type, form, actor.officer],
    );
    events.push(event);
  }
  return events;
}

/** Tag, `seq`, JWS hash, `prev_leaf` and time received of every leaf (log-format section 4); both hash chains. */
async function checkLeaves({ db }: OpenLog, events: readonly SignedEvent[]): Promise<readonly Uint8Array[]> {
  const rows = await db.selectFrom('event').select(['leaf', 'received_at']).orderBy('log_index').execute();
  const subjects = await db.selectFrom('subject').select(['subject', 'salt']).execute();
  const salts = new Map(subjects.map(({ subject, salt }) => [subject, salt]));
  const heads = new Map<string, { seq: number; eventId: string; leafHash: Uint8Array }>();
  let receivedAt = 0;
  return rows.map((row, index) => {
    const event = events[index] as SignedEvent;
    const leaf = decodeLeaf(row.leaf);
    checkLeaf(leaf, event, subjectTag(salts.get(event.subject) ?? new Uint8Array(32), event.subject));
    const head = heads.get(event.subject);
    assert.equal(event.seq, (head?.seq ?? 0) + 1, 'seq follows');
    assert.equal(event.prev, head?.eventId ?? null, 'prev is the event before');
    assert.deepEqual(
      Buffer.from(leaf.prevLeaf),
      Buffer.from(head?.leafHash ?? NO_PREVIOUS_LEAF),
      'prev_leaf',
    );
    assert.equal(leaf.receivedAt, row.received_at);
    assert.ok(leaf.receivedAt >= receivedAt, 'time received does not run backwards');
    receivedAt = leaf.receivedAt;
    const hash = leafHash(row.leaf);
    heads.set(event.subject, { seq: event.seq, eventId: event.eventId, leafHash: hash });
    return hash;
  });
}

async function checkSubjects(db: Kysely<Database>, events: readonly SignedEvent[]): Promise<void> {
  const heads = new Map(events.map(({ subject, seq, eventId }) => [subject, { subject, seq, eventId }]));
  const rows = await db.selectFrom('subject').select(['subject', 'seq', 'head']).execute();
  assert.deepEqual(
    new Map(rows.map(({ subject, seq, head }) => [subject, { subject, seq, eventId: head }])),
    heads,
    'a subject for every history, at its head',
  );
}

/** Every digest has its disclosure unless it was erased, and nothing else is disclosed (log-format section 2). */
async function checkDisclosures(db: Kysely<Database>, events: readonly SignedEvent[]): Promise<void> {
  const named = (eventId: JsonValue | undefined, digest: JsonValue | undefined) => `${eventId} ${digest}`;
  const expected = new Set(
    events.flatMap(({ eventId, body }) => collectDigests(body).map(({ digest }) => named(eventId, digest))),
  );
  for (const { type, body } of events) {
    if (type.endsWith('.disclosure-erased')) expected.delete(named(body.eventId, body.digest));
  }
  const rows = await db.selectFrom('disclosure').selectAll().execute();
  for (const { digest, disclosure } of rows) assert.equal(disclosureDigest(disclosure), digest);
  assert.deepEqual(new Set(rows.map(({ event_id, digest }) => named(event_id, digest))), expected);
}

/** The root from the leaves is that of the log's row; the tiles are exactly those of the tree (section 6). */
async function checkTree({ db }: OpenLog, leaves: readonly Uint8Array[]): Promise<void> {
  const position = await db.selectFrom('log_state').selectAll().executeTakeFirstOrThrow();
  assert.equal(position.size, leaves.length);
  assert.deepEqual(position.root, Buffer.from(rootOfLeaves(leaves)));
  const tiles = await db.selectFrom('tile').selectAll().execute();
  const stored = new Map(
    tiles.map(({ level, tile_index, hashes }) => [`${level}/${tile_index}`, hashes.toString('hex')]),
  );
  const expected = [...tilesOfSize(leaves.length)].map(({ level, index, width }) => {
    const hashes = Array.from({ length: width }, (_, place) => {
      const span = TILE_WIDTH ** level;
      const first = (index * TILE_WIDTH + place) * span;
      return rootOfLeaves(leaves.slice(first, first + span));
    });
    assert.ok(hashes.every(hash => hash.length === TILE_HASH_BYTES));
    return [`${level}/${index}`, Buffer.concat(hashes).toString('hex')] as const;
  });
  assert.deepEqual(stored, new Map(expected), 'the stored tiles');
}

/** Every checkpoint that was signed is one of this tree, and none is beyond what the vault remembers. */
async function checkCheckpoints(log: OpenLog, leaves: readonly Uint8Array[]): Promise<number> {
  const policy = parsePolicy(`log ${formatVerifierKey(log.logKeys.first.key)}\nquorum none\n`);
  const last = await log.vault.read();
  const copies = await log.db.selectFrom('checkpoint').select('note').execute();
  for (const note of [last.note, ...copies.map(copy => copy.note)]) {
    const { size, root } = await verifyCheckpoint(note, policy);
    assert.ok(size <= last.size, 'no checkpoint is ahead of the vault');
    assert.deepEqual(Buffer.from(root), Buffer.from(rootOfLeaves(leaves.slice(0, size))), `root of ${size}`);
  }
  assert.ok(last.size <= leaves.length, 'the vault is not ahead of the log');
  return last.size;
}

/** States and tables for reading are what the log alone makes of them. */
async function checkRebuild(t: Test, log: OpenLog): Promise<CheckedLog['rows']> {
  const { ownerUrl } = await createTestDatabase(t);
  const rebuilt = openDatabase<Database>(ownerUrl, { maxConnections: 1 });
  try {
    await rebuildInto(log.db, rebuilt, log.sopDocuments);
    const { rows, differences } = await compareDatabases(log.db, rebuilt);
    assert.deepEqual(differences, [], 'a rebuild makes the same rows');
    return rows;
  } finally {
    await rebuilt.destroy();
  }
}
