import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { findImports, type Import, readCode, resolveImport, root, type SourceFile } from './source-files.js';

/** Everything: the commands and the process put the parts together. */
const everything = Symbol('everything');

interface Layer {
  /** Layers that may be imported. */
  readonly layers: readonly string[] | typeof everything;
  /** Layers of which only types may be imported. */
  readonly types?: readonly string[];
  /** Packages that may be imported; without a list, any but the banned. */
  readonly packages?: RegExp;
  readonly bannedPackages?: RegExp;
}

/** Node's own modules are named `node:…`; the browser has none of them. */
const browserPackages = /^(@noble\/|typebox\b|kysely$)/;

/** design.md section 3: imports go one way. */
const table: Readonly<Record<string, Layer>> = {
  log: { layers: [], packages: /^@noble\// },
  disk: { layers: [], packages: /^(node:|fs-native-extensions$)/ },
  custody: { layers: ['log'], packages: /^typebox\b/ },
  analysis: { layers: ['custody', 'log'], packages: /^$/ },
  store: {
    layers: ['analysis', 'custody', 'log', 'disk', 'migrations'],
    bannedPackages: /^@?fastify\b|^commander$/,
  },
  audit: { layers: ['custody', 'log'], types: ['store'], bannedPackages: /^@?fastify\b|^(pg|kysely)$/ },
  dossier: {
    layers: ['audit', 'custody', 'log', 'disk'],
    types: ['store'],
    bannedPackages: /^@?fastify\b|^(pg|kysely)$/,
  },
  verify: { layers: ['custody', 'log'], packages: /^(@noble\/|typebox\b|@zip\.js\/|pkijs$|asn1js$)/ },
  page: { layers: ['verify', 'custody', 'log'], packages: /^$/ },
  witness: { layers: ['log', 'disk'], bannedPackages: /^(pg|kysely|commander)$/ },
  timestamp: { layers: ['verify', 'custody', 'log'], packages: /^(node:|pkijs$|asn1js$)/ },
  client: { layers: ['custody', 'log'], packages: browserPackages },
  http: {
    layers: ['store', 'analysis', 'audit', 'dossier', 'custody', 'log', 'disk'],
    bannedPackages: /^(pg|commander)$/,
  },
  cli: { layers: everything },
  process: { layers: everything },
  migrations: { layers: [], packages: /^kysely$/ },
};

/** Folders whose index.ts is the only way in, from the rest of the program. */
const doors = ['src/log/', 'src/client/', 'src/verify/'];

/** A second way in, for a worker that would load the rest for nothing. */
const sideDoor = 'src/verify/examining.ts';

const browserSafe = ['log', 'custody', 'analysis', 'verify', 'client', 'page'];

function layerOf(path: string): string {
  const [top = '', folder = '', ...rest] = path.split('/');
  if (top === 'migrations') return 'migrations';
  if (top !== 'src') return top;
  return rest.length === 0 ? 'process' : folder;
}

/** Why an import breaks the table; null when it does not. */
function judgeImport(from: string, { specifier, typeOnly }: Import): string | null {
  const layer = layerOf(from);
  const rules = table[layer];
  if (rules === undefined) return `${layer} is not in the table`;
  const target = resolveImport(from, specifier);
  if (target !== null) {
    const other = layerOf(target);
    if (other === layer || rules.layers === everything || rules.layers.includes(other)) return null;
    if (typeOnly && rules.types?.includes(other)) return null;
    return `${layer} may not import ${other}`;
  }
  if (rules.packages !== undefined && !rules.packages.test(specifier))
    return `${layer} may not use ${specifier}`;
  if (rules.bannedPackages?.test(specifier)) return `${layer} may not use ${specifier}`;
  return null;
}

async function readProgram(): Promise<SourceFile[]> {
  return [...(await readCode('src')), ...(await readCode('migrations'))];
}

t.test('imports go one way, as the table of the design says', async t => {
  const files = await readProgram();
  t.ok(files.length > 50, `${files.length} files`);
  let imports = 0;
  for (const { path, text } of files) {
    for (const found of findImports(text)) {
      imports++;
      const reason = judgeImport(path, found);
      if (reason !== null) t.fail(`${path} imports ${found.specifier}: ${reason}`);
    }
  }
  t.ok(imports > files.length, `${imports} imports`);
});

t.test('the table refuses what it should', async t => {
  const cases: [string, Import, boolean][] = [
    ['src/log/jcs.ts', { specifier: '../custody/x.js', typeOnly: true }, false],
    ['src/log/jcs.ts', { specifier: 'node:crypto', typeOnly: false }, false],
    ['src/custody/a/b.ts', { specifier: '../../log/index.js', typeOnly: false }, true],
    ['src/custody/a/b.ts', { specifier: '../../store/x.js', typeOnly: false }, false],
    ['src/store/x.ts', { specifier: '../http/app.js', typeOnly: true }, false],
    ['src/store/x.ts', { specifier: 'fastify', typeOnly: false }, false],
    ['src/store/x.ts', { specifier: '../disk/x.js', typeOnly: false }, true],
    ['src/disk/x.ts', { specifier: '../log/index.js', typeOnly: true }, false],
    ['src/store/x.ts', { specifier: '../../migrations/index.js', typeOnly: false }, true],
    ['src/dossier/x.ts', { specifier: '../store/x.js', typeOnly: true }, true],
    ['src/dossier/x.ts', { specifier: '../store/x.js', typeOnly: false }, false],
    ['src/verify/x.ts', { specifier: '../client/x.js', typeOnly: false }, false],
    ['src/page/x.ts', { specifier: '../verify/index.js', typeOnly: false }, true],
    ['src/page/x.ts', { specifier: '../client/index.js', typeOnly: true }, false],
    ['src/page/x.ts', { specifier: 'typebox', typeOnly: false }, false],
    ['src/witness/x.ts', { specifier: '../log/index.js', typeOnly: false }, true],
    ['src/witness/x.ts', { specifier: 'fastify', typeOnly: false }, true],
    ['src/witness/x.ts', { specifier: '../store/x.js', typeOnly: true }, false],
    ['src/http/x.ts', { specifier: '../client/x.js', typeOnly: false }, false],
    ['src/http/x.ts', { specifier: '../config.js', typeOnly: true }, false],
    ['src/cli/x.ts', { specifier: '../server.js', typeOnly: false }, true],
    ['src/newcomer/x.ts', { specifier: '../log/x.js', typeOnly: false }, false],
  ];
  for (const [from, found, allowed] of cases) {
    t.equal(judgeImport(from, found) === null, allowed, `${from} imports ${found.specifier}`);
  }
});

t.test('imports are found in every form', async t => {
  const text = `import a from 'a';
import type { B } from './b.js';
import {
  c,
  type D,
} from './c.js';
import './e.js';
export * from './f.js';
export type { G } from './g.js';
const h = await import('./h.js');
export const text = 'not an import';
`;
  t.same(
    findImports(text).map(({ specifier, typeOnly }) => `${specifier}${typeOnly ? ' (types)' : ''}`),
    ['a', './b.js (types)', './c.js', './e.js', './f.js', './g.js (types)', './h.js'],
  );
});

/** Ways that lead from a file back to itself; imports of types count where `countsTypes` says so. */
function findCycles(files: readonly SourceFile[], countsTypes: (path: string) => boolean): readonly string[] {
  const edges = new Map(
    files.map(({ path, text }) => [
      path,
      findImports(text)
        .filter(({ typeOnly }) => !typeOnly || countsTypes(path))
        .map(({ specifier }) => resolveImport(path, specifier))
        .filter(target => target !== null),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, above: readonly string[]): void => {
    if (above.includes(path)) cycles.push([...above.slice(above.indexOf(path)), path].join(' -> '));
    if (done.has(path) || above.includes(path)) return;
    for (const target of edges.get(path) ?? []) walk(target, [...above, path]);
    done.add(path);
  };
  for (const { path } of files) walk(path, []);
  return cycles;
}

const isCommand = (path: string) => path.startsWith('src/cli/');

t.test('no file is reached from itself; in src/cli not by its types either', async t => {
  t.same(findCycles(await readProgram(), isCommand), []);
});

t.test('a cycle is found: of code anywhere, of types in src/cli', async t => {
  const pair = (folder: string, type: string) => [
    { path: `${folder}/a.ts`, text: `import { b } from './b.js';\n` },
    { path: `${folder}/b.ts`, text: `import ${type}{ a } from './a.js';\n` },
  ];
  t.same(findCycles(pair('src/log', ''), isCommand), ['src/log/a.ts -> src/log/b.ts -> src/log/a.ts']);
  t.same(findCycles(pair('src/log', 'type '), isCommand), []);
  t.same(findCycles(pair('src/cli', 'type '), isCommand), ['src/cli/a.ts -> src/cli/b.ts -> src/cli/a.ts']);
});

t.test('folders with a door are entered through it', async t => {
  const files = await readProgram();
  const around = files.flatMap(({ path, text }) =>
    findImports(text)
      .map(({ specifier }) => resolveImport(path, specifier))
      .filter(target => target !== null)
      .filter(
        target =>
          target !== sideDoor &&
          doors.some(
            door => target.startsWith(door) && target !== `${door}index.ts` && !path.startsWith(door),
          ),
      )
      .map(target => `${path} imports ${target}`),
  );
  t.same(around, []);
});

t.test('what runs in a browser is compiled without Node', async t => {
  const settings = JSON.parse(await readFile(join(root, 'src/tsconfig.browser.json'), 'utf8'));
  t.same(settings.compilerOptions.types, [], 'no types of Node');
  for (const folder of browserSafe) t.ok(settings.include.includes(folder), folder);
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  t.match(scripts.check, /tsc -p src\/tsconfig\.browser\.json/);
});
