import { join } from 'node:path';
import type { Config } from '../config.js';
import { LocalizedError } from '../custody/text.js';
import { openLogKeys } from '../store/log-key-file.js';
import { openLog } from '../store/open-log.js';
import { carryOutDuties } from '../store/service-officer/duties.js';
import { ServiceOfficer } from '../store/service-officer/service-officer.js';
import type { Output } from './output.js';
import { readServiceKey } from './service-key.js';
import { systemRandom } from './system-random.js';

/**
 * Tells the log of the administrative acts that were noted, with the key of the service's own officer where it is at hand.
 * Where that cannot be, the note stands and the service tells it at its next start: the command has done its work.
 */
export async function tellAdministration(config: Config, serviceUrl: string, output: Output): Promise<void> {
  try {
    if (await tell(config, serviceUrl)) return;
    output.note(say(output, later.en, later.fr));
  } catch (error) {
    const why = error instanceof LocalizedError ? error.text[output.language] : String(error);
    output.note(`${say(output, later.en, later.fr)} (${why})`);
  }
}

const later = {
  en: 'Noted; the log is told of it when the service runs with an officer of its own.',
  fr: 'Noté ; le journal en sera informé quand le service fonctionnera avec son propre officier.',
};

function say({ language }: Output, en: string, fr: string): string {
  return language === 'fr' ? fr : en;
}

/** @returns false where there is no key at hand */
async function tell(config: Config, serviceUrl: string): Promise<boolean> {
  const { home, logKeyPassphrase } = config;
  const key = await readServiceKey(config);
  if (key === null) return false;
  const log = await openLog({
    serviceUrl,
    vaultFolder: join(home, 'vault'),
    filesFolder: join(home, 'files'),
    logKeys: await openLogKeys(join(home, 'log.key'), logKeyPassphrase),
    now: Date.now,
    database: { maxConnections: 2 },
  });
  try {
    const failures: unknown[] = [];
    const failed = (_duty: string, error: unknown) => void failures.push(error);
    await carryOutDuties(log, await ServiceOfficer.appoint(log, key, systemRandom), failed);
    if (failures.length > 0) throw failures[0];
    return true;
  } finally {
    await log.close();
  }
}
