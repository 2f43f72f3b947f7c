import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { evidenceNumber } from '../../src/custody/evidence/number.js';
import type { JsonObject } from '../../src/log/index.js';
import { collectedBody, quantity, registeredBody } from '../helpers/bodies/evidence.js';
import { labelBody, sealApplied } from '../helpers/bodies/package.js';
import { offeredBody, receiverOf } from '../helpers/bodies/transfer.js';
import { createFieldCase, type FieldCase, minutesAgo } from '../helpers/field-case.js';
import { circumstances } from '../helpers/procedure.js';
import { Laptop, scelle } from '../helpers/scelle.js';

interface Kept {
  readonly subject: string;
  readonly outbox: string;
  readonly events: readonly string[];
  readonly pushBefore: string;
}

interface Refused {
  readonly problem: {
    readonly status: number;
    readonly violations: readonly { rule: string; gate: string }[];
  };
}

/** A photograph of which nobody has the bytes: owed. */
const withoutPhotograph = { photographs: [], withoutPhotograph: 'DEMO: no camera' };

function casings({ incident, scene, idOf }: FieldCase, changes: JsonObject = {}): JsonObject {
  return registeredBody(minutesAgo(60), {
    incident,
    scene,
    ...withoutPhotograph,
    quantity: { ...quantity('143'), countedBy: idOf('DEMO-WIT-1') },
    ...changes,
  });
}

t.setTimeout(600_000);

