import { webcrypto } from 'node:crypto';
import t from 'tap';
import {
  type BatchFile,
  BatchFileError,
  composeBatch,
  copiesNeeded,
  makeOfficerKey,
  missingSignatures,
  newEntry,
  type OutboxEntry,
  pushOutbox,
  readBatchFile,
  Service,
  signBatch,
  submissionOf,
  unlockOfficerKey,
} from '../../src/client/index.js';
import { Heads } from '../../src/custody/compose/compose-act.js';
import { isJsonObject } from '../../src/log/index.js';
import { uuidOf } from '../helpers/procedure.js';

const random = (length: number) => webcrypto.getRandomValues(new Uint8Array(length));
const log = 'demo.test.example/AAAAAAAAAAAAAAAAAAAAAA';

/** Receipts of these tests are made up: what they prove is tested elsewhere. */
const unchecked = {
  upload: async () => {},
  check: async () => ({ faults: [], doubts: [] }),
  told: () => {},
};

async function officer(name: string) {
  const file: unknown = JSON.parse(
    JSON.stringify(await makeOfficerKey({ officer: uuidOf(name), label: name, alg: 'ES256' }, null, random)),
  );
  if (!isJsonObject(file)) throw new Error('expected an object');
  return unlockOfficerKey(file, null);
}

async function twoSigned(subject: string, heads: Heads): Promise<BatchFile> {
  const [first, second] = await Promise.all([officer('DEMO-REG-1'), officer('DEMO-REG-2')]);
  const batch = composeBatch(
    log,
    [
      {
        subject,
        type: 'officer.registered',
        by: { ...first, role: 'REG' },
        at: '2021-04-02T08:00:00Z',
        body: { name: 'DEMO-NAME', unit: null, kind: 'PERSON', national: false },
        countersigners: [{ ...second, role: 'REG', as: 'registrar' }],
      },
    ],
    heads,
    random,
  );
  const half = await signBatch(batch, first);
  t.equal(missingSignatures(half).length, 1);
  t.throws(() => submissionOf(half), BatchFileError);
  // As it comes off a memory stick: text, read again.
  return signBatch(readBatchFile(JSON.parse(JSON.stringify(half))), second);
}

function entryOf(id: string, position: number, batch: BatchFile): OutboxEntry {
  return newEntry(id, position, batch, []);
}

t.test('two people, one act: a half-signed batch is completed on another device', async t => {
  const batch = await twoSigned(`officer/${uuidOf('DEMO-WIT-1')}`, new Heads(() => undefined));
  t.equal(missingSignatures(batch).length, 0);
  const [act, countersignature] = submissionOf(batch);
  t.ok(act?.includes('~'), 'the name goes as a disclosure');
  t.notOk(JSON.stringify(batch.events[0]?.payload).includes('DEMO-NAME'));
  t.notOk(countersignature?.includes('~'));
});

t.test('a conflict is shown with every later act that hangs on it, and nothing is signed again', async t => {
  const heads = new Heads(() => undefined);
  const subject = `officer/${uuidOf('DEMO-WIT-1')}`;
  const other = `officer/${uuidOf('DEMO-WIT-2')}`;
  const entries = [
    entryOf('first', 1, await twoSigned(subject, heads)),
    entryOf('second', 2, await twoSigned(subject, heads)),
    entryOf('elsewhere', 3, await twoSigned(other, heads)),
  ];
  const stored = new Map(entries.map(entry => [entry.id, entry]));
  const answers = [
    new Response(JSON.stringify({ title: 'stale', head: { seq: 4 } }), { status: 409 }),
    new Response(JSON.stringify({ receipts: [] }), { status: 201 }),
  ];
  const service = new Service({
    url: 'http://127.0.0.1:1',
    language: 'en',
    fetch: async () => answers.shift() ?? Response.error(),
  });
  const outcomes = await pushOutbox(
    {
      list: async () => ({ entries: [...stored.values()], unreadable: [] }),
      put: async entry => {
        stored.set(entry.id, entry);
      },
    },
    service,
    unchecked,
  );
  t.same(
    outcomes.map(({ kind, entry }) => [entry.id, kind]),
    [
      ['first', 'conflict'],
      ['second', 'held'],
      ['elsewhere', 'appended'],
    ],
  );
  const [conflict] = outcomes;
  t.same(conflict?.kind === 'conflict' && conflict.waiting, ['second']);
  t.same(stored.get('elsewhere')?.receipts, []);
  t.equal(stored.get('first')?.receipts, null);
  t.same(stored.get('first')?.batch, entries[0]?.batch, 'the signed batch is kept as it was');
});

t.test('a service that cannot be reached leaves everything waiting', async t => {
  const batch = await twoSigned(`officer/${uuidOf('DEMO-WIT-1')}`, new Heads(() => undefined));
  const puts: OutboxEntry[] = [];
  const service = new Service({
    url: 'http://127.0.0.1:1',
    language: 'en',
    fetch: async () => {
      throw new TypeError('fetch failed');
    },
  });
  const store = {
    list: async () => ({ entries: [entryOf('one', 1, batch)], unreadable: [] }),
    put: async (entry: OutboxEntry) => {
      puts.push(entry);
    },
  };
  const [outcome] = await pushOutbox(store, service, unchecked);
  t.equal(outcome?.kind, 'unreachable');
  t.same(puts, []);
});

t.test('RQ-12: a copy is needed until the service has acknowledged the file', async t => {
  const batch = await twoSigned(`officer/${uuidOf('DEMO-WIT-1')}`, new Heads(() => undefined));
  const named = (id: string, changes: Partial<OutboxEntry>, ...files: readonly [string, boolean][]) => ({
    ...newEntry(id, 1, batch, []),
    ...changes,
    files: files.map(([sha256, uploaded]) => ({ sha256, uploaded, mediaType: 'image/jpeg', path: 'DEMO' })),
  });
  const dropped = { ended: { kind: 'dropped', reason: 'DEMO', at: '2021-04-02T08:00:00Z' } } as const;
  const replaced = { ended: { kind: 'replaced', by: 'DEMO' } } as const;
  const needed = copiesNeeded([
    named('waits', {}, ['a', false], ['b', false]),
    named('in the log', { receipts: [] }, ['b', true], ['c', true], ['d', false]),
    named('parked', { problem: {} }, ['e', false]),
    named('given up', dropped, ['c', false], ['f', false]),
    named('signed again', replaced, ['c', false]),
  ]);
  t.same([...needed].sort(), ['a', 'b', 'd', 'e', 'f']);
});
