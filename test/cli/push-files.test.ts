import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { createFieldCase, minutesAgo } from '../helpers/field-case.js';
import { jpegOf } from '../helpers/jpeg-of.js';
import { Laptop } from '../helpers/scelle.js';
import { sha256Of } from '../helpers/uploads.js';

interface Pushed {
  readonly pushed: readonly { readonly outcome: string; readonly owed: readonly string[] }[];
}

t.setTimeout(600_000);

t.test('scelle outbox push sends the photographs of an act, in parts, by an officer', async t => {
  const field = await createFieldCase(t);
  const laptop = await Laptop.connect(t, field.url);
  const wit = field.as('DEMO-WIT-1');
  const bytes = jpegOf(randomBytes(9_000_000));
  const photograph = join(laptop.home, 'seal.jpg');
  await writeFile(photograph, bytes);
  await laptop.must(['outbox', 'prepare', '--as', wit, '--incident', field.incident, '--scene', field.scene]);
  await laptop.must([
    ...['sealstock', 'report-spoiled', field.stock, '--as', wit, '--offline', '--place', 'DEMO-PLACE'],
    ...['--at', minutesAgo(5), '--set', 'number=DEMO-000001', '--set', 'reason=DEMO torn'],
    ...['--set', `photo=${photograph}`],
  ]);

  const delivered = await laptop.run(['outbox', 'push']);
  t.equal(delivered.code, 5, 'a batch needs no session, a file does');
  t.match(delivered.json<Pushed>().pushed, [{ outcome: 'appended', owed: [/--as FILE:ROLE/] }]);
  t.equal(await field.log.files.sizeOf(sha256Of(bytes)), undefined);

  const pushed = await laptop.run(['outbox', 'push', '--as', wit]);
  t.equal(pushed.code, 0, pushed.stderr);
  t.match(pushed.json<Pushed>().pushed, [{ outcome: 'appended', owed: [] }]);
  t.equal(await field.log.files.sizeOf(sha256Of(bytes)), bytes.length);
  t.same((await laptop.must<Pushed>(['outbox', 'push', '--as', wit])).pushed, [], 'nothing is left to send');
});
