import { UsageError } from '../usage-error.js';
import { hashFile } from './copy-hashed.js';
import { filePath, homePath, type Manifest, tablePath } from './manifest.js';

/** Hashes every part of a backup before anything is put in place. @throws UsageError naming the first that is not whole */
export async function checkBackup(
  folder: string,
  manifest: Manifest,
  report: (done: number, total: number) => void,
): Promise<void> {
  const parts = [
    ...manifest.tables.map(({ name, sha256 }) => ({ path: tablePath(folder, manifest, name), sha256 })),
    ...manifest.home.map(({ path, sha256 }) => ({ path: homePath(folder, manifest, path), sha256 })),
    ...manifest.files.map(({ sha256 }) => ({ path: filePath(folder, sha256), sha256 })),
  ];
  for (const [done, { path, sha256 }] of parts.entries()) {
    const found = await hashFile(path).catch((cause: unknown) => {
      throw broken(path, cause);
    });
    if (found.sha256 !== sha256) throw broken(path);
    report(done + 1, parts.length);
  }
}

function broken(path: string, cause?: unknown): UsageError {
  return new UsageError(
    {
      en: `the backup is not whole: ${path} is missing or was changed. Nothing was put in place`,
      fr: `la sauvegarde n'est pas entière : ${path} manque ou a été modifié. Rien n'a été mis en place`,
    },
    { cause },
  );
}
