import t, { type Test } from 'tap';
import {
  type BatchFile,
  checkReceipts,
  composeBatch,
  readPages,
  Service,
  ServiceProblem,
  signBatch,
  submissionOf,
} from '../../src/client/index.js';
import { Heads } from '../../src/custody/compose/compose-act.js';
import { formatTime, formatVerifierKey, type JsonObject } from '../../src/log/index.js';
import { issuedBody, withdrawnBody } from '../helpers/bodies/sealstock.js';
import { checkLog } from '../helpers/check-log.js';
import { playedStory } from '../helpers/played-story.js';
import type { TestStage } from '../helpers/test-stage.js';
import { sha256Of } from '../helpers/uploads.js';

const officers = 16;
const readers = 3;
/** Acts of each officer on a stock of seals of his own, one after the other. */
const ownActs = 3;
/** Rounds in which all act on one and the same head of one stock. */
const contested = 4;

/** One device: an officer with his own key, his own session, and his own idea of where subjects stand. */
class Client {
  readonly name: string;
  readonly stock: string;
  readonly number: (position: number) => string;
  readonly heads = new Heads(() => undefined);
  readonly service: Service;
  readonly #stage: TestStage;

  private constructor(testStage: TestStage, position: number, statuses: Set<number>) {
    this.#stage = testStage;
    this.name = `DEMO-CLIENT-${position}`;
    this.stock = `sealstock/${testStage.stage.newId()}`;
    this.number = seal => `DEMO-C${position}-${String(seal).padStart(3, '0')}`;
    this.service = new Service({
      url: testStage.url,
      language: 'en',
      async fetch(url, init) {
        const answer = await fetch(url, init);
        statuses.add(answer.status);
        return answer;
      },
    });
  }

  static async open(testStage: TestStage, position: number, statuses: Set<number>): Promise<Client> {
    const client = new Client(testStage, position, statuses);
    await testStage.stage.enlist(client.name, ['HQC'], { unit: null });
    const { stage, clock } = testStage;
    await client.service.openSession(stage.origin, stage.officer(client.name), () => clock.now);
    return client;
  }

  async sign(subject: string, type: string, body: JsonObject, heads = this.heads): Promise<BatchFile> {
    const { stage, clock } = this.#stage;
    const key = stage.officer(this.name);
    const act = { subject, type, by: { ...key, role: 'HQC' }, at: formatTime(clock.now), body };
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
    return signBatch(composeBatch(stage.origin, [act], heads, random), key);
  }

  issue(): Promise<BatchFile> {
    const numbers = { list: Array.from({ length: 50 }, (_, seal) => this.number(seal)) };
    const { officer } = this.#stage.stage.officer(this.name);
    return this.sign(this.stock, 'sealstock.issued', issuedBody(officer, { numbers }));
  }

  spoil(subject: string, number: string, photo: JsonObject | null, heads = this.heads): Promise<BatchFile> {
    const at = formatTime(this.#stage.clock.now);
    return this.sign(subject, 'sealstock.spoiled', withdrawnBody(number, at, { photo }), heads);
  }
}

t.test(
  'many officers act and read over HTTP at once, and nothing of it is lost, doubled or out of order',
  async t => {
    const testStage = await playedStory(t);
    const { log, stage } = testStage;
    const statuses = new Set<number>();
    const clients: Client[] = [];
    for (let n = 0; n < officers + readers; n++) clients.push(await Client.open(testStage, n, statuses));
    const writers = clients.slice(0, officers);
    const acknowledged = new Acknowledged(testStage);
    const [first] = writers;
    if (first === undefined) throw new Error('no officer');
    const shared = first.stock;
    await acknowledged.submit(t, first, await first.issue());
    acknowledged.stocks.add(shared);

    let writing = true;
    const traversals = clients
      .slice(officers)
      .map(reader => readOn(t, reader.service, acknowledged, () => writing));
    await Promise.all(writers.map(client => actAlone(t, client, acknowledged, client !== first)));
    for (let round = 0; round < contested; round++) {
      await actOnOneHead(t, writers, shared, first.number(round + 10), round, acknowledged);
    }
    writing = false;
    const seen = (await Promise.all(traversals)).flat();

    t.same([...statuses].sort(), [200, 201, 204, 409], 'no other answer, and no 500, came at all');
    const reader = clients.at(-1)?.service ?? first.service;
    for (const list of lists) {
      const final = (await readPages(reader, list.path)).map(list.key);
      t.equal(new Set(final).size, final.length, `${list.path}: nothing twice`);
      for (const one of seen.filter(({ path }) => path === list.path)) {
        const known = new Set(one.keys);
        t.same(
          one.keys,
          final.filter(key => known.has(key)),
          `${list.path}: the order of the register`,
        );
      }
    }
    const { size } = await checkLog(t, log);
    t.ok(acknowledged.indices.every(index => index < size));
    t.equal(
      new Set(acknowledged.indices).size,
      acknowledged.indices.length,
      'each receipt has a leaf of its own',
    );
    t.equal(acknowledged.indices.length, 1 + officers * ownActs + (officers - 1) + contested);
    t.equal(stage.origin, log.origin);
  },
);

/** What was acknowledged so far: what a reader who begins now has to be shown. */
class Acknowledged {
  readonly stocks = new Set<string>();
  readonly files = new Set<string>();
  readonly indices: number[] = [];
  readonly #logKey: string;
  readonly #clock: { readonly now: number };

