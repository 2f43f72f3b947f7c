import { LocalizedError, type Text } from '../custody/text.js';
import { FormatError, SealedSecretError, type SealedSecretFault } from '../log/index.js';
import { detailText } from '../verify/index.js';

/** What the operating system said of a file, in words. */
const systemFaults: Readonly<Record<string, (path: string) => Text>> = {
  EACCES: path => ({
    en: `${path} may not be read or written by this user: give another folder with --home, or change its owner`,
    fr: `${path} ne peut être lu ou écrit par cet utilisateur : donnez un autre dossier avec --home, ou changez son propriétaire`,
  }),
  EROFS: path => ({ en: `${path} is on a read-only disk`, fr: `${path} est sur un disque en lecture seule` }),
  ENOSPC: path => ({ en: `there is no room left for ${path}`, fr: `il n'y a plus de place pour ${path}` }),
  ENOTDIR: path => ({ en: `${path} is not inside a folder`, fr: `${path} n'est pas dans un dossier` }),
  EISDIR: path => ({ en: `${path} is a folder, not a file`, fr: `${path} est un dossier, pas un fichier` }),
  ENOENT: path => ({ en: `${path} does not exist`, fr: `${path} n'existe pas` }),
};

/** What keeps a secret shut, in words. */
const sealedSecretFaults: Readonly<Record<SealedSecretFault, (message: string) => Text>> = {
  'not-such-a-file': message => ({
    en: `this is not the file that is wanted here, or it was damaged (${message})`,
    fr: `ce n'est pas le fichier attendu ici, ou il a été endommagé (${message})`,
  }),
  'passphrase-missing': () => ({
    en: 'a passphrase is needed: type it, set SCELLE_PASSPHRASE, or say --passphrase-stdin',
    fr: 'il faut une phrase secrète : tapez-la, indiquez SCELLE_PASSPHRASE, ou dites --passphrase-stdin',
  }),
  'passphrase-wrong': () => ({
    en: 'the passphrase is wrong, or the file was changed',
    fr: 'la phrase secrète est fausse, ou le fichier a été modifié',
  }),
};

/** Whether the error is of a file that this user cannot have as he named it. */
export function isFileRefused(error: unknown): boolean {
  const { code, path } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  return (
    path !== undefined && ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'ENOENT'].includes(code ?? '')
  );
}

/** An error as it is told at the terminal. */
export function explainError(error: unknown): Text {
  if (error instanceof LocalizedError) return error.text;
  if (error instanceof SealedSecretError) return sealedSecretFaults[error.fault](error.message);
  const { code, path } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const fault = code === undefined ? undefined : systemFaults[code === 'EPERM' ? 'EACCES' : code];
  if (fault !== undefined && path !== undefined) return fault(path);
  if (error instanceof FormatError) {
    return {
      en: `the bytes are not as the log format says (${error.check}): ${error.message}`,
      fr: `les octets ne suivent pas le format du journal (contrôle « ${error.check} ») : ${detailText(error.message).fr}`,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { en: message, fr: message };
}
