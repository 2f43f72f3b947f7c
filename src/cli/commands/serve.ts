import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { type Config, readConfig } from '../../config.js';
import { information } from '../../http/openapi/information.js';
import { formatVerifierKey } from '../../log/index.js';
import { createLogger, loggerSettings } from '../../logger.js';
import { type RunningServer, startServer } from '../../server.js';
import { makeDatabaseAvailable } from '../../store/available-database.js';
import type { Watched } from '../../store/embedded/keep-running.js';
import { toldConfiguration } from '../../told-configuration.js';
import {
  isHomeEmpty,
  makeQuickstart,
  type QuickstartSetting,
  readQuickstartSetting,
} from '../cast/quickstart.js';
import { officersFolder } from '../cast/stage.js';
import { exampleHelp } from '../example-help.js';
import { DeviceHome } from '../home.js';
import type { Output } from '../output.js';
import { readServiceKey } from '../service-key.js';
import type { AddCommand } from '../surroundings.js';
import { untilSignal } from '../until-signal.js';
import { UsageError } from '../usage-error.js';

interface ServeOptions {
  readonly host?: string;
  readonly port?: string;
  readonly quickstart?: boolean;
  readonly sop?: string;
}

/** `scelle serve`: the service, on embedded PostgreSQL where nothing else is said. */
export const addServeCommand: AddCommand = (program, language, surroundings) => {
  const french = language === 'fr';
  program
    .command('serve')
    .description(french ? 'Démarrer le service' : 'Start the service')
    .option('--host <address>', french ? "adresse d'écoute (HOST)" : 'address to listen on (HOST)')
    .option('--port <number>', french ? "port d'écoute (PORT)" : 'port to listen on (PORT)')
    .option(
      '--quickstart',
      french ? 'sans journal : en fonder un de démonstration' : 'without a log: found one for demonstration',
    )
    .option(
      '--sop <file>',
      french
        ? 'un document de procédure adopté par le journal et qui manque'
        : 'an SOP document that the log adopted and that is missing',
    )
    .addHelpText(
      'after',
      exampleHelp(
        language,
        'scelle --home demo-home serve --quickstart --port 8420',
        'DATABASE_URL=postgres://service@db/scelle scelle --home /var/lib/scelle serve --host 127.0.0.1',
      ),
    )
    .action(async ({ host, port, quickstart = false, sop }: ServeOptions) => {
      const { output, home } = surroundings();
      const environment = { ...process.env, ...(host && { HOST: host }), ...(port && { PORT: port }) };
      const config = readConfig({ ...environment, SCELLE_HOME: home }, process.stderr.isTTY);
      await serve(config, { quickstart, sop: sop === undefined ? null : await readFile(sop) }, output);
    });
};

