import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../config.js';
import { loggerSettings } from '../../logger.js';
import { startServer } from '../../server.js';
import type { AddCommand } from '../program.js';
import { untilSignal } from '../until-signal.js';
import { UsageError } from '../usage-error.js';
import { startQuickstart } from './quickstart.js';

interface ServeOptions {
  readonly host?: string;
  readonly port?: string;
  readonly quickstart?: boolean;
}

/** `scelle serve`: the service, on embedded PostgreSQL where nothing else is said. */
export const addServeCommand: AddCommand = (program, language, surroundings) => {
  const french = language === 'fr';
  program
    .command('serve')
    .description(french ? 'Démarrer le service' : 'Start the service')
    .option('--host <address>', french ? "adresse d'écoute (HOST)" : 'address to listen on (HOST)')
    .option('--port <number>', 'port (PORT)')
    .option(
      '--quickstart',
      french ? 'sans journal : en fonder un de démonstration' : 'without a log: found one for demonstration',
    )
    .action(async ({ host, port, quickstart }: ServeOptions) => {
      const { output, home } = surroundings();
      const config = readConfig(
        { ...process.env, SCELLE_HOME: home, ...(host && { HOST: host }), ...(port && { PORT: port }) },
        process.stderr.isTTY,
      );
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
        databaseUrl: config.databaseUrl,
        ownerUrl: config.migrationDatabaseUrl,
        host: config.host,
        port: config.port,
        logKeyPassphrase: config.logKeyPassphrase,
        now: Date.now,
        logger: loggerSettings(config.log),
      });
      output.result({ url: server.url, origin: server.origin }, [`${server.url}  ${server.origin}`]);
      await untilSignal();
      await server.stop();
    });
};
