import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { createFieldCase } from '../helpers/field-case.js';
import { sha256Of } from '../helpers/memory-bag.js';
import { Laptop, scelle } from '../helpers/scelle.js';

t.setTimeout(300_000);

t.test(
  'E60: an auditor orders, is shown, signs and fetches, and the verifier says that it holds',
  async t => {
    const field = await createFieldCase(t);
    await field.stage.enlist('DEMO-AUD-1', ['AUD'], { unit: null });
    const laptop = await Laptop.connect(t, field.url);
    const policy = join(laptop.home, 'policy.txt');
    await writeFile(policy, await (await fetch(`${field.url}/v1/log/policy`)).text());
    const out = join(laptop.home, 'audit');
    const as = ['--as', field.as('DEMO-AUD-1'), '--for', 'DEMO-OVERSIGHT', '--purpose', 'DEMO: audit'];
    const signed = [...as, '--place', 'DEMO-HQ', '--yes'];
    const args = ['audit', 'export', '--whole', ...signed, '--out', out];

    const ran = await laptop.run(args);
    t.equal(ran.code, 0, ran.stderr);
    const { hash, size, index, subject } = ran.json<{
      hash: string;
      size: number;
      index: number;
      subject: string;
    }>();
    t.equal(index, size, 'the event is the leaf after the tree that was exported');
    t.match(ran.stderr, 'The whole log', 'it was shown before it was signed');
    t.match(ran.stderr, hash);
    t.match(ran.stderr, 'asks for no witnesses; the service asks no time-stamp authority');
    t.match(
      ran.stderr,
      /100 % {2}(\d+)\/\1\n.*100 % {2}(\d+)\/\2\n/s,
      'KiB that came, files that were unpacked',
    );
    t.match(ran.json(), { cosigned: 'NO_QUORUM_ASKED' });
    t.equal(sha256Of(await readFile(join(out, 'tagmanifest-sha256.txt'))), hash);
    const verified = await scelle(['--json', 'verify', out, '--policy', policy]);
    t.equal(verified.code, 0, verified.stdout + verified.stderr);
    t.match(verified.json(), { verdict: 'ok', size });

    await t.test('as a ZIP, of an incident, by name, to be compared with the export before', async t => {
      const held = join(out, 'data/checkpoint');
      const zip = join(laptop.home, 'incident.zip');
      const one = await laptop.must<{ size: number; since: number[] }>([
        ...['audit', 'export', '--incident', field.incident],
        ...[...signed, '--out', zip, '--since', held, String(size - 1)],
      ]);
      t.equal(one.size, size + 1, 'the event that answered for the first one is in the second');
      t.same(one.since, [size - 1, size]);
      const known = ['--known', held];
      const { code, stdout } = await scelle(['--json', 'verify', zip, '--policy', policy, ...known]);
      t.notMatch(stdout, 'checkpoint held', 'it was compared');
      t.equal(code, 0, stdout);
      t.ok(JSON.parse(stdout).whole.includes(`incident/${field.incident}`));
    });

    await t.test(
      'nothing is signed where it cannot be written, is not agreed to, or is not one thing',
      async t => {
        const before = await headsOf();
        t.equal((await laptop.run(args)).code, 2, 'the folder is there already');
        const elsewhere = join(laptop.home, 'other');
        const unasked = ['audit', 'export', '--whole', ...as, '--place', 'DEMO-HQ', '--out', elsewhere];
        t.equal((await laptop.run(unasked)).code, 2, 'nobody agreed');
        const both = ['audit', 'export', '--whole', '--item', subject, ...signed, '--out', elsewhere];
        t.equal((await laptop.run(both)).code, 2);
        const half = ['audit', 'export', '--from', '2021-01-01T00:00:00Z', ...signed, '--out', elsewhere];
        t.equal((await laptop.run(half)).code, 2);
        const since = ['audit', 'export', '--whole', ...signed, '--out', elsewhere, '--since', policy];
        t.equal((await laptop.run(since)).code, 2, 'no checkpoint');
        t.equal(await headsOf(), before, 'the log has no further event');
        t.notOk(
          (await readdir(laptop.home)).some(name => name.startsWith('other')),
          'and nothing is left',
        );
      },
    );

    await t.test('who is not granted exports gets none', async t => {
      const other = signed.map(word => (word === field.as('DEMO-AUD-1') ? field.as('DEMO-WIT-1') : word));
      const refused = await laptop.run([
        'audit',
        'export',
        '--whole',
        ...other,
        '--out',
        join(laptop.home, 'x'),
      ]);
      t.not(refused.code, 0);
      t.match(refused.stderr + refused.stdout, /403|roles/);
    });

    async function headsOf(): Promise<number> {
      const { size: leaves } = await field.log.db
        .selectFrom('log_state')
        .select('size')
        .executeTakeFirstOrThrow();
      return leaves;
    }
  },
);
