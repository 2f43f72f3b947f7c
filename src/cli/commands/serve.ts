import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../server.js';
import type { AddCommand } from '../program.js';
import { untilSignal } from '../until-signal.js';
import { UsageError } from '../usage-error.js';
import { startQuickstart } from './quickstart.js';

/** `scelle serve`: the service, on embedded PostgreSQL where nothing else is said. */
export const addServeCommand: AddCommand = (program, language, surroundings) => {
  const french = language === 'fr';
  program
    .command('serve')
    .description(french ? 'Démarrer le service' : 'Start the service')
    .option('--host <address>', french ? "adresse d'écoute" : 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port', '8420')
    .option(
      '--quickstart',
      french ? 'sans journal : en fonder un de démonstration' : 'without a log: found one for demonstration',
    )
    .action(async ({ host, port, quickstart }: { host: string; port: string; quickstart?: boolean }) => {
      const { output, home } = surroundings();
      if (!/^\d{1,5}$/.test(port)) throw new UsageError(`--port takes a number, not ${port}`);
      if (!existsSync(join(home, 'log.key'))) {
        if (quickstart !== true) {
          throw new UsageError(
            `${home} holds no log: run \`scelle quickstart\` to look around, or \`scelle init\``,
          );
        }
        await startQuickstart(home, output);
      }
      const server = await startServer({
        home,
        databaseUrl: process.env.DATABASE_URL ?? null,
        ownerUrl: process.env.MIGRATION_DATABASE_URL ?? null,
        host,
        port: Number(port),
        logKeyPassphrase: process.env.SCELLE_LOG_KEY_PASSPHRASE ?? null,
        now: Date.now,
        logger: { level: process.env.LOG_LEVEL ?? 'info' },
      });
      output.result({ url: server.url, origin: server.origin }, [`${server.url}  ${server.origin}`]);
      await untilSignal();
      await server.stop();
    });
};
