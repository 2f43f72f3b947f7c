import { execFile } from 'node:child_process';
import { chmod, chown, lstat, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The system user that the server runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const userName = 'postgres';

/**
 * PostgreSQL refuses to run as root. A root process therefore runs it as the system user `postgres`, which
 * is created when missing; any other process runs it as itself (null).
 */
export async function findServerUser(): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null;
  const known = await lookUpUser();
  if (known !== null) return known;
  try {
    await run('groupadd', ['--system', '--force', userName]);
    await run('useradd', ['--system', '--no-create-home', '--shell', '/bin/false', '-g', userName, userName]);
  } catch (cause) {
    // Two first starts at once: the other one may have made the user in between.
    const made = await lookUpUser();
    if (made !== null) return made;
    throw new Error(`PostgreSQL does not run as root and the system user ${userName} could not be created`, {
      cause,
    });
  }
  const created = await lookUpUser();
  if (created === null) throw new Error(`the system user ${userName} was created but is not found`);
  return created;
}

async function lookUpUser(): Promise<ServerUser | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', userName]), run('id', ['-g', userName])]);
    return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) };
  } catch {
    return null;
  }
}

/** Gives a file or folder to the server's user, with this mode. */
export async function giveToServer(path: string, user: ServerUser | null, mode: number): Promise<void> {
  if (user !== null) await chown(path, user.uid, user.gid);
  await chmod(path, mode);
}

/** Whether the user may enter this folder: it and every folder above it must let him through. */
export async function canEnter(path: string, user: ServerUser): Promise<boolean> {
  let folder = await realpath(path);
  for (;;) {
    const { uid, gid, mode } = await lstat(folder);
    const search = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & search) === 0) return false;
    const parent = dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}
