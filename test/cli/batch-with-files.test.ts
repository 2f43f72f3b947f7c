import { randomBytes } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import type { JsonObject } from '../../src/log/index.js';
import { collectedBody, registeredBody } from '../helpers/bodies/evidence.js';
import { labelBody, sealApplied } from '../helpers/bodies/package.js';
import { createFieldCase, type FieldCase, minutesAgo } from '../helpers/field-case.js';
import { jpegOf } from '../helpers/jpeg-of.js';
import { circumstances } from '../helpers/procedure.js';
import { diskFault, Laptop, scelle } from '../helpers/scelle.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { sha256Of } from '../helpers/uploads.js';

t.setTimeout(600_000);

async function collectedItem({ stage, incident, scene, clearance, idOf }: FieldCase): Promise<string> {
  const subject = `evidence/${stage.newId()}`;
  const registered = registeredBody(minutesAgo(60), {
    incident,
    scene,
    photographs: [],
    withoutPhotograph: 'DEMO: no camera',
    quantity: { amount: '143', unit: { code: 'PIECE', text: null }, countedBy: idOf('DEMO-WIT-1') },
  });
  const acting = { subject, by: 'DEMO-WIT-1/WIT', refs: [clearance] };
  await stage.require([
    { ...acting, type: 'evidence.registered', body: registered },
    {
      ...acting,
      type: 'evidence.collected',
      countersigned: ['DEMO-WIT-2/WIT as witness'],
      body: collectedBody(minutesAgo(50), { scene }),
    },
  ]);
  return subject;
}

