import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { officersFolder } from '../../src/cli/cast/stage.js';
import { publicCard, readKeyFile } from '../../src/client/index.js';
import { createFieldCase } from '../helpers/field-case.js';
import { Laptop } from '../helpers/scelle.js';

interface Refused {
  readonly error: string;
  readonly problem: { readonly violations: readonly { readonly rule: string }[] };
}

t.setTimeout(600_000);

t.test('scelle officer enlist: registered, key and roles in one batch by two registrars', async t => {
  const field = await createFieldCase(t);
  const laptop = await Laptop.connect(t, field.url);
  const [first, second] = [field.as('DEMO-REG-1'), field.as('DEMO-REG-2')];
  const until = ['--until', new Date(Date.now() + 86_400_000).toISOString().replace(/\.\d+/, '')];

  /** A newcomer on a machine of his own: what he hands to the registrars. */
  const newcomer = async (label: string, log = field.stage.origin) => {
    const key = join(laptop.home, `${label}.key.json`);
    const card = await laptop.must<{ officer: string }>([
      ...['key', 'new', key, '--label', label, '--no-passphrase'],
    ]);
    const proof = await laptop.must(['key', 'prove', key, '--log', log]);
    return {
      key,
      officer: card.officer,
      card: await laptop.file(`${label}.card.json`, card),
      proof: await laptop.file(`${label}.proof.json`, proof),
    };
  };
  const enlist = ({ card, proof }: { readonly card: string; readonly proof: string }) => [
    ...['officer', 'enlist', card, '--proof', proof, '--name', 'DEMO newcomer', '--as', first],
  ];
  const works = async (key: string, role: string) =>
    (await laptop.run(['outbox', 'prepare', '--as', `${key}:${role}`, '--scene', field.scene])).code;

  await t.test('two registrars on one device', async t => {
    const { key, officer, ...papers } = await newcomer('DEMO-WIT-9');
    t.not(await works(key, 'WIT'), 0, 'unknown before');
    const done = await laptop.must([
      ...[...enlist(papers), '--role', 'WIT', '--role', 'CSO', ...until],
      ...['--with', `${second}:registrar`, '--yes'],
    ]);
    t.match(done, { subject: `officer/${officer}`, outcome: 'appended', events: { length: 8 } });
    t.equal(await works(key, 'WIT'), 0);
    t.equal(await works(key, 'CSO'), 0);
  });

  await t.test('two registrars on two devices: completed by scelle sign', async t => {
    const { key, ...papers } = await newcomer('DEMO-EOD-9');
    const stored = await readFile(join(officersFolder(field.home), 'DEMO-REG-2/officer.key.json'), 'utf8');
    const card = await laptop.file('DEMO-REG-2.card.json', publicCard(readKeyFile(JSON.parse(stored))));
    const out = join(laptop.home, 'half-signed.json');
    const half = await laptop.must<{ missing: readonly unknown[] }>([
      ...[...enlist(papers), '--role', 'EOD', ...until],
      ...['--with', `${card}:REG:registrar`, '--out', out],
    ]);
    t.equal(half.missing.length, 1);
    const other = await Laptop.connect(t, field.url);
    t.match(await other.must(['sign', out, '--as', second, '--yes', '--push']), { outcome: 'appended' });
    t.equal(await works(key, 'EOD'), 0);
  });

  await t.test(
    'all of it or nothing: a role that may not be granted like this leaves no officer',
    async t => {
      const { key, ...papers } = await newcomer('DEMO-SEC-9');
      const endless = await laptop.run([
        ...enlist(papers),
        '--role',
        'SEC',
        '--with',
        `${second}:registrar`,
        '--yes',
      ]);
      t.equal(endless.code, 3);
      t.match(endless.json<Refused>().problem.violations, [{ rule: 'officer.role-without-end' }]);
      const clash = await laptop.run([
        ...[...enlist(papers), '--role', 'SEC', '--role', 'OPS', ...until],
        ...['--with', `${second}:registrar`, '--yes'],
      ]);
      t.equal(clash.code, 3, 'SD-7');
      const alone = await laptop.run([...enlist(papers), '--role', 'SEC', ...until]);
      t.equal(alone.code, 3, 'one registrar is not enough');
      t.not(await works(key, 'SEC'), 0);
    },
  );

  await t.test('what is wrong is found before anybody signs, and told in both languages', async t => {
    const good = await newcomer('DEMO-WIT-8');
    const elsewhere = await newcomer('DEMO-WIT-7', 'other.example/AAAAAAAAAAAAAAAAAAAAAA');
    const rest = ['--role', 'WIT', ...until, '--with', `${second}:registrar`, '--yes'];
    const empty = await laptop.file('no-proof.json', {});
    const cases: readonly (readonly [readonly string[], RegExp, RegExp])[] = [
      [[...enlist(elsewhere), ...rest], /does not prove/, /ne prouve pas/],
      [[...enlist({ ...good, proof: elsewhere.proof }), ...rest], /does not prove/, /ne prouve pas/],
      [[...enlist({ ...good, proof: empty }), ...rest], /does not prove/, /ne prouve pas/],
      [[...enlist({ ...good, card: good.key }), ...rest], /the officer's key itself/, /la clé même/],
      [[...enlist(good), '--role', 'WTI', ...until], /no role WTI; did you mean WIT/, /pas de rôle WTI/],
    ];
    for (const [args, english, french] of cases) {
      const [en, fr] = [await laptop.run(args), await laptop.run(['--lang', 'fr', ...args])];
      t.same([en.code, fr.code], [2, 2]);
      t.match(en.json<Refused>().error, english);
      t.match(fr.json<Refused>().error, french);
    }
  });
});
