import t from 'tap';
import { collectedBody, quantity, registeredBody } from '../helpers/bodies/evidence.js';
import { createFieldCase, type FieldCase, minutesAgo } from '../helpers/field-case.js';
import { circumstances } from '../helpers/procedure.js';
import { Laptop } from '../helpers/scelle.js';

t.setTimeout(600_000);

function casings({ incident, scene, idOf }: FieldCase) {
  return registeredBody(minutesAgo(60), {
    incident,
    scene,
    photographs: [],
    withoutPhotograph: 'DEMO: no camera',
    quantity: { ...quantity('143'), countedBy: idOf('DEMO-WIT-1') },
  });
}

t.test('after a push the next act offline stands on what the log has', async t => {
  const field = await createFieldCase(t);
  const { as, scene, clearance, stage } = field;
  const wit = as('DEMO-WIT-1');
  const appended = { pushed: [{ outcome: 'appended' }] };

  await t.test('nothing was taken along: an officer is not refused because of his own push', async t => {
    const laptop = await Laptop.connect(t, field.url);
    const form = await laptop.file('casings.json', casings(field));
    const { subject } = await laptop.must<{ subject: string }>([
      ...['evidence', 'register', '--as', wit, '--body', form, '--yes', '--ref', clearance, '--offline'],
    ]);
    await laptop.must(['outbox', 'push', '--as', wit]);
    await laptop.leave();
    const collected = await laptop.file('collected.json', collectedBody(minutesAgo(50), { scene }));
    await laptop.must([
      ...['evidence', 'collect', subject.slice('evidence/'.length), '--as', wit, '--body', collected],
      ...['--with', `${as('DEMO-WIT-2')}:witness`, '--yes', '--ref', clearance, '--offline'],
    ]);
    await laptop.comeBack();
    t.match(await laptop.must(['outbox', 'push', '--as', wit]), appended);
  });

  await t.test('what others did before the push is known afterwards', async t => {
    const laptop = await Laptop.connect(t, field.url);
    const item = stage.newId();
    const subject = `evidence/${item}`;
    const registered = { subject, by: 'DEMO-WIT-1/WIT', refs: [clearance] };
    await stage.require([{ ...registered, type: 'evidence.registered', body: casings(field) }]);
    await laptop.must(['outbox', 'prepare', '--as', wit, '--item', item, '--scene', scene]);
    const assess = (minutes: number) => [
      ...['safety', 'assess', item, '--as', wit, '--at', minutesAgo(minutes), '--place', 'DEMO-PLACE'],
      ...['--set', 'result=NON_HAZARDOUS', '--set', 'basis=DEMO: looked at', '--offline'],
    ];
    const { outbox } = await laptop.must<{ outbox: string }>(assess(30));
    const body = {
      ...circumstances(minutesAgo(40)),
      result: 'NON_HAZARDOUS',
      basis: 'DEMO: seen by EOD',
      validUntil: null,
    };
    await stage.require([{ subject, type: 'evidence.safety-assessed', by: 'DEMO-EOD-1/EOD', body }]);
    t.equal((await laptop.run(['outbox', 'push', '--as', wit])).code, 4, 'somebody else acted first');
    await laptop.must(['outbox', 'sign-again', outbox, '--as', wit, '--yes']);

    await laptop.leave();
    const next = await laptop.run(assess(10));
    t.equal(next.code, 0, next.stderr);
    t.notMatch(next.stderr, /cannot tell/, 'the state is known too, and the rules were rehearsed on it');
    await laptop.comeBack();
    t.match(await laptop.must(['outbox', 'push', '--as', wit]), appended);
  });
});
