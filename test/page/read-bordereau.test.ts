import t from 'tap';
import type { JsonObject } from '../../src/log/index.js';
import { ContentsReading } from '../../src/page/reading/contents-reading.js';
import { readBordereau } from '../../src/page/reading/read-bordereau.js';
import { bytesOf } from '../helpers/bag-files.js';

const [original, hash] = ['a'.repeat(64), 'b'.repeat(64)];

function copiesIn(...copies: readonly unknown[]) {
  const list = { v: 1, pieces: [{ copies }] } as unknown as JsonObject;
  return readBordereau(bytesOf(JSON.stringify(list)), new ContentsReading())?.copies;
}

t.test('a copy is one that the list names below report/copies, with both hashes', async t => {
  const path = 'report/copies/0001.jpg';
  t.same(
    [...(copiesIn({ of: original, sha256: hash, path }) ?? [])],
    [[original, { path: `data/${path}`, sha256: hash }]],
  );
  for (const strange of [
    { of: original, sha256: hash, path: 'report/copies/../dossier.pdf' },
    { of: original, sha256: hash, path: 'report/copies/0001.svg' },
    { of: original, sha256: hash, path: `${path}\n` },
    { of: original, sha256: hash, path: `data/${path}` },
    { of: original.toUpperCase(), sha256: hash, path },
    { of: original, sha256: 'b', path },
    { of: original, path },
    { of: 1, sha256: [hash], path: {} },
    path,
    null,
  ]) {
    t.equal(copiesIn(strange)?.size, 0, JSON.stringify(strange));
  }
});

t.test('what is no list of pieces is none', async t => {
  for (const text of ['', '[]', '{"v":2,"pieces":[]}', '{"v":1,"pieces":{}}', '{"v":1']) {
    t.equal(readBordereau(bytesOf(text), new ContentsReading()), null, text);
  }
});
