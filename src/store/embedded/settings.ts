import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import Type from 'typebox';
import { Value } from 'typebox/value';

const Settings = Type.Object({
  port: Type.Integer({ minimum: 1, maximum: 65535 }),
  adminPassword: Type.String({ minLength: 20 }),
  ownerPassword: Type.String({ minLength: 20 }),
  servicePassword: Type.String({ minLength: 20 }),
});

/** What has to stay the same from one start to the next. Kept in the folder, mode 600. */
export type Settings = Type.Static<typeof Settings>;

const fileName = 'server.json';

/** The folder's settings; null when it has none yet. Throws when the file is damaged. */
export async function readSettings(folder: string): Promise<Settings | null> {
  let text: string;
  try {
    text = await readFile(join(folder, fileName), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return Value.Parse(Settings, JSON.parse(text));
  } catch (cause) {
    throw new Error(`${join(folder, fileName)} is damaged: the passwords of the database are in it`, {
      cause,
    });
  }
}

/** Durable when it returns; a crash leaves the old file or the new one, never a part. */
export async function writeSettings(folder: string, settings: Settings): Promise<void> {
  const partial = join(folder, `${fileName}.new`);
  const file = await open(partial, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(`${JSON.stringify(settings, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, join(folder, fileName));
  await syncFolder(folder);
}

/** Makes a rename inside the folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A password that needs no quoting anywhere. */
export function makePassword(): string {
  return randomBytes(24).toString('base64url');
}
