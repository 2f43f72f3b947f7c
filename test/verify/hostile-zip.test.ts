import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import t from 'tap';
import { openZipBag, verifyExport } from '../../src/verify/index.js';
import { bytesOf, type Files } from '../helpers/bag-files.js';
import { forgeExport } from '../helpers/forged-export.js';
import { ForgedLog } from '../helpers/forged-log.js';
import { found } from '../helpers/forged-story.js';
import { type RawEntry, rawZip } from '../helpers/raw-zip.js';
import { verifyKept } from '../helpers/verify-kept.js';
import { accessTo } from '../helpers/zip-files.js';

const log = await ForgedLog.prepare();
await found(log);
const files: Files = await forgeExport(log);

const good: readonly RawEntry[] = Array.from(files, ([path, data]) => ({ name: `export/${path}`, data }));
const more = (entry: Partial<RawEntry> & { readonly name: string }): Uint8Array =>
  rawZip([...good, { data: bytesOf('hostile'), ...entry }]);
const zeros = new Uint8Array(50_000_000);

const [first] = good;
const symbolicLink = 0o120777 * 2 ** 16;
const device = 0o020666 * 2 ** 16;

/** Each is refused as a bag, whatever else it is. */
const hostile: Readonly<Record<string, () => Uint8Array>> = {
  'a path out of the folder': () => more({ name: 'export/../../outside' }),
  'a path out of the folder, from Windows': () => more({ name: 'export/..\\..\\outside' }),
  'an absolute path': () => more({ name: '/etc/outside' }),
  'a drive': () => more({ name: 'C:/outside' }),
  'a path that is not of the characters of an export': () =>
    more({ name: 'export/data/report/\u202eexe.pdf' }),
  'an empty part of a path': () => more({ name: 'export//data' }),
  'a second top folder': () => more({ name: 'other/data' }),
  'a file beside the top folder': () => more({ name: 'data' }),
  'a link': () => more({ name: 'export/data/report/link', attributes: symbolicLink }),
  'a device': () => more({ name: 'export/data/report/device', attributes: device }),
  'one name twice': () => more({ name: first?.name ?? '' }),
  'one name twice, but for case': () => more({ name: 'export/DATA/log.json' }),
  'a name before the data and another in the list': () =>
    more({ name: 'export/data/report/a', listedName: 'export/data/report/b' }),
  'two names for the same bytes': () => more({ name: 'export/data/report/a', at: 0 }),
  'an encrypted file': () => more({ name: 'export/data/report/a', flags: 1 }),
  'more than it says when it is unpacked': () =>
    more({ name: 'export/data/report/a', data: zeros, deflated: true, size: 1000 }),
  'less than it says': () =>
    more({ name: 'export/data/report/a', data: zeros, deflated: true, size: 60_000_000 }),
  'a bomb': () =>
    rawZip([
      ...good,
      ...Array.from({ length: 4 }, (_, i) => ({
        name: `export/data/report/${i}`,
        data: zeros,
        deflated: true,
        size: 1_000_000_000,
      })),
    ]),
  'something before the ZIP': () => new Uint8Array(Buffer.concat([bytesOf('#!/bin/sh\n'), rawZip(good)])),
  'something after the ZIP': () => new Uint8Array(Buffer.concat([rawZip(good), bytesOf('more')])),
  'a ZIP inside a ZIP': () => rawZip([{ name: 'export.zip', data: rawZip(good) }]),
  'no file at all': () => rawZip([]),
  'no ZIP': () => bytesOf('PK'),
  nothing: () => new Uint8Array(0),
};

t.test('a ZIP made by hand holds, so that each of its faults is what it is refused for', async t => {
  const { verdict, failed } = await verifyExport(openZipBag(accessTo(rawZip(good))), { policy: log.policy });
  t.equal(verdict, 'ok', JSON.stringify(failed));
});

t.test('hostile ZIPs are refused as bags', async t => {
  for (const [name, make] of Object.entries(hostile)) {
    const zip = make();
    const { verdict, failed } = await verifyKept(openZipBag(accessTo(zip)), { policy: log.policy }, zip);
    t.equal(verdict, 'fail', name);
    t.equal(failed?.check, 'bag', `${name}: ${JSON.stringify(failed)}`);
  }
});

t.test('what is unpacked beyond what it says is not waited for', async t => {
  const bytes = more({ name: 'export/data/report/a', data: zeros, deflated: true, size: 1000 });
  const bag = openZipBag(accessTo(bytes));
  const sizes = new Map<string, number>();
  for await (const { path, size } of bag.list()) sizes.set(path, size);
  let taken = 0;
  const take = async () => {
    for await (const part of bag.open('data/report/a')) taken += part.length;
  };
  await t.rejects(take(), { name: 'CheckFailure' });
  t.ok(taken <= 1000, `${taken} bytes of 50,000,000`);
});

t.test('parts of a large file are not held once they were read', async t => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('no collector');
  const bag = openZipBag(accessTo(rawZip([{ name: 'export/data/file', data: zeros }])));
  for await (const { size } of bag.list()) t.equal(size, zeros.length);
  const parts: WeakRef<Uint8Array>[] = [];
  let held = 0;
  for await (const part of bag.open('data/file')) {
    parts.push(new WeakRef(part));
    if (parts.length % 100 !== 0) continue;
    // What was looked at in this turn is kept until the next.
    await new Promise(resolve => setImmediate(resolve));
    collect();
    held = Math.max(held, parts.filter(seen => seen.deref() !== undefined).length);
  }
  t.ok(parts.length >= 100, `${parts.length} parts`);
  t.ok(held > 0 && held < 50, `${held} of ${parts.length} parts are held`);
});
