import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { createFieldCase, minutesAgo } from '../helpers/field-case.js';
import { jpegOf } from '../helpers/jpeg-of.js';
import { diskFault, Laptop } from '../helpers/scelle.js';
import { sha256Of } from '../helpers/uploads.js';

interface Pushed {
  readonly pushed: readonly { readonly outcome: string; readonly owed: readonly string[] }[];
}

t.setTimeout(600_000);

t.test('RQ-12: the device keeps what an act names until the service has it', async t => {
  const field = await createFieldCase(t);
  const laptop = await Laptop.connect(t, field.url);
  const wit = field.as('DEMO-WIT-1');
  const card = join(laptop.home, 'card');
  const copies = join(laptop.home, 'outbox', 'files');
  await mkdir(card);
  await laptop.must(['outbox', 'prepare', '--as', wit, '--incident', field.incident, '--scene', field.scene]);

  /** Reports a seal spoiled, with a photograph. */
  const report = (number: number, photo: string) => [
    ...['sealstock', 'report-spoiled', field.stock, '--as', wit, '--offline', '--place', 'DEMO-PLACE'],
    ...['--at', minutesAgo(5), '--set', `number=DEMO-00000${number}`, '--set', 'reason=DEMO torn'],
    ...['--set', `photo=${photo}`],
  ];
  const photograph = async (name: string, bytes: Buffer) => {
    await writeFile(join(card, name), bytes);
    return join(card, name);
  };
  const waiting = async () => {
    const { entries } = await laptop.must<{ entries: readonly { standing: string }[] }>(['outbox', 'list']);
    return entries.filter(({ standing }) => standing === 'waiting').length;
  };
  const stock = async () => {
    const service = await field.stage.readingAs('DEMO-WIT-1');
    const [head] = await service.heads([`sealstock/${field.stock}`]);
    return head;
  };

  await t.test('photographs arrive although the card they came from is gone', async t => {
    const bytes = jpegOf(randomBytes(2_500_000));
    const small = jpegOf('DEMO: a small one');
    await laptop.must(report(1, await photograph('seal.jpg', bytes)));
    await laptop.must(report(2, await photograph('the-same.jpg', bytes)));
    await laptop.must(report(3, await photograph('small.jpg', small)));
    t.same(await readdir(copies), [sha256Of(bytes), sha256Of(small)].sort(), 'the same bytes once');
    const sealed = await readFile(join(copies, sha256Of(bytes)));
    t.notOk(sealed.includes(bytes.subarray(0, 64)), 'encrypted, as the outbox is');
    await rm(card, { recursive: true });

    const delivered = await laptop.run(['outbox', 'push']);
    t.equal(delivered.code, 5, 'files are taken from officers only');
    t.equal((await readdir(copies)).length, 2, 'not acknowledged, so not removed');
    const pushed = await laptop.must<Pushed>(['outbox', 'push', '--as', wit]);
    t.match(pushed.pushed, [{ owed: [] }, { owed: [] }, { owed: [] }]);
    t.equal(await field.log.files.sizeOf(sha256Of(bytes)), bytes.length);
    t.equal(await field.log.files.sizeOf(sha256Of(small)), small.length);
    t.same(await readdir(copies), [], 'acknowledged, so removed');
  });

  await t.test('a full disk is said, leaves nothing half-written, and the next act follows', async t => {
    await mkdir(card);
    const path = await photograph('large.jpg', jpegOf(randomBytes(2_500_000)));
    const full = await laptop.run(report(4, path), { env: diskFault('full outbox/files') });
    t.equal(full.code, 1);
    t.match(full.stderr, /no room left .*large\.jpg/);
    const french = await laptop.run(['--lang', 'fr', ...report(4, path)], {
      env: diskFault('full outbox/files'),
    });
    t.match(french.stderr, /plus de place .*large\.jpg/);
    t.same(await readdir(copies), []);
    t.equal(await waiting(), 0);
    await laptop.must(report(4, path));
    t.equal(await waiting(), 1);
  });

  await t.test('killed between signing and the outbox: nothing lost, nothing twice', async t => {
    const before = await stock();
    for (const place of ['outbox/files/', '.entry']) {
      const path = await photograph('torn.jpg', jpegOf(randomBytes(10_000)));
      const killed = await laptop.run(report(5, path), { env: diskFault(`killed ${place}`) });
      t.equal(killed.code, null, place);
      t.equal(await waiting(), 1, 'the act before it');
    }
    await laptop.must(report(5, await photograph('torn.jpg', jpegOf('DEMO: torn'))));
    t.equal(await waiting(), 2);
    const pushed = await laptop.must<Pushed>(['outbox', 'push', '--as', wit]);
    t.match(pushed.pushed, [
      { outcome: 'appended', owed: [] },
      { outcome: 'appended', owed: [] },
    ]);
    t.equal((await stock())?.seq, Number(before?.seq) + 2);
    t.same(await readdir(copies), [], 'what the crash left is gone too');
  });

  await t.test('killed before a receipt is on disk: sent again, in the log once', async t => {
    const before = await stock();
    await laptop.must(report(6, await photograph('again.jpg', jpegOf('DEMO: again'))));
    const killed = await laptop.run(['outbox', 'push', '--as', wit], { env: diskFault('killed .entry') });
    t.equal(killed.code, null);
    t.equal(await waiting(), 1);
    t.equal((await stock())?.seq, Number(before?.seq) + 1, 'the service has it');
    t.match(await laptop.must<Pushed>(['outbox', 'push', '--as', wit]), {
      pushed: [{ outcome: 'appended', owed: [] }],
    });
    t.equal((await stock())?.seq, Number(before?.seq) + 1);
  });

  await t.test('what an act that was given up names stays on the device', async t => {
    const path = await photograph('given-up.jpg', jpegOf('DEMO: given up'));
    const { outbox } = await laptop.must<{ outbox: string }>(report(7, path));
    await laptop.must(['outbox', 'drop', outbox, '--reason', 'DEMO: wrong seal']);
    await laptop.must(['outbox', 'push', '--as', wit]);
    t.same(await readdir(copies), [sha256Of(jpegOf('DEMO: given up'))]);
  });

  await t.test(
    'a form from a file takes its files along; one that the act does not name is refused',
    async t => {
      const bytes = jpegOf('DEMO: a scan');
      const path = await photograph('scan.jpg', bytes);
      const photo = { sha256: sha256Of(bytes), size: bytes.length, mediaType: 'image/jpeg' };
      const body = await laptop.file('body.json', { number: 'DEMO-000008', reason: 'DEMO torn', photo });
      const args = [
        ...['sealstock', 'report-spoiled', field.stock, '--as', wit, '--offline', '--place', 'DEMO-PLACE'],
        ...['--at', minutesAgo(5), '--body', body],
      ];
      const other = await laptop.run([...args, '--file', body]);
      t.equal(other.code, 2);
      t.match(other.stderr, /does not name .*body\.json/);
      await laptop.must([...args, '--file', path]);
      await rm(card, { recursive: true });
      await laptop.must(['outbox', 'push', '--as', wit]);
      t.equal(await field.log.files.sizeOf(sha256Of(bytes)), bytes.length);
    },
  );
});
