import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { quantity, registeredBody } from '../helpers/bodies/evidence.js';
import { createFieldCase, minutesAgo } from '../helpers/field-case.js';
import { circumstances } from '../helpers/procedure.js';
import { Laptop } from '../helpers/scelle.js';

t.setTimeout(600_000);

interface Pushed {
  readonly pushed: readonly {
    readonly outbox: string;
    readonly outcome: string;
    readonly waiting: readonly string[];
    readonly because: string | null;
  }[];
}

t.test('somebody else acted first: shown, signed again by the officer, the old act kept', async t => {
  const field = await createFieldCase(t);
  const { as, idOf, scene, incident, clearance, stage } = field;
  const wit = as('DEMO-WIT-1');
  const laptop = await Laptop.connect(t, field.url);
  const item = stage.newId();
  const subject = `evidence/${item}`;
  await stage.require([
    {
      subject,
      type: 'evidence.registered',
      by: 'DEMO-WIT-1/WIT',
      refs: [clearance],
      body: registeredBody(minutesAgo(60), {
        incident,
        scene,
        photographs: [],
        withoutPhotograph: 'DEMO: no camera',
        quantity: { ...quantity('143'), countedBy: idOf('DEMO-WIT-1') },
      }),
    },
  ]);
  await laptop.must(['outbox', 'prepare', '--as', wit, '--item', item, '--scene', scene]);
  await laptop.leave();
  const assess = (basis: string) => [
    ...['safety', 'assess', item, '--as', wit, '--at', minutesAgo(30), '--place', 'DEMO-PLACE'],
    ...['--set', 'result=NON_HAZARDOUS', '--set', `basis=${basis}`, '--offline'],
  ];
  const first = await laptop.must<{ outbox: string }>(assess('DEMO: looked at'));
  const second = await laptop.must<{ outbox: string }>(assess('DEMO: looked at twice'));

  // Meanwhile EOD, on another device.
  await stage.require([
    {
      subject,
      type: 'evidence.safety-assessed',
      by: 'DEMO-EOD-1/EOD',
      body: {
        ...circumstances(minutesAgo(40)),
        result: 'NON_HAZARDOUS',
        basis: 'DEMO: seen by EOD',
        validUntil: null,
      },
    },
  ]);
  await laptop.comeBack();
  const push = await laptop.run(['outbox', 'push', '--as', wit]);
  t.equal(push.code, 4);
  t.match(push.json<Pushed>().pushed, [
    { outbox: first.outbox, outcome: 'conflict', waiting: [second.outbox] },
    { outbox: second.outbox, outcome: 'held', because: first.outbox },
  ]);
  t.match(push.stderr, /DEMO: seen by EOD/, 'what came between, in words');
  t.match(push.stderr, /sign-again/);

  await t.test('without a yes nothing is signed', async t => {
    const asked = await laptop.run(['outbox', 'sign-again', first.outbox, '--as', wit]);
    t.equal(asked.code, 2);
    t.match(asked.stderr, /DEMO: looked at/, 'the act was shown');
  });

  const again = await laptop.must<{ replaces: string; signed: readonly string[]; outcome: string }>([
    ...['outbox', 'sign-again', first.outbox, '--as', wit, '--all', '--yes'],
  ]);
  t.match(again, { replaces: first.outbox, outcome: 'appended' });
  t.equal(again.signed.length, 2);
  const { entries } = await laptop.must<{
    entries: readonly { id: string; standing: string; ended: { kind: string; by: string } | null }[];
  }>(['outbox', 'list']);
  t.match(
    entries.map(({ ended }) => ended),
    [{ kind: 'replaced', by: again.signed[0] }, { kind: 'replaced', by: again.signed[1] }, null, null],
  );
  t.notMatch(entries.slice(2), [{ standing: 'waiting' }, { standing: 'waiting' }], 'both are in the log');

  await t.test('RQ-10: a late entry without a supervisor is refused before anybody signs', async t => {
    await laptop.leave();
    const refused = await laptop.run([
      ...['safety', 'assess', item, '--as', wit, '--at', '2020-01-01', '--late', 'DEMO'],
      ...['--place', 'DEMO-PLACE'],
      ...['--set', 'result=NON_HAZARDOUS', '--set', 'basis=DEMO', '--offline'],
    ]);
    t.equal(refused.code, 3);
    const { problem } = refused.json<{ problem: { violations: readonly { rule: string }[] } }>();
    t.ok(problem.violations.some(({ rule }) => rule === 'time.late-without-supervisor'));
  });

  await t.test('a damaged entry is named and does not block the others', async t => {
    await laptop.comeBack();
    const folder = join(laptop.home, 'outbox');
    const [name = ''] = await readdir(folder);
    const kept = await readFile(join(folder, name), 'utf8');
    await writeFile(join(folder, name), kept.slice(0, kept.length / 2));
    await laptop.must([
      'safety',
      'assess',
      item,
      '--as',
      wit,
      '--at',
      minutesAgo(1),
      '--place',
      'DEMO-PLACE',
      '--set',
      'result=NON_HAZARDOUS',
      '--set',
      'basis=DEMO: again',
      '--offline',
    ]);
    const pushed = await laptop.run(['outbox', 'push', '--as', wit]);
    t.equal(pushed.code, 1, 'the damage shows in the status');
    t.match(pushed.json(), { pushed: [{ outcome: 'appended' }], unreadable: [{ name }] });
    t.match(pushed.stderr, name);
  });
});
