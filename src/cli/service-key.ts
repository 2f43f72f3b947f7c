import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type OfficerKey, readKeyFile, unlockOfficerKey } from '../client/index.js';
import type { Config } from '../config.js';
import { LocalizedError } from '../custody/text.js';
import { SealedSecretError } from '../log/index.js';
import { readJsonFile } from './home.js';

/** The key file of the service's own officer is missing, is not one, or does not open. */
class ServiceKeyError extends LocalizedError {
  override readonly name = 'ServiceKeyError';
}

/** Where the key of the service's own officer lies where nothing else is said. */
export function serviceKeyPath(home: string): string {
  return join(home, 'service.key');
}

type ServiceKeyConfig = Pick<Config, 'home' | 'serviceKeyFile' | 'serviceKeyPassphrase'>;

/**
 * The key of the service's own officer; null where none was named and none lies in the home.
 * @throws ServiceKeyError
 */
export async function readServiceKey({
  home,
  serviceKeyFile,
  serviceKeyPassphrase,
}: ServiceKeyConfig): Promise<OfficerKey | null> {
  const path = serviceKeyFile ?? serviceKeyPath(home);
  if (serviceKeyFile === null && !existsSync(path)) return null;
  const stored = await readJsonFile(path).catch((cause: unknown) => {
    throw new ServiceKeyError(
      {
        en: `the key of the service's officer, ${path}, cannot be read`,
        fr: `la clé de l'officier du service, ${path}, est illisible`,
      },
      { cause },
    );
  });
  try {
    const { secret } = readKeyFile(stored);
    return await unlockOfficerKey(stored, secret.sealed === false ? null : serviceKeyPassphrase);
  } catch (cause) {
    if (!(cause instanceof SealedSecretError)) throw cause;
    throw new ServiceKeyError(faultOf(path, cause, serviceKeyPassphrase !== null), { cause });
  }
}

function faultOf(path: string, { fault }: SealedSecretError, given: boolean) {
  if (fault === 'not-such-a-file') {
    return {
      en: `${path} is not the key file of an officer: \`scelle key new\` makes one`,
      fr: `${path} n'est pas le fichier de clé d'un officier : \`scelle key new\` en crée un`,
    };
  }
  return given
    ? {
        en: `SCELLE_SERVICE_KEY_PASSPHRASE does not open ${path}, or the file was changed`,
        fr: `SCELLE_SERVICE_KEY_PASSPHRASE n'ouvre pas ${path}, ou le fichier a été modifié`,
      }
    : {
        en: `${path} is under a passphrase: set SCELLE_SERVICE_KEY_PASSPHRASE`,
        fr: `${path} est protégé : indiquez SCELLE_SERVICE_KEY_PASSPHRASE`,
      };
}