t.test('E14: a half-signed batch takes its photograph to the second device and to the service', async t => {
  const field = await createFieldCase(t);
  const { as, stock, stage } = field;
  const [laptop, other] = [await Laptop.connect(t, field.url), await Laptop.connect(t, field.url)];
  const item = await collectedItem(field);
  const bytes = jpegOf(randomBytes(1_500_000));
  const photograph = join(laptop.home, 'seal.jpg');
  await writeFile(photograph, bytes);
  const [keyFile = ''] = as('DEMO-WIT-2').split(':');
  const { secret: _secret, ...key } = JSON.parse(await readFile(keyFile, 'utf8'));
  const card = await laptop.file('card.json', { ...key, kind: 'scelle-public-card' });
  const { photo: _photo, ...seal } = sealApplied('DEMO-000007', { stock });
  const body: JsonObject = {
    ...circumstances(minutesAgo(40)),
    packageNumber: 'DEMO-P-FIELD',
    packageType: { code: 'PLASTIC_BAG', text: null },
    holds: 'NEITHER',
    seal,
    label: labelBody(),
  };
  const packageId = stage.newId();
  const content = { description: 'DEMO: casings', quantity: { amount: '143', unit: 'PIECE' } };
  const inside = [{ subject: item, package: packageId, sealNumber: 'DEMO-000007', content }];
  const stick = await createTestFolder(t);
  const batch = join(stick, 'half.json');
  const beside = join(stick, 'half.json.files', `${sha256Of(bytes)}.jpg`);
  const sealing = [
    ...['package', 'seal', packageId, '--as', as('DEMO-WIT-1'), '--with', `${card}:WIT:witness`],
    ...['--body', await laptop.file('seal.json', body), '--set', `seal.photo=${photograph}`],
    ...['--items', await laptop.file('inside.json', inside), '--out', batch],
  ];

  await t.test('a full stick is said, and nothing half-written is left on it', async t => {
    const full = await laptop.run(sealing, { env: diskFault('full half.json.files') });
    t.equal(full.code, 1);
    t.match(full.stderr, /no room left for .*half\.json\.files/);
    t.same(
      (await readdir(stick)).filter(name => name.startsWith('half')),
      [],
    );
  });

  await t.test(
    'the photograph lies beside the batch under its hash; a batch without files is one file',
    async t => {
      const half = await laptop.must<{ files: readonly { path: string }[] }>(sealing);
      t.match(half, { missing: [{}], files: [{ sha256: sha256Of(bytes) }] });
      t.same(await readFile(beside), bytes);
      t.same(JSON.parse(await readFile(batch, 'utf8')).files, [sha256Of(bytes)]);
      const alone = join(stick, 'alone.json');
      const spoiled = await laptop.must([
        ...['sealstock', 'report-spoiled', stock, '--as', as('DEMO-WIT-1'), '--place', 'DEMO-PLACE'],
        ...['--at', minutesAgo(5), '--set', 'number=DEMO-000009', '--set', 'reason=DEMO torn'],
        ...['--out', alone],
      ]);
      t.match(spoiled, { out: alone, missing: [] });
      t.notOk('outcome' in spoiled, 'a batch that is written to a file is not sent');
      const sent = await laptop.must(['sign', alone, '--as', as('DEMO-WIT-1'), '--push']);
      t.match(sent, { outcome: 'appended' }, 'complete, it is sent from the file');
      t.notOk('files' in JSON.parse(await readFile(alone, 'utf8')));
      t.notOk((await readdir(stick)).includes('alone.json.files'));
      await rm(photograph);
    },
  );

  const sign = ['sign', batch, '--as', as('DEMO-WIT-2'), '--yes'];
  const unsigned = await readFile(batch, 'utf8');

  await t.test('a batch for others names who signs there; complete, it says that it is not sent', async t => {
    const left = ['--with', '--set'];
    const nobody = sealing.filter(
      (word, at) => !left.includes(word) && !left.includes(sealing[at - 1] ?? ''),
    );
    const refused = await laptop.run(nobody);
    t.equal(refused.code, 2);
    t.match(refused.stderr, /who signs elsewhere: --with THEIR\.card\.json:ROLE:witness/);
    const copy = join(await createTestFolder(t), 'half.json');
    await cp(batch, copy);
    await cp(`${batch}.files`, `${copy}.files`, { recursive: true });
    const completed = await scelle([
      ...['--home', other.home, 'sign', copy, '--as', as('DEMO-WIT-2'), '--yes'],
    ]);
    t.equal(completed.code, 0, completed.stderr);
    t.match(completed.stdout, /Complete, but NOT sent yet\. Send it: scelle sign .*half\.json --as/);
  });

  await t.test('a file that is missing or was changed on the way: nobody signs', async t => {
    const kept = await createTestFolder(t);
    await cp(beside, join(kept, 'kept'));
    await rm(beside);
    const missing = await other.run(sign);
    t.equal(missing.code, 2);
    t.match(missing.stderr, /half\.json\.files/);
    await writeFile(beside, Buffer.concat([bytes.subarray(1), Buffer.of(0)]));
    const changed = await other.run(['--lang', 'fr', ...sign, '--push']);
    t.equal(changed.code, 2);
    t.match(changed.stderr, /n'est pas le fichier que l'acte désigne/);
    const smuggled = JSON.stringify({ ...JSON.parse(unsigned), files: ['0'.repeat(64)] });
    await writeFile(batch, smuggled);
    t.match((await other.run(sign)).stderr, /no event of the batch names the file/);
    await writeFile(batch, unsigned);
    await cp(join(kept, 'kept'), beside);
  });

  await t.test('killed between the second signature and the outbox: sent all the same, once', async t => {
    await other.leave();
    const killed = await other.run([...sign, '--push'], { env: diskFault('killed .entry') });
    t.equal(killed.code, null);
    t.not(await readFile(batch, 'utf8'), unsigned, 'the signature is on the stick');
    for (const _ of ['completed', 'once more']) {
      const waits = await other.run([...sign, '--push']);
      t.equal(waits.code, 5, waits.stderr);
    }
    const { entries } = await other.must<{ entries: readonly { standing: string; owedFiles: number }[] }>([
      'outbox',
      'list',
    ]);
    t.match(entries, [{ standing: 'waiting', owedFiles: 1 }]);
    t.equal(entries.length, 1);
  });

  await t.test('a later push sends the photograph although the stick is gone', async t => {
    await rm(batch);
    await rm(join(stick, 'half.json.files'), { recursive: true });
    await other.comeBack();
    t.match(await other.must(['outbox', 'push', '--as', as('DEMO-WIT-2')]), {
      pushed: [{ outcome: 'appended', owed: [] }],
    });
    t.equal(await field.log.files.sizeOf(sha256Of(bytes)), bytes.length);
    t.same(await readdir(join(other.home, 'outbox', 'files')), []);
  });
});
