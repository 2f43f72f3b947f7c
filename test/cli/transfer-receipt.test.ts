import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { collectedBody, registeredBody } from '../helpers/bodies/evidence.js';
import { offeredBody, receiverOf } from '../helpers/bodies/transfer.js';
import { createFieldCase, minutesAgo } from '../helpers/field-case.js';
import { uuidOf } from '../helpers/procedure.js';
import { Laptop } from '../helpers/scelle.js';

t.test('RQ-22: the giver prints the receipt of his transfer from his laptop', async t => {
  const field = await createFieldCase(t);
  const { stage, url, incident, scene, clearance } = field;
  const item = `evidence/${stage.newId()}`;
  const transfer = stage.newId();
  const registered = registeredBody(minutesAgo(60), {
    incident,
    scene,
    photographs: [],
    withoutPhotograph: 'DEMO: no camera',
    quantity: { amount: '143', unit: { code: 'PIECE', text: null }, countedBy: field.idOf('DEMO-WIT-1') },
  });
  const offer = offeredBody(receiverOf(field.idOf('DEMO-SEC-1'), 'SEC'), minutesAgo(20));
  await stage.require([
    { subject: item, type: 'evidence.registered', by: 'DEMO-WIT-1/WIT', refs: [clearance], body: registered },
    {
      subject: item,
      type: 'evidence.collected',
      by: 'DEMO-WIT-1/WIT',
      countersigned: ['DEMO-WIT-2/WIT as witness'],
      refs: [clearance],
      body: collectedBody(minutesAgo(50), { scene }),
    },
    {
      subject: `transfer/${transfer}`,
      type: 'transfer.offered',
      by: 'DEMO-WIT-1/WIT',
      body: offer,
      items: [
        {
          subject: item,
          type: 'evidence.offered',
          body: {
            occurred: offer.occurred ?? null,
            place: offer.place ?? null,
            description: 'DEMO : douilles',
            quantity: { amount: '143', unit: 'PIECE' },
            package: null,
            sealNumber: null,
            sealException: 'DEMO',
            hazard: null,
            certificates: [],
          },
        },
      ],
    },
  ]);
  const laptop = await Laptop.connect(t, url);
  const file = join(laptop.home, 'receipt.html');
  const args = ['transfer', 'receipt', transfer, '--as', field.as('DEMO-WIT-1'), '--out', file];
  t.same(await laptop.must(['--lang', 'fr', ...args]), { transfer, file });
  const page = await readFile(file, 'utf8');
  t.match(page, /Bordereau de transfert et décharge/);
  t.match(page, 'DEMO-M-1');
  t.match(page, 'ne vaut pas décharge', 'not received yet');
  t.equal((await stat(file)).mode & 0o777, 0o600);
  await laptop.must(args);
  t.match(await readFile(file, 'utf8'), /Transfer manifest and receipt/);

  const byNumber = args.map(word => (word === transfer ? 'DEMO-M-1' : word));
  t.same(await laptop.must(byNumber), { transfer, file }, 'by the number of its manifest');

  const unknown = [...args];
  unknown[2] = uuidOf('nobody');
  t.not((await laptop.run(unknown)).code, 0);
  unknown[2] = 'no-uuid';
  t.equal((await laptop.run(unknown)).code, 2);
});
