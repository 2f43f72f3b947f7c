import { resolve } from 'node:path';
import Type from 'typebox';
import { Value } from 'typebox/value';

/** What the service was told by its environment. Everything else it knows from its log and its database. */
export interface Config {
  /** Folder with the log's key, its vault, its files and, in embedded mode, the database. Absolute. */
  readonly home: string;
  /** Connection of the service's role; null: embedded PostgreSQL inside `home`. */
  readonly databaseUrl: string | null;
  /** Connection of the tables' owner; null: migrations are run by somebody else (`scelle migrate`). */
  readonly migrationDatabaseUrl: string | null;
  /** Connections that one process keeps to the database. */
  readonly databaseConnections: number;
  readonly host: string;
  readonly port: number;
  readonly log: LogSettings;
  /** Proxies in front of the service that add to `X-Forwarded-For`; 0: the header is not believed. */
  readonly trustedProxyHops: number;
  /** Requests a minute from one address. */
  readonly requestsPerMinute: number;
  readonly logKeyPassphrase: string | null;
}

export interface LogSettings {
  readonly level: (typeof logLevels)[number];
  readonly format: (typeof logFormats)[number];
}

/** The environment does not make a configuration. Names every variable that is wrong, never its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const logFormats = ['json', 'pretty'] as const;

const DatabaseUrl = Type.String({ pattern: '^postgres(ql)?://' });
const Count = Type.String({ pattern: '^[1-9]\\d{0,5}$' });
const Text = Type.String({ minLength: 1 });

const Port = Type.String({ pattern: '^\\d{1,5}$' });
const Hops = Type.String({ pattern: '^\\d$' });
const Level = Type.Enum([...logLevels]);
const Format = Type.Enum([...logFormats]);

/**
 * Reads the configuration once, at the start. A variable that is set to nothing counts as not set, as
 * docker-compose passes it. Throws `ConfigError`.
 */
export function readConfig(environment: NodeJS.ProcessEnv, terminal: boolean): Config {
  const wrong: string[] = [];

  function read<Schema extends Type.TSchema>(
    name: string,
    schema: Schema,
    expected: string,
  ): Type.Static<Schema> | null {
    const value: unknown = environment[name];
    if (value === undefined || value === '') return null;
    if (Value.Check(schema, value)) return value;
    wrong.push(`${name} must be ${expected}`);
    return null;
  }

  const port = Number(read('PORT', Port, 'a port number') ?? 8420);
  if (port > 65535) wrong.push('PORT must be a port number');
  const config: Config = {
    home: resolve(read('SCELLE_HOME', Text, 'a folder') ?? '.scelle'),
    databaseUrl: read('DATABASE_URL', DatabaseUrl, 'a postgres:// address'),
    migrationDatabaseUrl: read('MIGRATION_DATABASE_URL', DatabaseUrl, 'a postgres:// address'),
    databaseConnections: Number(read('DATABASE_CONNECTIONS', Count, 'a whole number from 1') ?? 10),
    host: read('HOST', Text, 'an address to listen on') ?? '127.0.0.1',
    port,
    log: {
      level: read('LOG_LEVEL', Level, `one of ${logLevels.join(', ')}`) ?? 'info',
      format: read('LOG_FORMAT', Format, `one of ${logFormats.join(', ')}`) ?? (terminal ? 'pretty' : 'json'),
    },
    trustedProxyHops: Number(read('TRUSTED_PROXY_HOPS', Hops, 'a number from 0 to 9') ?? 0),
    requestsPerMinute: Number(read('REQUESTS_PER_MINUTE', Count, 'a whole number from 1') ?? 1200),
    logKeyPassphrase: read('SCELLE_LOG_KEY_PASSPHRASE', Text, 'a passphrase'),
  };
  if (config.migrationDatabaseUrl !== null && config.databaseUrl === null) {
    wrong.push('MIGRATION_DATABASE_URL needs DATABASE_URL beside it');
  }
  if (wrong.length > 0) throw new ConfigError(wrong.join('; '));
  return config;
}
