import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../config.js';
import { formatVerifierKey } from '../../log/index.js';
import { makeDatabaseAvailable, startServer } from '../../server.js';
import { readLogKey } from '../../store/log-key-file.js';
import { castList, isNational } from '../cast/cast-list.js';
import { foundDemoLog } from '../cast/found-demo-log.js';
import { officersFolder, Stage } from '../cast/stage.js';
import { DeviceHome } from '../home.js';
import type { Output } from '../output.js';
import type { AddCommand } from '../program.js';
import { UsageError } from '../usage-error.js';

/** `scelle quickstart`: a log for demonstration with a cast of officers, for whoever wants to look around. */
export const addQuickstartCommand: AddCommand = (program, language, surroundings) => {
  program
    .command('quickstart')
    .description(
      language === 'fr'
        ? 'Fonder un journal de démonstration et ses officiers DEMO-…'
        : 'Found a log for demonstration and its officers DEMO-…',
    )
    .action(async () => {
      const { output, home } = surroundings();
      const made = await startQuickstart(home, output);
      output.result(made, [
        language === 'fr'
          ? `Journal de démonstration ${made.origin} ; clés non protégées dans ${made.officers}`
          : `Log for demonstration ${made.origin}; keys, not protected, in ${made.officers}`,
        'scelle serve',
      ]);
    });
};

export async function startQuickstart(home: string, output: Output) {
  if (existsSync(join(home, 'log.key'))) throw new UsageError(`${home} already holds a log`);
  const { databaseUrl, migrationDatabaseUrl: ownerUrl } = readConfig(process.env, false);
  output.note(output.language === 'fr' ? 'Démarrage de PostgreSQL…' : 'Starting PostgreSQL…');
  const database = await makeDatabaseAvailable({ home, databaseUrl, ownerUrl });
  try {
    const demo = await foundDemoLog(home, database.serviceUrl, Date.now);
    const server = await startServer({
      home,
      databaseUrl,
      ownerUrl,
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
  } finally {
    await database.stop();
  }
}
