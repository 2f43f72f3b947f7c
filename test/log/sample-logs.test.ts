import t, { type Test } from 'tap';
import {
  appendToTiles,
  base64Bytes,
  checkLeaf,
  checkSuccessor,
  decodeLeaf,
  equalBytes,
  type HistoryHead,
  holdTiles,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Leaf,
  leafHash,
  logOrigin,
  PAYLOAD_LIMITS,
  type Policy,
  type PublicKey,
  parseCanonical,
  parsePolicy,
  parsePublicJwk,
  parseTlogProof,
  parseVerifierKey,
  peekEvent,
  readActs,
  readEvent,
  readHeadStatement,
  revealBody,
  rootFromTiles,
  type SignedEvent,
  subjectTag,
  type Tile,
  tilePath,
  tilesOfSize,
  utf8Bytes,
  verifyCheckpoint,
  verifyProofOfPossession,
  verifyReceipt,
} from '../../src/log/index.js';
import { rejectsCheck } from '../helpers/assert-format-error.js';
import { readVectorBytes, readVectorText, skipWithoutVectors } from '../helpers/vectors.js';

const LINE_LIMITS = { ...PAYLOAD_LIMITS, maxBytes: 1_000_000 };

interface Entry {
  readonly index: number;
  readonly jws: string;
  readonly leafData: Uint8Array;
  readonly leaf: Leaf;
  readonly disclosures: readonly string[];
}

interface Subject {
  readonly salt: Uint8Array;
  readonly head: string | null;
}

interface Sample {
  readonly folder: string;
  readonly entries: readonly Entry[];
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly policy: Policy;
  readonly checkpoint: string;
}

function readLines(path: string): JsonObject[] {
  const lines = readVectorText(path).trimEnd().split('\n');
  return lines.map(line => {
    const value = parseCanonical(utf8Bytes(line), LINE_LIMITS);
    if (!isJsonObject(value)) throw new TypeError(`${path}: not an object`);
    return value;
  });
}

function text(value: JsonValue | undefined): string {
  if (typeof value !== 'string') throw new TypeError('not a text');
  return value;
}

function readSample(name: string): Sample {
  const folder = `custody-log/${name}/data`;
  const entries = readLines(`${folder}/events.ndjson`).map(({ index, jws, leaf, disclosures }): Entry => {
    const leafData = base64Bytes(text(leaf), 'leaf');
    if (typeof index !== 'number' || !Array.isArray(disclosures)) throw new TypeError('not an entry');
    return {
      index,
      jws: text(jws),
      leafData,
      leaf: decodeLeaf(leafData),
      disclosures: disclosures.map(text),
    };
  });
  const subjects = readLines(`${folder}/subjects.ndjson`).map(
    ({ subject, salt, head }): [string, Subject] => [
      text(subject),
      { salt: base64Bytes(text(salt), 'leaf'), head: head === null ? null : text(head) },
    ],
  );
  return {
    folder,
    entries,
    subjects: new Map(subjects),
    policy: parsePolicy(readVectorBytes('custody-log/policy.txt')),
    checkpoint: readVectorText(`${folder}/checkpoint`),
  };
}

/** Keys as the events before bring them in; founders' from the first event itself. */
class Keys {
  readonly #keys = new Map<string, PublicKey>();

  readonly find = (kid: string): PublicKey | undefined => this.#keys.get(kid);

  async take(
    log: string,
    officer: string,
    jwk: JsonValue | undefined,
    pop: JsonValue | undefined,
  ): Promise<void> {
    const key = parsePublicJwk(jwk);
    await verifyProofOfPossession(text(pop), { log, officer }, key);
    this.#keys.set(key.kid, key);
  }

  async takeFounders(jws: string): Promise<void> {
    const opened = peekEvent(jws);
    const { founders } = opened.body;
    if (!Array.isArray(founders)) throw new TypeError('no founders');
    for (const founder of founders) {
      if (!isJsonObject(founder)) throw new TypeError('no founder');
      await this.take(opened.log, text(founder.officer), founder.jwk, founder.pop);
    }
  }

  async takeRegistered({ type, log, subject, body }: SignedEvent): Promise<void> {
    if (type !== 'officer.key-registered') return;
    await this.take(log, subject.slice('officer/'.length), body.jwk, body.pop);
  }
}

async function readEvents({ entries }: Sample): Promise<SignedEvent[]> {
  const keys = new Keys();
  await keys.takeFounders(entries[0]?.jws ?? '');
  const events: SignedEvent[] = [];
  for (const { jws } of entries) {
    const event = await readEvent(jws, keys.find);
    await keys.takeRegistered(event);
    events.push(event);
  }
  return events;
}