t.test('a scene worked offline: prepared, rehearsed, refused by gates, pushed whole', async t => {
  const field = await createFieldCase(t);
  const { as, idOf, scene, incident, clearance, stock } = field;
  const laptop = await Laptop.connect(t, field.url);
  const [wit, second] = [as('DEMO-WIT-1'), `${as('DEMO-WIT-2')}:witness`];

  const prepared = await laptop.must<{
    readonly asOf: string;
    readonly taken: Readonly<Record<string, number>>;
    readonly notTaken: readonly unknown[];
  }>(['outbox', 'prepare', '--as', wit, '--incident', incident, '--scene', scene]);
  t.same(prepared.notTaken, []);
  t.match(prepared.taken, { incident: 1, scene: 1, sealstock: 1, site: 1, events: 2 });
  t.ok(Math.abs(Date.parse(prepared.asOf) - Date.now()) < 600_000);
  const sealed = await readFile(join(laptop.home, 'taken-along.sealed'), 'utf8');
  t.notMatch(Buffer.from(sealed, 'base64url').toString('latin1'), /officer/, 'encrypted');

  await laptop.leave();
  const form = await laptop.file('casings.json', casings(field));

  await t.test('GATE-1 refuses in the field, in the words of the service', async t => {
    const early = { ...casings(field), ...circumstances(minutesAgo(270)) };
    const before = await laptop.file('early.json', early);
    const args = ['evidence', 'register', '--as', wit, '--body', before];
    const offline = await laptop.run([...args, '--offline']);
    t.equal(offline.code, 3);
    t.match(offline.json<Refused>().problem, {
      status: 422,
      violations: [{ rule: 'scene.not-cleared', gate: 'GATE-1' }],
    });
    t.same(await readdir(laptop.home).then(names => names.includes('outbox')), false, 'nothing was kept');
    await laptop.comeBack();
    const online = await laptop.run(args);
    t.equal(online.code, 3);
    const [said, saidOffline] = [online, offline].map(({ stderr }) => stderr.split('\n'));
    t.same(saidOffline?.slice(1, -2), said?.slice(1, -2), 'the same words');
    t.match(offline.stderr, /^NOT DONE: refused on this device\.\n[\s\S]*\nNothing was signed or kept\. /);
    t.match(
      online.stderr,
      /^NOT DONE: Item registered — [\s\S]*\nThe log does not have it; .*drop [0-9a-f-]+ --reason/,
    );
    const listed = await scelle(['--home', laptop.home, '--lang', 'fr', 'outbox', 'list']);
    t.match(listed.stdout, /^refusé {2}.*\n {4}422 .*\n.*GATE-1 \[scene\.not-cleared\]/, 'with the reason');
    await laptop.leave();
  });

  const register = await laptop.run(['evidence', 'register', '--as', wit, '--body', form, '--offline']);
  t.equal(register.code, 0, register.stderr);
  t.match(
    register.stderr,
    clearance,
    'GATE-1: the clearance in force is found, and told before anybody signs',
  );
  const registered = register.json<Kept>();
  t.ok(Date.parse(registered.pushBefore) > Date.now(), 'RQ-10: until when it is no late entry');
  const item = registered.subject.slice('evidence/'.length);
  const collected = await laptop.file('collected.json', collectedBody(minutesAgo(50), { scene }));
  const collect = ['evidence', 'collect', item, '--as', wit, '--body', collected, '--ref', clearance];

  await t.test('two persons: a collection without a witness is refused offline', async t => {
    const alone = await laptop.run([...collect, '--offline']);
    t.equal(alone.code, 3);
    t.match(alone.json<Refused>().problem.violations, [{ rule: 'countersignature.missing' }]);
  });

  await t.test(
    'no service is no error: without --offline the act is kept, and the status says so',
    async t => {
      const number = evidenceNumber(item).toLowerCase();
      const byNumber = collect.map(word => (word === item ? number : word));
      const kept = await laptop.run([...byNumber, '--with', second, '--yes']);
      t.equal(kept.code, 5);
      t.match(kept.json<Kept>(), { subject: registered.subject });
      t.match(kept.stderr, /offline/);
    },
  );

  const line = { description: 'DEMO: casings', quantity: { amount: '143', unit: 'PIECE' } };
  const seal = await laptop.file('seal.json', {
    ...circumstances(minutesAgo(40)),
    packageNumber: 'DEMO-P-FIELD',
    packageType: { code: 'PLASTIC_BAG', text: null },
    holds: 'NEITHER',
    seal: sealApplied('DEMO-000007', { stock }),
    label: labelBody(),
  });
  const packageId = field.stage.newId();
  const inside = await laptop.file('inside.json', [
    { subject: registered.subject, package: packageId, sealNumber: 'DEMO-000007', content: line },
  ]);
  const sealing = [
    'package',
    'seal',
    packageId,
    '--as',
    wit,
    '--with',
    second,
    '--yes',
    '--body',
    seal,
    '--items',
    inside,
  ];
  await laptop.must([...sealing, '--offline']);

  await t.test('a seal used here before is known here', async t => {
    const again = await laptop.run([...sealing.slice(0, 2), ...sealing.slice(3), '--offline']);
    t.equal(again.code, 3);
    const rules = again.json<Refused>().problem.violations.map(({ rule }) => rule);
    t.ok(rules.includes('claim.taken') || rules.includes('package.item-under-seal'), String(rules));
  });

  const offer = await laptop.file(
    'offer.json',
    offeredBody(receiverOf(idOf('DEMO-SEC-1'), 'SEC'), minutesAgo(30)),
  );
  const manifest = await laptop.file('manifest.json', [
    {
      subject: registered.subject,
      ...line,
      package: packageId,
      sealNumber: 'DEMO-000007',
      sealException: null,
      hazard: null,
      certificates: [],
    },
  ]);
  await laptop.must([
    ...['transfer', 'offer', '--as', wit, '--body', offer, '--items', manifest, '--offline'],
  ]);

  await t.test('what the device does not know it says, and keeps the act', async t => {
    const elsewhere = await laptop.file(
      'elsewhere.json',
      casings(field, { scene: field.stage.newId(), incident: field.stage.newId() }),
    );
    const kept = await laptop.run([
      ...['evidence', 'register', '--as', wit, '--body', elsewhere, '--ref', clearance, '--offline'],
    ]);
    t.equal(kept.code, 0);
    t.match(kept.stderr, /cannot tell/);
    await laptop.must(['outbox', 'drop', kept.json<Kept>().outbox, '--reason', 'DEMO: another scene']);
  });

  await t.test('what was taken along is listed and named offline; where an item stands is told', async t => {
    const { items } = (await laptop.must(['list', 'scenes', '--as', wit])) as {
      items: readonly { id: string; names: readonly string[] }[];
    };
    const [name = ''] = items.find(({ id }) => id === scene)?.names ?? [];
    const table = await scelle(['--home', laptop.home, 'list', 'scenes', '--as', wit, '--offline']);
    t.match(table.stdout, new RegExp(`^UUID +name .*\\n${scene} +${name} `));
    const entered = await laptop.run([
      ...['visit', 'enter', '--as', wit, '--set', `scene=${name}`, '--set', 'purpose.code=SEARCH'],
      ...['--set', 'accompanying=none', '--place', 'DEMO-PLACE', '--offline'],
    ]);
    t.equal(entered.code, 0, entered.stderr);
    t.match(entered.stderr, clearance, 'GATE-1');
    const status = await laptop.must<{ asOf: string; history: readonly { index: unknown; type: string }[] }>([
      ...['status', evidenceNumber(item), '--as', wit],
    ]);
    t.match(status, { subject: registered.subject, asOf: String, state: { physical: 'COLLECTED' } });
    t.match(status.history[0], { index: null, type: 'evidence.registered' });
    const another = await laptop.run(['status', evidenceNumber(item), '--as', wit.replace(/WIT$/, 'SEC')]);
    t.equal(another.code, 2, 'a role that the key does not hold');
    t.match(another.stderr, /does not hold the role SEC; it holds: .*WIT/);
  });

  await t.test('a place in a history nobody here knows is not guessed', async t => {
    const unknown = await laptop.run([
      ...[
        'evidence',
        'collect',
        field.stage.newId(),
        '--as',
        wit,
        '--with',
        second,
        '--body',
        collected,
        '--offline',
      ],
    ]);
    t.equal(unknown.code, 2);
    t.match(unknown.stderr, /outbox prepare/);
    const nobody = await laptop.run(['evidence', 'collect', 'XKYR-VVYD-9XNK-E', '--as', wit, '--offline']);
    t.equal(nobody.code, 2);
    t.match(nobody.stderr, /No item XKYR-VVYD-9XNK-E is known here.*scelle list items|check character/);
  });

  await laptop.comeBack();
  const { pushed } = await laptop.must<{
    readonly pushed: readonly { outcome: string; index: number; doubts: readonly string[] }[];
  }>(['outbox', 'push', '--as', wit]);
  t.same(
    pushed.map(({ outcome, doubts }) => [outcome, doubts]),
    Array.from({ length: 5 }, () => ['appended', []]),
  );

  await t.test('receipts are kept, checked and shown without the service', async t => {
    await laptop.leave();
    const shown = await laptop.must<readonly { seq: number; index: number; verified: boolean }[]>([
      ...['receipt', 'show', registered.subject],
    ]);
    t.same(
      shown.map(({ seq, verified }) => [seq, verified]),
      [1, 2, 3, 4, 5].map(seq => [seq, true]),
    );
    t.equal(shown[0]?.index, pushed[0]?.index);
    t.equal((await laptop.run(['receipt', 'show', '99999999'])).code, 2);
  });

  await t.test('dropped is kept, with the reason', async t => {
    const { entries } = await laptop.must<{
      readonly entries: readonly { standing: string; ended: { reason: string } | null }[];
    }>(['outbox', 'list']);
    t.same(
      entries.filter(({ ended }) => ended !== null).map(({ ended }) => ended?.reason),
      ['DEMO: another scene'],
    );
  });
});
