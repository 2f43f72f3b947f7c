import { resolve } from 'node:path';
import t from 'tap';
import { ConfigError, readConfig } from '../src/config.js';

t.test('an empty environment is a configuration', async t => {
  t.same(readConfig({}, false), {
    home: resolve('.scelle'),
    databaseUrl: null,
    migrationDatabaseUrl: null,
    databaseConnections: 10,
    host: '127.0.0.1',
    port: 8420,
    log: { level: 'info', format: 'json' },
    trustedProxyHops: 0,
    requestsPerMinute: null,
    fileBytes: null,
    uploadBytesPerDay: null,
    metricsToken: null,
    logKeyPassphrase: null,
    policyFile: null,
    timestamping: null,
    serviceKeyFile: null,
    serviceKeyPassphrase: null,
  });
  t.equal(readConfig({}, true).log.format, 'pretty', 'at a terminal');
});

t.test('every variable is read', async t => {
  const config = readConfig(
    {
      SCELLE_HOME: '/data',
      DATABASE_URL: 'postgresql://a:b@db/scelle',
      MIGRATION_DATABASE_URL: 'postgres://c:d@db/scelle',
      DATABASE_CONNECTIONS: '4',
      HOST: '0.0.0.0',
      PORT: '0',
      LOG_LEVEL: 'debug',
      LOG_FORMAT: 'json',
      TRUSTED_PROXY_HOPS: '2',
      REQUESTS_PER_MINUTE: '60',
      FILE_BYTES: '5000000000',
      UPLOAD_BYTES_PER_DAY: '50000000000',
      METRICS_TOKEN: 'DEMO-METRICS-TOKEN',
      SCELLE_LOG_KEY_PASSPHRASE: 'x',
      SCELLE_POLICY: '/etc/scelle/policy.txt',
      SCELLE_TSA_URL: 'https://tsa.test.example/tsr',
      SCELLE_TSA_CERTIFICATE: '/etc/scelle/tsa.pem',
      SCELLE_TSA_POLICY: '1.2.3.4.1',
      SCELLE_SERVICE_KEY: '/etc/scelle/service.key',
      SCELLE_SERVICE_KEY_PASSPHRASE: 'y',
    },
    true,
  );
  t.same(config, {
    home: '/data',
    databaseUrl: 'postgresql://a:b@db/scelle',
    migrationDatabaseUrl: 'postgres://c:d@db/scelle',
    databaseConnections: 4,
    host: '0.0.0.0',
    port: 0,
    log: { level: 'debug', format: 'json' },
    trustedProxyHops: 2,
    requestsPerMinute: 60,
    fileBytes: 5_000_000_000,
    uploadBytesPerDay: 50_000_000_000,
    metricsToken: 'DEMO-METRICS-TOKEN',
    logKeyPassphrase: 'x',
    policyFile: '/etc/scelle/policy.txt',
    timestamping: {
      url: 'https://tsa.test.example/tsr',
      certificateFile: '/etc/scelle/tsa.pem',
      policy: '1.2.3.4.1',
    },
    serviceKeyFile: '/etc/scelle/service.key',
    serviceKeyPassphrase: 'y',
  });
});

t.test('a variable set to nothing counts as not set', async t => {
  t.same(readConfig({ DATABASE_URL: '', PORT: '' }, false), readConfig({}, false));
});

const wrong: [Record<string, string>, RegExp][] = [
  [{ DATABASE_URL: 'mysql://secret@db' }, /^DATABASE_URL must be a postgres/],
  [{ MIGRATION_DATABASE_URL: 'postgres://a@b/c' }, /^MIGRATION_DATABASE_URL needs DATABASE_URL/],
  [{ DATABASE_CONNECTIONS: '0' }, /^DATABASE_CONNECTIONS must be/],
  [{ PORT: 'http' }, /^PORT must be/],
  [{ PORT: '70000' }, /^PORT must be/],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of fatal, /],
  [{ LOG_FORMAT: 'xml' }, /^LOG_FORMAT must be one of json, pretty/],
  [{ TRUSTED_PROXY_HOPS: '-1' }, /^TRUSTED_PROXY_HOPS must be/],
  [{ REQUESTS_PER_MINUTE: 'many' }, /^REQUESTS_PER_MINUTE must be/],
  [{ FILE_BYTES: '5 GB' }, /^FILE_BYTES must be/],
  [{ UPLOAD_BYTES_PER_DAY: '0' }, /^UPLOAD_BYTES_PER_DAY must be/],
  [{ METRICS_TOKEN: 'short' }, /^METRICS_TOKEN must be/],
  [{ SCELLE_TSA_URL: 'tsa.example' }, /^SCELLE_TSA_URL must be an http/],
  [{ SCELLE_TSA_URL: 'http://tsa.example', SCELLE_TSA_POLICY: 'any' }, /^SCELLE_TSA_POLICY must be/],
  [{ SCELLE_TSA_CERTIFICATE: '/tsa.pem' }, /need SCELLE_TSA_URL beside them/],
];

for (const [environment, message] of wrong) {
  t.test(`refused: ${JSON.stringify(environment)}`, async t => {
    t.throws(() => readConfig(environment, false), { name: 'ConfigError', message });
  });
}

t.test('all that is wrong is named at once, and no value is shown', async t => {
  try {
    readConfig({ DATABASE_URL: 'oops:secret', PORT: 'x', LOG_LEVEL: 'y' }, false);
    t.fail('must throw');
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    t.match(error.message, /DATABASE_URL.*LOG_LEVEL/);
    t.match(error.message, /PORT/);
    t.notMatch(error.message, /secret/);
  }
});