for (const name of ['complete', 'partial', 'withheld']) {
  t.test(`sample log ${name}`, { skip: skipWithoutVectors }, async t => {
    const sample = readSample(name);
    const { entries, subjects, policy } = sample;
    const events = await readEvents(sample);
    const checkpoint = await verifyCheckpoint(sample.checkpoint, policy);
    t.equal(events.length, entries.length, 'section 1: every event reads');
    t.equal(checkpoint.quorum, true, 'section 5: cosigned by a quorum');
    t.equal(checkpoint.cosignatures.length, 2, 'section 5: both witnesses');

    const heads = new Map<string, HistoryHead>();
    for (const [i, { leaf, leafData, disclosures }] of entries.entries()) {
      const event = events[i];
      if (event === undefined) throw new RangeError('no event');
      const salt = subjects.get(event.subject)?.salt ?? new Uint8Array();
      checkLeaf(leaf, event, subjectTag(salt, event.subject));
      revealBody(event.body, disclosures, { complete: name !== 'withheld' });
      // Of subjects that are not whole, single events are inside.
      if (name === 'complete') checkSuccessor(heads.get(event.subject), event, leaf);
      heads.set(event.subject, { seq: event.seq, eventId: event.eventId, leafHash: leafHash(leafData) });
    }
    t.pass('sections 2 to 4: leaves, disclosures and histories');
    if (name === 'complete') t.strictSame(readActs(events).faults, [], 'section 10: acts and groups');

    let statements = 0;
    for (const [subject, { head }] of subjects) {
      if (head === null) continue;
      const logKey = policy.logs[0]?.key;
      const last = heads.get(subject);
      if (logKey === undefined || last === undefined) throw new RangeError('no key or no event');
      const statement = await readHeadStatement(head, logKey);
      t.match(statement, { subject, seq: last.seq, eventId: last.eventId, size: checkpoint.size });
      t.ok(
        equalBytes(statement.leafHash, last.leafHash) && equalBytes(statement.root, checkpoint.root),
        subject,
      );
      statements += 1;
    }
    t.ok(statements > 0, 'section 9: head statements');

    if (name === 'complete') await checkTree(t, sample, checkpoint.size, checkpoint.root);
    else await checkReceipts(t, sample, events);
  });
}

/** Section 6: the tiles are those of the leaves, and their root is that of the checkpoint. */
async function checkTree(t: Test, sample: Sample, size: number, root: Uint8Array): Promise<void> {
  const leaves = sample.entries.map(entry => leafHash(entry.leafData));
  const tiles = new Map<string, Tile>();
  for (const tile of appendToTiles(0, [], leaves).changedTiles)
    tiles.set(`${tile.level}/${tile.index}`, tile);
  t.equal(leaves.length, size);
  t.ok(equalBytes(await rootFromTiles(size, holdTiles(tiles.values())), root), 'root');
  for (const tile of tilesOfSize(size)) {
    const path = tilePath(tile);
    const hashes = tiles.get(`${tile.level}/${tile.index}`)?.hashes ?? new Uint8Array();
    t.ok(equalBytes(hashes, readVectorBytes(`${sample.folder}/${path}`)), path);
  }
}

/** Section 7: each event with its proof and its subject's salt is a receipt. */
async function checkReceipts(t: Test, sample: Sample, events: readonly SignedEvent[]): Promise<void> {
  const keys = new Keys();
  await keys.takeFounders(sample.entries[0]?.jws ?? '');
  for (const event of events) await keys.takeRegistered(event);
  for (const [i, { index, jws, leafData }] of sample.entries.entries()) {
    const proof = readVectorText(`${sample.folder}/proof/${index}.tlog-proof`);
    const subjectSalt = sample.subjects.get(events[i]?.subject ?? '')?.salt ?? new Uint8Array();
    const verified = await verifyReceipt({ jws, proof, subjectSalt }, sample.policy, keys.find);
    t.match(verified, { index, checkpoint: { quorum: true } }, `receipt of leaf ${index}`);
    t.ok(equalBytes(verified.leafHash, leafHash(leafData)), `leaf ${index}`);
    t.equal(parseTlogProof(proof).checkpoint, sample.checkpoint, 'the same checkpoint');
  }
}

t.test('sample log: the origin is that of the founders', { skip: skipWithoutVectors }, async t => {
  const { entries, policy } = readSample('complete');
  const { log, subject, body } = peekEvent(entries[0]?.jws ?? '');
  if (!Array.isArray(body.founders)) throw new TypeError('no founders');
  const founders = body.founders.filter(isJsonObject).map(founder => ({
    officer: text(founder.officer),
    jwk: parsePublicJwk(founder.jwk).jwk,
  }));
  t.equal(logOrigin(log.slice(0, log.indexOf('/')), founders, subject), log);
  t.strictSame(parseVerifierKey(text(body.logKey), 'key'), policy.logs[0], 'and the key that of the policy');
});

t.test(
  'sample log: one changed character of an event fails jws or key',
  { skip: skipWithoutVectors },
  async t => {
    const sample = readSample('partial');
    const keys = new Keys();
    const jws = sample.entries[0]?.jws ?? '';
    await keys.takeFounders(jws);
    const headerEnd = jws.indexOf('.');
    const payloadEnd = jws.lastIndexOf('.');
    for (const position of [headerEnd + 5, payloadEnd - 3, payloadEnd + 2, jws.length - 10]) {
      const other = jws[position] === 'A' ? 'B' : 'A';
      const changed = jws.slice(0, position) + other + jws.slice(position + 1);
      await rejectsCheck(t, () => readEvent(changed, keys.find), 'jws', `character ${position}`);
    }
  },
);
