import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatVerifierKey } from '../../log/index.js';
import { startServer } from '../../server.js';
import { readLogKey } from '../../store/log-key-file.js';
import { DeviceHome } from '../home.js';
import type { Output } from '../output.js';
import { UsageError } from '../usage-error.js';
import { castList, isNational } from './cast-list.js';
import { demoName, foundDemoLog } from './found-demo-log.js';
import { officersFolder, Stage } from './stage.js';

export interface Quickstart {
  readonly origin: string;
  /** A folder for each officer, with his key. */
  readonly officers: string;
  readonly cast: readonly string[];
}

/** Whether a home holds no log yet. @throws UsageError for one whose quickstart was broken off */
export async function isHomeEmpty(home: string): Promise<boolean> {
  const key = await readFile(join(home, 'log.key'), 'utf8').catch(() => null);
  if (key === null) return true;
  // The device file is written last.
  if (key.includes(`"${demoName}/`) && !existsSync(join(home, 'device.json'))) {
    throw new UsageError({
      en: `${home} holds a log for demonstration that was broken off while it was made: remove the folder and begin again`,
      fr: `${home} contient un journal de démonstration dont la création a été interrompue : supprimez le dossier et recommencez`,
    });
  }
  return false;
}

/** Founds a log for demonstration in an empty home, and enlists the whole cast over HTTP. */
export async function makeQuickstart(home: string, serviceUrl: string, output: Output): Promise<Quickstart> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const demo = await foundDemoLog(home, serviceUrl, Date.now);
  const server = await startServer({
    home,
    serviceUrl,
    host: '127.0.0.1',
    port: 0,
    logKeyPassphrase: null,
    now: Date.now,
    logger: false,
  });
  try {
    const stage = new Stage(demo, server.url, officersFolder(home), Date.now);
    for (const listing of castList) {
      output.note(`${listing.label} ${listing.roles.join(', ')}`);
      await stage.enlist(listing.label, listing.roles, {
        unit: null,
        national: isNational(listing),
        ...(listing.alg === undefined ? {} : { alg: listing.alg }),
      });
    }
  } finally {
    await server.stop();
  }
  const { key } = await readLogKey(join(home, 'log.key'), null);
  await new DeviceHome(home).saveDevice({
    service: 'http://127.0.0.1:8420',
    origin: demo.origin,
    logSubject: demo.logSubject,
    logKey: formatVerifierKey(key),
  });
  return { origin: demo.origin, officers: officersFolder(home), cast: castList.map(({ label }) => label) };
}
