import { resolve } from 'node:path';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { LocalizedError, type Text } from './custody/text.js';

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
  /** Requests a minute from one address; null: as many as the service allows by itself. */
  readonly requestsPerMinute: number | null;
  /** Largest file in bytes; null: 64 GiB. */
  readonly fileBytes: number | null;
  /** Bytes that one officer may send in a day; null: 256 GiB. */
  readonly uploadBytesPerDay: number | null;
  /** What whoever reads `/metrics` has to send; null: it is not there. */
  readonly metricsToken: string | null;
  readonly logKeyPassphrase: string | null;
  /** Policy with the log's witnesses (C2SP tlog-policy); null: `policy.txt` in `home`, where there is one. */
  readonly policyFile: string | null;
  /** Key file of the service's own officer; null: `service.key` in `home`, where there is one. */
  readonly serviceKeyFile: string | null;
  readonly serviceKeyPassphrase: string | null;
  /** RFC 3161 authority that stamps a checkpoint a day; null: none does. */
  readonly timestamping: TimestampSettings | null;
}

export interface TimestampSettings {
  readonly url: string;
  /** Certificates (PEM or DER) that its tokens have to be of; null: whatever it signs with is taken. */
  readonly certificateFile: string | null;
  /** Object identifier of the policy that is asked for; null: the authority's own. */
  readonly policy: string | null;
}

export interface LogSettings {
  readonly level: (typeof logLevels)[number];
  readonly format: (typeof logFormats)[number];
}

/** The environment does not make a configuration. Names every variable that is wrong, never its value. */
export class ConfigError extends LocalizedError {
  override readonly name = 'ConfigError';
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const logFormats = ['json', 'pretty'] as const;

const DatabaseUrl = Type.String({ pattern: '^postgres(ql)?://' });
const Count = Type.String({ pattern: '^[1-9]\\d{0,5}$' });
const ByteCount = Type.String({ pattern: '^[1-9]\\d{0,14}$' });
const Token = Type.String({ pattern: '^[A-Za-z0-9_-]{16,200}$' });
const Words = Type.String({ minLength: 1 });
const HttpUrl = Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 2000 });
const ObjectIdentifier = Type.String({ pattern: '^[0-2](\\.(0|[1-9]\\d*))+$', maxLength: 200 });

const Port = Type.String({ pattern: '^\\d{1,5}$' });
const Hops = Type.String({ pattern: '^\\d$' });
const Level = Type.Enum([...logLevels]);
const Format = Type.Enum([...logFormats]);

/** What each variable takes, in English and French. */
const expected = {
  port: ['a port number', 'un numéro de port'],
  folder: ['a folder', 'un dossier'],
  file: ['a file', 'un fichier'],
  database: ['a postgres:// address', 'une adresse postgres://'],
  count: ['a whole number from 1', 'un nombre entier à partir de 1'],
  host: ['an address to listen on', "une adresse d'écoute"],
  level: [`one of ${logLevels.join(', ')}`, `parmi ${logLevels.join(', ')}`],
  format: [`one of ${logFormats.join(', ')}`, `parmi ${logFormats.join(', ')}`],
  hops: ['a number from 0 to 9', 'un nombre de 0 à 9'],
  url: ['an http:// or https:// address', 'une adresse http:// ou https://'],
  objectIdentifier: ['an object identifier such as 1.2.3', "un identifiant d'objet tel que 1.2.3"],
  passphrase: ['a passphrase', 'une phrase secrète'],
  token: ['16 letters, digits, - or _, or more', '16 lettres, chiffres, - ou _, ou davantage'],
} as const;

/**
 * Reads the configuration once, at the start. A variable that is set to nothing counts as not set, as
 * docker-compose passes it. Throws `ConfigError`.
 */
export function readConfig(environment: NodeJS.ProcessEnv, terminal: boolean): Config {
  const wrong: Text[] = [];

  function read<Schema extends Type.TSchema>(
    name: string,
    schema: Schema,
    [en, fr]: readonly [en: string, fr: string],
  ): Type.Static<Schema> | null {
    const value: unknown = environment[name];
    if (value === undefined || value === '') return null;
    if (Value.Check(schema, value)) return value;
    wrong.push({ en: `${name} must be ${en}`, fr: `${name} doit être ${fr}` });
    return null;
  }

  const port = Number(read('PORT', Port, expected.port) ?? 8420);
  if (port > 65535) wrong.push({ en: 'PORT must be a port number', fr: 'PORT doit être un numéro de port' });
  const timestampUrl = read('SCELLE_TSA_URL', HttpUrl, expected.url);
  const timestampCertificate = read('SCELLE_TSA_CERTIFICATE', Words, expected.file);
  const timestampPolicy = read('SCELLE_TSA_POLICY', ObjectIdentifier, expected.objectIdentifier);
  if (timestampUrl === null && (timestampCertificate ?? timestampPolicy) !== null) {
    wrong.push({
      en: 'SCELLE_TSA_CERTIFICATE and SCELLE_TSA_POLICY need SCELLE_TSA_URL beside them',
      fr: 'SCELLE_TSA_CERTIFICATE et SCELLE_TSA_POLICY ne vont pas sans SCELLE_TSA_URL',
    });
  }
  const config: Config = {
    home: resolve(read('SCELLE_HOME', Words, expected.folder) ?? '.scelle'),
    databaseUrl: read('DATABASE_URL', DatabaseUrl, expected.database),
    migrationDatabaseUrl: read('MIGRATION_DATABASE_URL', DatabaseUrl, expected.database),
    databaseConnections: Number(read('DATABASE_CONNECTIONS', Count, expected.count) ?? 10),
    host: read('HOST', Words, expected.host) ?? '127.0.0.1',
    port,
    log: {
      level: read('LOG_LEVEL', Level, expected.level) ?? 'info',
      format: read('LOG_FORMAT', Format, expected.format) ?? (terminal ? 'pretty' : 'json'),
    },
    trustedProxyHops: Number(read('TRUSTED_PROXY_HOPS', Hops, expected.hops) ?? 0),
    requestsPerMinute: optionalNumber(read('REQUESTS_PER_MINUTE', Count, expected.count)),
    fileBytes: optionalNumber(read('FILE_BYTES', ByteCount, expected.count)),
    uploadBytesPerDay: optionalNumber(read('UPLOAD_BYTES_PER_DAY', ByteCount, expected.count)),
    metricsToken: read('METRICS_TOKEN', Token, expected.token),
    logKeyPassphrase: read('SCELLE_LOG_KEY_PASSPHRASE', Words, expected.passphrase),
    policyFile: read('SCELLE_POLICY', Words, expected.file),
    serviceKeyFile: read('SCELLE_SERVICE_KEY', Words, expected.file),
    serviceKeyPassphrase: read('SCELLE_SERVICE_KEY_PASSPHRASE', Words, expected.passphrase),
    timestamping:
      timestampUrl === null
        ? null
        : { url: timestampUrl, certificateFile: timestampCertificate, policy: timestampPolicy },
  };
  if (config.migrationDatabaseUrl !== null && config.databaseUrl === null) {
    wrong.push({
      en: 'MIGRATION_DATABASE_URL needs DATABASE_URL beside it',
      fr: 'MIGRATION_DATABASE_URL ne va pas sans DATABASE_URL',
    });
  }
  if (wrong.length > 0) {
    throw new ConfigError({
      en: wrong.map(({ en }) => en).join('; '),
      fr: wrong.map(({ fr }) => fr).join(' ; '),
    });
  }
  return config;
}

function optionalNumber(text: string | null): number | null {
  return text === null ? null : Number(text);
}
