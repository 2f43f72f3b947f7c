import t from 'tap';
import { filesKeptBack } from '../../src/custody/common/files-kept-back.js';
import type { JsonObject } from '../../src/log/index.js';

const fileOf = (digit: string): JsonObject => ({
  sha256: digit.repeat(64),
  size: 7,
  mediaType: 'image/jpeg',
});
const withheld = (letter: string): JsonObject => ({ _sd: letter.repeat(43) });
const keptBack = (body: JsonObject, type = 'evidence.left-in-situ', form = 1) =>
  filesKeptBack({ type, form, body }).map(({ pointer, sha256 }) => `${pointer} ${sha256.slice(0, 1)}`);

t.test('F-28: a file right beside a withheld claim is kept back with it, others are not', async t => {
  const body = {
    place: { site: null, position: withheld('A') },
    scan: fileOf('a'),
    photographs: [
      { number: '1', file: fileOf('b'), position: withheld('E') },
      { number: '2', file: fileOf('c'), position: null },
    ],
    handover: { onPaper: { name: withheld('I'), grade: 'DEMO', 'scan/~': fileOf('d') } },
    witnesses: [withheld('M')],
    sketch: { file: fileOf('e') },
  };
  t.same(keptBack(body), ['/photographs/0/file b', '/handover/onPaper/scan~1~0 d']);
});

t.test(
  'F-28: scans whose name is withheld elsewhere, in the forms in which they stand in the open',
  async t => {
    const body = { from: { name: withheld('A') }, paper: { reference: null, scan: fileOf('a') } };
    t.same(keptBack(body, 'evidence.received-from-outside'), ['/paper/scan a']);
    t.same(keptBack(body, 'evidence.received-from-outside', 2), []);
    t.same(keptBack({ scan: fileOf('a') }, 'evidence.certified'), ['/scan a']);
    t.same(keptBack({ scan: fileOf('a') }, 'evidence.render-safe-certified'), ['/scan a']);
    t.same(keptBack({ scan: null }, 'evidence.certified'), []);
  },
);

t.test('what only looks like a file is none', async t => {
  const near = {
    name: withheld('A'),
    scan: { ...fileOf('a'), more: 1 },
    other: { ...fileOf('a'), sha256: 1 },
  };
  t.same(keptBack(near), []);
});