  constructor({ log, clock }: TestStage) {
    this.#logKey = formatVerifierKey(log.logKeys.first.key);
    this.#clock = clock;
  }

  async submit(t: Test, { service, name }: Client, batch: BatchFile): Promise<void> {
    const receipts = await service.submit(submissionOf(batch));
    const { faults } = await checkReceipts(batch, receipts, this.#logKey, this.#clock.now);
    t.same(faults, [], `${name}: the receipts prove what was sent`);
    this.indices.push(...receipts.map(({ index }) => index));
  }
}

/** A stock of his own, and seals of it with photographs, named before they are uploaded and after. */
async function actAlone(t: Test, client: Client, acknowledged: Acknowledged, issues: boolean): Promise<void> {
  const { service, stock } = client;
  if (issues) {
    await acknowledged.submit(t, client, await client.issue());
    acknowledged.stocks.add(stock);
  }
  for (let n = 0; n < ownActs; n++) {
    const bytes = Buffer.from(`DEMO photograph ${client.number(n)}`);
    const sha256 = sha256Of(bytes);
    const put = () => service.putFile(sha256, 'image/jpeg', bytes);
    if (n % 2 === 0) await put();
    const photo = { sha256, size: bytes.length, mediaType: 'image/jpeg' };
    await acknowledged.submit(t, client, await client.spoil(stock, client.number(n), photo));
    acknowledged.files.add(sha256);
    if (n % 2 === 1) await put();
    t.same(Buffer.from(await service.bytes(`/v1/files/${sha256}`)), bytes);
  }
}

/** All sign on the head they were told, and send at once: one comes first, the others are told by what. */
async function actOnOneHead(
  t: Test,
  writers: readonly Client[],
  subject: string,
  number: string,
  round: number,
  acknowledged: Acknowledged,
): Promise<void> {
  const batches = await Promise.all(
    writers.map(async client => {
      const [head] = await client.service.heads([subject]);
      if (head === undefined) throw new Error('the stock is not shown');
      return { client, batch: await client.spoil(subject, number, null, new Heads(() => head)) };
    }),
  );
  const outcomes = await Promise.all(
    batches.map(async ({ client, batch }) => {
      try {
        await acknowledged.submit(t, client, batch);
        return 'appended';
      } catch (error) {
        if (!(error instanceof ServiceProblem)) throw error;
        t.equal(error.problem.status, 409);
        const { head } = error.problem.document.stale as { head: { seq: number } };
        return `stale at ${head.seq}`;
      }
    }),
  );
  const stale = outcomes.filter(outcome => outcome !== 'appended');
  t.equal(stale.length, writers.length - 1, `round ${round}: one winner`);
  t.equal(new Set(stale).size, 1, `round ${round}: the others are told one and the same head`);
}

interface List {
  readonly path: string;
  readonly key: (entry: JsonObject) => string;
  readonly acknowledged: (so: Acknowledged) => ReadonlySet<string>;
}

const lists: readonly List[] = [
  {
    path: '/v1/seal-stocks',
    key: ({ subject }) => String(subject),
    acknowledged: ({ stocks }) => stocks,
  },
  { path: '/v1/files', key: ({ sha256 }) => String(sha256), acknowledged: ({ files }) => files },
  { path: '/v1/evidence', key: ({ subject }) => String(subject), acknowledged: () => new Set() },
];

interface Traversal {
  readonly path: string;
  readonly keys: readonly string[];
}

/** Walks the lists in small pages, and asks for the custody of an item, as long as others write. */
async function readOn(
  t: Test,
  service: Service,
  acknowledged: Acknowledged,
  writing: () => boolean,
): Promise<readonly Traversal[]> {
  const traversals: Traversal[] = [];
  const custody = new Map<string, string>();
  do {
    for (const { path, key, acknowledged: owed } of lists) {
      const before = [...owed(acknowledged)];
      const keys = (await inSmallPages(service, path)).map(key);
      t.equal(new Set(keys).size, keys.length, `${path}: nothing twice`);
      const shown = new Set(keys);
      t.same(
        before.filter(one => !shown.has(one)),
        [],
        `${path}: all that was acknowledged before is shown`,
      );
      traversals.push({ path, keys });
      const [item] = keys;
      if (path !== '/v1/evidence' || item === undefined) continue;
      const told = await service.text(`/v1/${item}/custody`);
      t.equal(told, custody.get(item) ?? told, 'nobody touched the item: its custody is as it was');
      custody.set(item, told);
    }
  } while (writing());
  return traversals;
}

async function inSmallPages(service: Service, path: string): Promise<readonly JsonObject[]> {
  const entries: JsonObject[] = [];
  let after = '';
  for (;;) {
    const { items, next } = await service.get(`${path}?limit=7${after}`);
    entries.push(...(items as JsonObject[]));
    if (typeof next !== 'string') return entries;
    after = `&after=${next}`;
  }
}
