import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { readSourceFiles, root } from './source-files.js';

const limit = 300;

/** Files beyond the limit, each with its reason. A file that gets short again is taken off. */
const longFiles: Readonly<Record<string, string>> = {
  'src/custody/common/refusals.ts': 'a table: every refusal with its words in two languages',
  'src/custody/transfer/refusals.ts': 'a table: every refusal with its words in two languages',
  'test/custody/package/sealed.test.ts': 'cases of one event, a rule each',
  'test/custody/transfer/legs.test.ts': 'one consignment followed from leg to leg',
};

t.test(`no file of more than ${limit} lines without a reason`, async t => {
  const files = (await Promise.all(['src', 'migrations', 'test'].map(readSourceFiles))).flat();
  const long = files
    .filter(({ path }) => path.endsWith('.ts'))
    .filter(({ text }) => text.trimEnd().split('\n').length > limit)
    .map(({ path }) => path);
  for (const path of long) t.ok(path in longFiles, `${path} is long without a reason`);
  for (const path of Object.keys(longFiles)) t.ok(long.includes(path), `${path} is long no more`);
});

t.test('nothing of the machine that it was written on', async t => {
  const places: readonly RegExp[] = [
    /(?<![\w.~-])\/(?:root|work|Users)\/\w/,
    /(?<![\w.~-])\/home\/(?!node\b)\w/,
    /registry\.\w+\.\w+/,
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
  const marks = /TODO|FIXME|XXX/;
  const skips = /\bt\.(?:skip|todo|only)\(|\{\s*(?:skip|todo|only):\s*true/;
  const code = (await readSourceFiles('src')).filter(({ text }) => marks.test(text));
  const tests = (await readSourceFiles('test')).filter(({ text }) => skips.test(text));
  t.same(
    [...code, ...tests].map(({ path }) => path).filter(path => !path.startsWith('test/architecture/')),
    [],
  );
});

const Package = Type.Object({
  dependencies: Type.Record(Type.String(), Type.String()),
  devDependencies: Type.Record(Type.String(), Type.String()),
});

t.test('dependencies are pinned exactly', async t => {
  const json: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const { dependencies, devDependencies } = Value.Parse(Package, json);
  const loose = Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name]) => name);
  t.same(loose, []);
});
