import { LocalizedError, type Text } from '../custody/text.js';

/** What the operating system said of a file, in words. */
const systemFaults: Readonly<Record<string, (path: string) => Text>> = {
  EACCES: path => ({
    en: `${path} may not be read or written by this user: give another folder with --home, or change its owner`,
    fr: `${path} ne peut être lu ou écrit par cet utilisateur : donnez un autre dossier avec --home, ou changez son propriétaire`,
  }),
  EROFS: path => ({ en: `${path} is on a read-only disk`, fr: `${path} est sur un disque en lecture seule` }),
  ENOSPC: path => ({ en: `there is no room left for ${path}`, fr: `il n'y a plus de place pour ${path}` }),
  ENOTDIR: path => ({ en: `${path} is not inside a folder`, fr: `${path} n'est pas dans un dossier` }),
  ENOENT: path => ({ en: `${path} does not exist`, fr: `${path} n'existe pas` }),
};

/** Whether the error is of a file that this user cannot have as he named it. */
export function isFileRefused(error: unknown): boolean {
  const { code, path } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  return path !== undefined && ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT'].includes(code ?? '');
}

/** An error as it is told at the terminal. */
export function explainError(error: unknown): Text {
  if (error instanceof LocalizedError) return error.text;
  const { code, path } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const fault = code === undefined ? undefined : systemFaults[code === 'EPERM' ? 'EACCES' : code];
  if (fault !== undefined && path !== undefined) return fault(path);
  const message = error instanceof Error ? error.message : String(error);
  return { en: message, fr: message };
}
