import { createHash } from 'node:crypto';
import t from 'tap';
import { disclosureDigest, makeDisclosure } from '../../src/log/index.js';
import { type Account, type Bag, verifyExport } from '../../src/verify/index.js';
import { bytesOf, type Files, memoryBag, sealBag, textOf } from '../helpers/bag-files.js';
import { forgeExport } from '../helpers/forged-export.js';
import { foundedLog } from '../helpers/forged-story.js';
import { note } from '../helpers/forgeries.js';
import { random } from '../helpers/founders.js';

const { log, cast } = await foundedLog();
const disclosure = makeDisclosure(random(16), 'DEMO');
const body = { told: { _sd: disclosureDigest(disclosure) } };
await note(log, cast, { body, disclosures: [disclosure] });

/** What would hold as well, had it been there from the beginning. */
const alternatives: Readonly<Record<string, (text: string) => string>> = {
  'data/log.json': text => `${text}\n`,
  'data/checkpoint': text => `${text}— other.example ${Buffer.alloc(68, 1).toString('base64')}\n`,
  'data/events.ndjson': text => text.replace(disclosure, '').replace('[""]', '[]'),
  'data/subjects.ndjson': text => text.replace(/("head":)"[^"]+"/, '$1null'),
};

/** The medium answers honestly up to a reading, and otherwise from then on. */
function fickleBag(files: Files, path: string, other: Uint8Array, from: number): Bag & { readings: number } {
  const good = memoryBag(files);
  return {
    readings: 0,
    list: good.list,
    async *open(asked) {
      if (asked !== path) return yield* good.open(asked);
      this.readings += 1;
      yield this.readings < from ? (files.get(path) ?? other) : other;
    },
  };
}

t.test('a medium that answers otherwise when it is read again', async t => {
  const files = await forgeExport(log);
  for (const [path, change] of Object.entries(alternatives)) {
    const other = bytesOf(change(textOf(files.get(path))));
    t.not(textOf(other), textOf(files.get(path)), path);
    const honest = fickleBag(files, path, other, Number.POSITIVE_INFINITY);
    t.equal((await verifyExport(honest, { policy: log.policy })).verdict, 'ok');
    t.ok(honest.readings > 1, `${path} is read more than once`);
    for (let from = 1; from <= honest.readings; from++) {
      const { failed } = await verifyExport(fickleBag(files, path, other, from), { policy: log.policy });
      t.match(
        failed,
        { check: /^(?:bag|head)$/ },
        `${path} from reading ${from} on: ${JSON.stringify(failed)}`,
      );
    }
  }
});

t.test('the manifest that is read is the one that is hashed', async t => {
  const files = await forgeExport(log);
  const path = 'manifest-sha256.txt';
  const sealed = files.get(path) ?? new Uint8Array(0);
  files.set(
    'data/checkpoint',
    bytesOf(alternatives['data/checkpoint']?.(textOf(files.get('data/checkpoint'))) ?? ''),
  );
  const tags = files.get('tagmanifest-sha256.txt') ?? new Uint8Array(0);
  const forged = sealBag(new Map(files)).get(path) ?? sealed;
  files.set(path, forged).set('tagmanifest-sha256.txt', tags);
  const bag = fickleBag(files, path, sealed, 2);
  const { failed } = await verifyExport(bag, { policy: log.policy });
  t.match(failed, { check: 'bag', where: path });
});

t.test('a file that is listed with another size than it has', async t => {
  const files = await forgeExport(log);
  const good = memoryBag(files);
  const bag: Bag = {
    open: good.open,
    async *list() {
      for await (const file of good.list()) {
        yield file.path === 'data/policy.txt' ? { ...file, size: file.size + 1 } : file;
      }
    },
  };
  const { failed } = await verifyExport(bag, { policy: log.policy });
  t.match(failed, { check: 'bag', where: 'policy.txt' });
});

t.test('a file that is longer at the second reading is not read to its end', async t => {
  const files = await forgeExport(log);
  const good = memoryBag(files);
  const part = new Uint8Array(65_536).fill(0x20);
  for (const path of ['data/checkpoint', 'data/log.json']) {
    let readings = 0;
    let parts = 0;
    const bag: Bag = {
      list: good.list,
      async *open(asked) {
        yield* good.open(asked);
        if (asked !== path) return;
        readings += 1;
        if (readings > 1) for (; parts < 1000; parts += 1) yield part;
      },
    };
    const { failed } = await verifyExport(bag, { policy: log.policy });
    const detail = /^longer than the \d+ bytes that it was listed with$/;
    t.match(failed, { check: 'bag', where: path.slice('data/'.length), detail });
    t.equal(parts, 0, 'nothing after the first part that is too much');
  }
});

t.test('E60: the hash of an export that is told is that of the tag manifest that was verified', async t => {
  const files = await forgeExport(log);
  const path = 'tagmanifest-sha256.txt';
  const bag = fickleBag(files, path, bytesOf('another'), 2);
  const told: string[] = [];
  const onAccount = ({ exportHash }: Account) => told.push(exportHash);
  t.equal((await verifyExport(bag, { policy: log.policy, onAccount })).verdict, 'ok');
  t.same(told, [
    createHash('sha256')
      .update(textOf(files.get(path)))
      .digest('hex'),
  ]);
  t.equal(bag.readings, 1, 'it is read once');
});