async function serve(
  config: Config,
  { quickstart, sop }: { readonly quickstart: boolean; readonly sop: Uint8Array | null },
  output: Output,
): Promise<void> {
  const { home, databaseUrl, migrationDatabaseUrl: ownerUrl } = config;
  const empty = quickstart ? await isHomeEmpty(home) : !existsSync(join(home, 'log.key'));
  if (empty && !quickstart) {
    throw new UsageError({
      en: `${home} holds no log: \`scelle init\` founds one, \`scelle serve --quickstart\` one for demonstration`,
      fr: `${home} ne contient pas de journal : \`scelle init\` en fonde un, \`scelle serve --quickstart\` un de démonstration`,
    });
  }
  keepHeapSmall();
  const stopping = untilSignal();
  const logger = createLogger(config.log);
  if (databaseUrl === null) {
    output.note(output.language === 'fr' ? 'Démarrage de PostgreSQL…' : 'Starting PostgreSQL…');
  }
  const database = await makeDatabaseAvailable({ home, databaseUrl, ownerUrl }, (watched: Watched) => {
    if (watched.kind === 'revived') logger.warn('PostgreSQL had ended and was started again');
    else logger.error({ err: watched.error }, 'PostgreSQL has ended and cannot be started');
  });
  try {
    if (empty) await makeQuickstart(home, database.serviceUrl, output);
    const server = await startServer({
      home,
      serviceUrl: database.serviceUrl,
      databaseConnections: config.databaseConnections,
      host: config.host,
      port: config.port,
      logKeyPassphrase: config.logKeyPassphrase,
      policyFile: config.policyFile,
      timestamping: config.timestamping,
      requestsPerMinute: config.requestsPerMinute,
      trustedProxyHops: config.trustedProxyHops,
      fileBytes: config.fileBytes,
      uploadBytesPerDay: config.uploadBytesPerDay,
      metricsToken: config.metricsToken,
      sop,
      serviceKey: await readServiceKey(config),
      configuration: toldConfiguration(config, information),
      now: Date.now,
      logger: loggerSettings(config.log),
    });
    try {
      await keepDeviceAddress(home, server);
      tell(server, config, await readQuickstartSetting(home), output);
      await stopping;
      output.note(
        output.language === 'fr'
          ? 'Arrêt : les actes en cours sont terminés…'
          : 'Stopping: finishing what waits…',
      );
    } finally {
      await server.stop();
    }
  } finally {
    await database.stop();
  }
}

/** A home that is an officer's device too, as quickstart makes it, finds the service where it listens now. */
async function keepDeviceAddress(home: string, { origin, url }: RunningServer): Promise<void> {
  const deviceHome = new DeviceHome(home);
  const device = await deviceHome.device().catch(() => undefined);
  if (device?.origin === origin && device.service !== url)
    await deviceHome.saveDevice({ ...device, service: url });
}

/** Where it listens, which log it is, and what comes next: for whoever started it the first time. */
function tell(
  { url, origin, logKey, size }: RunningServer,
  { home }: Config,
  setting: QuickstartSetting | null,
  output: Output,
): void {
  const say = (en: string, fr: string) => (output.language === 'fr' ? fr : en);
  const key = formatVerifierKey(logKey);
  const officers = existsSync(officersFolder(home)) ? officersFolder(home) : null;
  const next =
    officers === null
      ? [`npx scelle connect ${url}`]
      : [`npx scelle --home ${home} incident --help`, `npx scelle --home ${home} sealstock issue --help`];
  output.result({ url, origin, logKey: key, size, home: resolve(home), officers }, [
    say(`Listening on ${url} (Ctrl-C stops it)`, `À l'écoute sur ${url} (Ctrl-C l'arrête)`),
    say(`  log       ${origin}, ${size} leaves`, `  journal   ${origin}, ${size} feuilles`),
    say(`  log key   ${key}`, `  clé       ${key}`),
    say(
      '            (officers compare it with what they are given apart, on paper)',
      '            (à comparer avec celle remise à part, sur papier)',
    ),
    say(`  kept in   ${home}: log.key, vault, files`, `  dossier   ${home} : log.key, vault, files`),
    ...(officers === null
      ? []
      : [say(`  officers  ${officers} (for demonstration)`, `  officiers ${officers} (démonstration)`)]),
    ...(setting === null ? [] : describeSetting(setting, output.language)),
    ...next.map((command, position) =>
      position === 0 ? say(`  next      ${command}`, `  ensuite   ${command}`) : `            ${command}`,
    ),
  ]);
}

/** Unit and sites are named by their UUID in acts. */
function describeSetting(
  { unit, sites }: QuickstartSetting,
  language: Output['language'],
): readonly string[] {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  return [
    say(`  unit      ${unit.name}  ${unit.id}`, `  unité     ${unit.name}  ${unit.id}`),
    ...sites.map(({ id, name }) => `  site      ${name}  ${id}`),
  ];
}

/** On a machine with much memory V8 lets garbage wait until the heap has doubled and more (docs/performance.md). */
function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=30');
}
