import { createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import t from 'tap';
import { openFolderSink } from '../../src/audit/bag/folder-sink.js';
import { openZipSink } from '../../src/audit/bag/zip-sink.js';
import type { JsonObject } from '../../src/log/index.js';
import { openDatabase } from '../../src/store/database.js';
import { compareDatabases } from '../../src/store/rebuild/compare-databases.js';
import type { Database } from '../../src/store/schema/index.js';
import { quantity, registeredBody } from '../helpers/bodies/evidence.js';
import { incidentBody } from '../helpers/bodies/incident.js';
import { createFieldCase, type FieldCase, minutesAgo } from '../helpers/field-case.js';
import { makeExport, nothingNamed } from '../helpers/made-export.js';
import { circumstances } from '../helpers/procedure.js';
import { Laptop } from '../helpers/scelle.js';
import { runScelle, startScelle } from '../helpers/scelle-program.js';
import { copyTestDatabase } from '../helpers/test-database.js';

t.setTimeout(600_000);

function casings({ incident, scene, idOf }: FieldCase, changes: JsonObject = {}): JsonObject {
  return registeredBody(minutesAgo(60), {
    incident,
    scene,
    photographs: [],
    withoutPhotograph: 'DEMO: no camera',
    quantity: { ...quantity('143'), countedBy: idOf('DEMO-WIT-1') },
    ...changes,
  });
}

t.test('issue 4, section 5: the log is recovered from the receipts of outboxes alone', async t => {
  const field = await createFieldCase(t);
  const backup = await copyTestDatabase(t, field.database);
  const [collector, analyst] = [await Laptop.connect(t, field.url), await Laptop.connect(t, field.url)];
  const { id: unit } = await field.log.db.selectFrom('unit').select('id').executeTakeFirstOrThrow();
  const register = async (name: string, changes: JsonObject = {}) =>
    collector.must([
      ...['evidence', 'register', '--as', field.as('DEMO-WIT-1'), '--body'],
      await collector.file(name, casings(field, changes)),
    ]);
  await register('one.json');
  const opened = await analyst.file(
    'incident.json',
    incidentBody({
      ...circumstances(minutesAgo(40)),
      reportingUnit: unit,
      caseFile: '210403 DEMO, DEMO-PLACE',
    }),
  );
  await analyst.must(['incident', 'open', '--as', field.as('DEMO-JMAC-1'), '--body', opened]);
  await register('two.json', { description: { en: 'DEMO second', fr: 'DEMO deuxième' } });

  const place = {
    cwd: field.home,
    env: { DATABASE_URL: backup.serviceUrl, MIGRATION_DATABASE_URL: backup.ownerUrl },
  };
  const service = await startScelle(t, ['--home', '.', 'serve', '--port', '0'], place);
  const ready = async () => (await fetch(`${service.started.url}/health/ready`)).status;
  t.equal(await ready(), 503, 'the backup lacks what was signed since');
  const recover = (...args: string[]) =>
    runScelle(['--home', '.', '--json', 'log', 'recover', ...args], place);

  await t.test('one outbox is not enough: what is lost is named, and the way on', async t => {
    const partial = await recover('--from', collector.home);
    t.equal(partial.status, 1, partial.stderr);
    const told = JSON.parse(partial.stdout);
    t.match(told, { outcome: 'lost', lost: [{ from: Number, to: Number }], continues: 'vault/checkpoint' });
    t.equal(told.lost.length, 1, 'the act of the analyst stands in the middle');
    const french = await runScelle(['--home', '.', '--lang', 'fr', 'log', 'recover'], place);
    t.match(french, { status: 1, stdout: /NON RÉTABLI, rien n'a été écrit/ });
    t.match(french.stdout, /init .*--continues vault\/checkpoint/);
    t.equal(await ready(), 503);
  });

  const whole = await recover('--from', collector.home, '--from', analyst.home);
  t.equal(whole.status, 0, whole.stdout + whole.stderr);
  t.match(JSON.parse(whole.stdout), {
    outcome: 'recovered',
    recovered: Number,
    undisclosed: [],
    rejected: [],
  });
  t.equal(await ready(), 200, 'the running service goes on by itself');
  const [lost, restored] = [field.database, backup].map(({ ownerUrl }) => openDatabase<Database>(ownerUrl));
  if (lost === undefined || restored === undefined) throw new Error('two databases');
  t.teardown(() => Promise.all([lost.destroy(), restored.destroy()]));
  t.same((await compareDatabases(lost, restored)).differences, [], 'row by row the log that was lost');

  await collector.must(['connect', service.started.url]);
  await register('three.json', { description: { en: 'DEMO third', fr: 'DEMO troisième' } });
  t.match(await runScelle(['--home', '.', 'fsck'], place), { status: 0 });
  const missing = await recover('--from', join(field.home, 'no-such-thing'));
  t.match(missing, { status: 2 });
  t.match(JSON.parse(missing.stdout).error, /is no export .*no officer's device/);
  t.notOk(existsSync(join(field.home, 'outbox.key')), 'looking at sources makes nothing');
});

t.test('issue 4, section 2: the log is recovered from an export, folder or ZIP', async t => {
  const field = await createFieldCase(t);
  const backup = await copyTestDatabase(t, field.database);
  const laptop = await Laptop.connect(t, field.url);
  const form = await laptop.file('one.json', casings(field));
  await laptop.must(['evidence', 'register', '--as', field.as('DEMO-WIT-1'), '--body', form]);
  const exported = { folder: join(field.home, 'audit'), zip: join(field.home, 'audit.zip') };
  const { bag } = await makeExport(field.log, { kind: 'LOG', ...nothingNamed }, { withheld: true });
  const zip = openZipSink('audit', Date.UTC(2021, 3, 1));
  const zipped = pipeline(zip.output, createWriteStream(exported.zip));
  for (const sink of [await openFolderSink(exported.folder), zip]) {
    for (const [path, bytes] of bag.files) await sink.write(path, [bytes]);
    await sink.close();
  }
  await zipped;
  const place = { cwd: field.home, env: { DATABASE_URL: backup.serviceUrl } };
  for (const [kind, path] of Object.entries(exported)) {
    const copy = await copyTestDatabase(t, backup);
    const run = await runScelle(['--home', '.', '--json', 'log', 'recover', '--from', path], {
      ...place,
      env: { DATABASE_URL: copy.serviceUrl },
    });
    t.equal(run.status, 0, `${kind}: ${run.stdout}${run.stderr}`);
    t.match(JSON.parse(run.stdout), { outcome: 'recovered', undisclosed: [] }, kind);
  }
});
