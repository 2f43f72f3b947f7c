import { access, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isMissing } from '../home.js';
import { UsageError } from '../usage-error.js';

/** Before anything is ordered: nobody shall sign for what then cannot be written. @throws UsageError */
export async function requireNew(out: string): Promise<void> {
  if (await isThere(out)) throw new UsageError({ en: `${out} is there already`, fr: `${out} existe déjà` });
  if (!(await isThere(`${out}.part`))) return;
  throw new UsageError({
    en: `${out}.part is there already: if an earlier fetch was broken off there, remove it, else name another place`,
    fr: `${out}.part existe déjà : si un retrait antérieur s'y est interrompu, supprimez-le ; sinon, indiquez un autre emplacement`,
  });
}

/**
 * Removes what a process that was killed, or a power cut, left of fetching to this place: `scelle` alone writes files with such
 * names (`writePartsDurably`).
 */
export async function removeLeftParts(out: string): Promise<void> {
  const folder = dirname(out);
  const left = new Set([`${basename(out)}.part`, `${basename(out)}.zip.part`]);
  for (const name of await namesIn(folder)) {
    const [, part = ''] = /^(.*)\.[0-9a-f]{12}\.new$/.exec(name) ?? [];
    if (left.has(part)) await rm(join(folder, name), { force: true });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
