import t from 'tap';
import { readCode, readSourceFiles } from './source-files.js';

/** Lines a file may have. Tests are mostly tables of cases: what belongs to one rule is read in one piece. */
const limits: Readonly<Record<string, number>> = { src: 300, migrations: 300, test: 400 };

/** Files beyond the limit, each with its reason. */
const longFiles: Readonly<Record<string, string>> = {
  'test/custody/forms/rows.ts': 'a table: every row of the forms D1 to D4',
};

t.test('no file is longer than its limit without a reason', async t => {
  for (const [folder, limit] of Object.entries(limits)) {
    const files = await readCode(folder);
    t.ok(files.length > 0, folder);
    const long = files
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ path, lines }) => lines > limit && !(path in longFiles));
    t.same(long, [], `${folder}: ${limit} lines`);
  }
});

t.test('names of files and folders are lower case with hyphens', async t => {
  const files = (await Promise.all(Object.keys(limits).map(folder => readCode(folder)))).flat();
  const odd = files
    .map(({ path }) => path)
    .filter(path => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:[-.][a-z0-9]+)*\.ts$/.test(path));
  t.same(odd, []);
});

t.test('nothing of the machine that it was written on', async t => {
  const places: readonly RegExp[] = [
    /(?<![\w.~-])\/(?:root|work|Users)\/\w/,
    /(?<![\w.~-])\/home\/(?!node\b)\w/,
    /\bregistry\.\w+\.\w+/,
    /-----BEGIN (?:EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----\\?\n?[A-Za-z0-9+/]{40}/,
  ];
  const files = await readSourceFiles();
  t.ok(files.length > 100, `${files.length} files`);
  const found = files.flatMap(({ path, text }) =>
    places.filter(place => place.test(text)).map(place => `${path} ${place}`),
  );
  t.same(found, []);
});

t.test('nothing is left open', async t => {
  const marks = /\b(?:TODO|FIXME|XXX)\b/;
  const skips = /\bt\.(?:skip|todo|only)\(|\{\s*(?:skip|todo|only):\s*true/;
  const code = (await readSourceFiles('src')).filter(({ text }) => marks.test(text));
  const tests = (await readSourceFiles('test')).filter(({ text }) => skips.test(text));
  t.same(
    [...code, ...tests].map(({ path }) => path).filter(path => !path.startsWith('test/architecture/')),
    [],
  );
});
