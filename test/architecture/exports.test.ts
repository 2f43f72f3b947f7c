import t from 'tap';
import { readCode, withoutWords } from './source-files.js';

/** Values that only tests use, each with the reason. */
const onlyTests: Readonly<Record<string, string>> = {
  'src/store/rebuild/compare-databases.ts compareDatabases':
    'tests compare two databases at rest; the commands compare with a snapshot of one that is written to',
};

const declaration =
  /^export (?:declare )?(?:async )?(?:abstract )?(?:const|let|function\*?|class|enum) (\w+)/gm;

t.test('exports have a name', async t => {
  const files = [...(await readCode('src')), ...(await readCode('migrations')), ...(await readCode('test'))];
  t.same(
    files.filter(({ text }) => /^export default\b/m.test(text)).map(({ path }) => path),
    [],
  );
});

t.test('what a file exports is used by another; what only tests use is used in its file too', async t => {
  const program = [...(await readCode('src')), ...(await readCode('migrations'))];
  const tests = await readCode('test');
  const words = new Map(
    [...program, ...tests].map(({ path, text }) => [path, countWords(withoutWords(text))] as const),
  );
  const usedIn = (files: typeof program, name: string, but: string) =>
    files.some(({ path }) => path !== but && (words.get(path)?.get(name) ?? 0) > 0);
  let exported = 0;
  const unused = program
    .filter(({ path }) => !path.endsWith('/index.ts'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(declaration)].flatMap(([, name = '']) => {
        exported += 1;
        if (usedIn(program, name, path)) return [];
        const tested = usedIn(tests, name, path) && (words.get(path)?.get(name) ?? 0) > 1;
        return tested ? [] : [`${path} ${name}`];
      }),
    );
  t.ok(exported > 500, `${exported} exports`);
  t.same(
    unused.filter(name => !(name in onlyTests)),
    [],
  );
  t.same(
    Object.keys(onlyTests).filter(name => !unused.includes(name)),
    [],
    'no exception outlives its reason',
  );
});

t.test(
  'the environment is read in config.ts, and by commands for what only a person at a terminal gives',
  async t => {
    const readers = (await readCode('src'))
      .filter(({ text }) => /\bprocess\.env\b/.test(withoutWords(text)))
      .map(({ path }) => path)
      .filter(path => path !== 'src/config.ts' && !path.startsWith('src/cli/'));
    // A child process gets PATH and nothing else of what its parent was given.
    t.same(readers, ['src/store/embedded/cluster.ts']);
  },
);

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.match(/\b[A-Za-z_]\w*\b/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
