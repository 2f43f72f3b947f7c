import { randomUUID } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { runScelle, scelleJson, startScelle } from '../helpers/scelle-program.js';
import { createEmptyDatabase, type TestDatabase } from '../helpers/test-database.js';
import { createTestFolder } from '../helpers/test-folder.js';

/** A machine of its own for each person: another folder, another passphrase, nothing shared but what is carried. */
class Machine {
  readonly folder: string;
  readonly env: Record<string, string>;

  private constructor(folder: string, env: Record<string, string>) {
    this.folder = folder;
    this.env = env;
  }

  static async named(root: string, name: string, env: Record<string, string> = {}): Promise<Machine> {
    const folder = join(root, name);
    await mkdir(folder, { recursive: true });
    return new Machine(folder, env);
  }

  run(...args: string[]) {
    return runScelle(['--home', 'home', ...args], { cwd: this.folder, env: this.env });
  }

  json(...args: string[]) {
    return scelleJson(['--home', 'home', ...args], { cwd: this.folder, env: this.env });
  }

  read(name: string): Promise<string> {
    return readFile(join(this.folder, name), 'utf8');
  }

  write(name: string, content: string): Promise<void> {
    return writeFile(join(this.folder, name), content);
  }

  /** By memory stick. */
  async carry(name: string, to: Machine): Promise<void> {
    await to.write(name, await this.read(name));
  }
}

async function makeFounders(root: string, operator: Machine, names: readonly string[]): Promise<Machine[]> {
  const founders: Machine[] = [];
  for (const name of names) {
    const machine = await Machine.named(root, name, { SCELLE_PASSPHRASE: `passphrase of ${name}` });
    const alg = name === 'one' ? 'ES256' : 'Ed25519';
    await machine.write(
      `${name}.card`,
      (await machine.run('key', 'new', 'own.key', '--label', name, '--alg', alg)).stdout,
    );
    await machine.carry(`${name}.card`, operator);
    founders.push(machine);
  }
  return founders;
}

function databaseOf({ serviceUrl, ownerUrl }: TestDatabase) {
  return { DATABASE_URL: serviceUrl, MIGRATION_DATABASE_URL: ownerUrl };
}

/** The founding file goes from one to the next, as it would by memory stick. */
async function signInTurn(operator: Machine, founders: readonly Machine[]): Promise<void> {
  for (const founder of founders) {
    await operator.carry('founding.json', founder);
    await founder.json('sign', 'founding.json', '--as', 'own.key:REG', '--yes');
    await founder.carry('founding.json', operator);
  }
}

const named = (...names: string[]) => names.flatMap(name => ['--founder', `${name}.card:DEMO ${name}`]);

t.test(
  'RQ: a log is founded by people who never share a machine, and a third officer registered by both',
  async t => {
    const root = await createTestFolder(t);
    const database = await createEmptyDatabase(t);
    const operator = await Machine.named(root, 'operator', {
      ...databaseOf(database),
      SCELLE_LOG_KEY_PASSPHRASE: 'of the log',
    });
    const [one, two] = (await makeFounders(root, operator, ['one', 'two'])) as [Machine, Machine];
    const begun = await operator.json('init', '--name', 'custody.example.org', ...named('one', 'two'));
    t.match(begun.origin, /^custody\.example\.org\/[\w-]{22}$/);
    t.match(
      (await operator.run('init', '--complete', 'founding.json')).stderr,
      /one, DEMO two still has to sign/,
    );

    await signInTurn(operator, [one, two, one]);
    const founded = await operator.json('init', '--complete', 'founding.json');
    t.match(founded, { origin: begun.origin, logKey: begun.logKey, size: 6 });
    t.equal((await stat(join(operator.folder, 'home/log.key'))).mode & 0o777, 0o600);
    t.notMatch(await operator.read('home/log.key'), /"sealed": ?false/, 'under its passphrase');
    t.same(await operator.json('init', '--complete', 'founding.json'), founded, 'once more changes nothing');

    const service = await startScelle(t, ['--home', 'home', 'serve', '--port', '0'], {
      cwd: operator.folder,
      env: operator.env,
    });
    t.match(service.started, { origin: begun.origin, logKey: begun.logKey, size: 6 });
    for (const machine of [one, two]) await machine.json('connect', service.started.url);

    const three = await Machine.named(root, 'three', { SCELLE_PASSPHRASE: 'of the third' });
    const { officer } = await three.json('key', 'new', 'own.key', '--label', 'three');
    await three.write('proof', (await three.run('key', 'prove', 'own.key', '--log', begun.origin)).stdout);
    await three.carry('proof', one);
    await two.carry('two.card', one);
    const acts = [
      ['register', '--set', 'name=DEMO three', '--set', 'kind=PERSON', '--set', 'national=no'],
      ['register-key', '--body', 'proof'],
      [
        'grant-role',
        ...setting({
          grant: randomUUID(),
          role: 'WIT',
          from: '2020-01-01T00:00:00Z',
          until: '2120-01-01T00:00:00Z',
        }),
      ],
    ];
    for (const [position, [verb = '', ...given]] of acts.entries()) {
      const signing = ['--as', 'own.key:REG', '--with', 'two.card:REG:registrar', '--out', 'batch.json'];
      await one.json('officer', verb, officer, ...given, ...signing);
      await one.carry('batch.json', two);
      const pushed = await two.json('sign', 'batch.json', '--as', 'own.key:REG', '--yes', '--push');
      t.match(pushed, { outcome: 'appended', index: 6 + 2 * position }, verb);
    }
    t.equal(await service.end('SIGTERM'), 0, 'the service ends by itself');
  },
);

function setting(fields: Record<string, string>): string[] {
  return Object.entries(fields).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
}

t.test('what cannot be founded is refused in words, and nothing is written', async t => {
  const root = await createTestFolder(t);
  const operator = await Machine.named(root, 'operator');
  const [one] = (await makeFounders(root, operator, ['one', 'two'])) as [Machine];
  const begin = (...args: string[]) => operator.run('init', '--name', 'custody.example.org', ...args);
  await one.carry('own.key', operator);
  t.match(await begin(...named('one')), { status: 2, stdout: '', stderr: /two founders or more/ });
  t.match(await begin('--lang', 'fr', ...named('one', 'one')), { status: 2, stderr: /la même clé/ });
  t.match(await begin(...named('one'), '--founder', 'own.key:DEMO two'), { status: 2, stderr: /key itself/ });
  await t.rejects(stat(join(operator.folder, 'home')), { code: 'ENOENT' });
  await t.rejects(stat(join(operator.folder, 'founding.json')), { code: 'ENOENT' });

  const begun = await begin(...named('one', 'two'));
  t.match(begun, { status: 0, stderr: /WARNING: with two founders one lost key is a deadlock/ });
  t.match(await begin(...named('one', 'two')), { status: 2, stderr: /log\.key is there already/ });
  await operator.carry('founding.json', one);
  t.match(await one.run('sign', 'founding.json', '--as', 'own.key:OPS'), {
    status: 2,
    stderr: /in the role REG/,
  });
  t.match(await one.run('key', 'new', 'own.key', '--label', 'x'), { status: 2, stderr: /never overwritten/ });
});
