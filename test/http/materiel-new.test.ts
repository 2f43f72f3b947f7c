import t from 'tap';
import type { JsonObject } from '../../src/log/index.js';
import { code } from '../helpers/bodies/evidence.js';
import { identify, part, statement } from '../helpers/bodies/identification.js';
import { EventStream } from '../helpers/event-stream.js';
import { foundedRegister, type MaterielRegister } from '../helpers/materiel-register.js';
import { interpretation } from '../helpers/materiel-stage.js';
import { openTestSession, readAs } from '../helpers/reading.js';

t.setTimeout(300_000);

interface First {
  readonly kind: string;
  readonly label: string;
  readonly isNew: boolean;
  readonly items: number;
  readonly first: { readonly item: string; readonly event: string };
}

async function firsts(register: MaterielRegister, query: Readonly<Record<string, string>> = {}) {
  const { rows } = await register.read('new-in-theatre', query);
  return (rows as readonly First[]).map(({ kind, label, isNew, items }) => [kind, label, isNew, items]);
}

const details = (alerts: readonly JsonObject[]) =>
  alerts.map(({ detail }) => String(detail).split('; ')[0]).sort();

t.test(
  'V13: what an officer enters in the field is new in theatre, told to him and to the analysts',
  async t => {
    const register = await foundedRegister(t);
    await register.incident('1', '2021-03-20');
    const before = register.now;
    t.same(await firsts(register), []);
    await register.item('CASES', '1');
    const entered = register.now;
    const told = [
      'CALIBRE: 7.62x39',
      'PRODUCER: DEMO-PRODUCER 31',
      'SAMPLE: 7.62x39, DEMO-PRODUCER 31, 2008',
    ];
    const alerts = await register.alerts();
    t.same(details(alerts), told);
    t.match(alerts, [{ subject: `evidence/${register.idOf('CASES')}` }]);
    const { rows } = await register.read('new-in-theatre', { kind: 'SAMPLE' });
    t.match(String(alerts[0]?.detail), rows[0].first.event, 'with the signed act that it rests on');
    t.same(details(await register.alerts('DEMO-WIT-1')), told, 'he who entered it');
    t.same(await register.alerts('DEMO-WIT-2'), [], 'nobody who may not see the item');

    await t.test('the second of a sample is not, and the list counts both', async t => {
      await register.incident('2', '2021-03-25');
      await register.item('SECOND', '2');
      t.same(details(await register.alerts()), told);
      t.same(await firsts(register, { kind: 'SAMPLE' }), [
        ['SAMPLE', '7.62x39, DEMO-PRODUCER 31, 2008', true, 2],
      ]);
    });

    await t.test('identified otherwise, the alert is put right; withdrawn, it is back', async t => {
      await register.item('OTHER', '2', { interpretation: null });
      t.same(details(await register.alerts()), told);
      await register.identified('OTHER', statement([part(143, { year: 2014 })]));
      const sample = 'SAMPLE: 7.62x39, DEMO-PRODUCER 31, 2014';
      t.same(details(await register.alerts()), [...told, sample].sort());
      await register.restated('OTHER', statement([part(143, { year: 2015 })]));
      t.same(details(await register.alerts()), [...told, 'SAMPLE: 7.62x39, DEMO-PRODUCER 31, 2015'].sort());
      await register.withdrawn('OTHER');
      t.same(details(await register.alerts()), told);
    });

    await t.test('at any date as known then', async t => {
      t.same(await firsts(register, { knownAt: before }), []);
      t.same((await firsts(register, { knownAt: entered, kind: 'SAMPLE' }))[0]?.[3], 1);
      t.equal((await firsts(register, { new: 'false' })).length, 0);
    });

    await t.test('a record of an earlier incident takes its place: it was not the first', async t => {
      await register.incident('0', '2019-01-01');
      await register.item('EARLIER', '0', { interpretation: interpretation() });
      t.same(details(await register.alerts()), []);
      t.same((await firsts(register, { kind: 'SAMPLE' }))[0]?.slice(2), [false, 3]);
    });

    await t.test('the list is for the analysts and who decides', async t => {
      for (const [name, status] of [
        ['DEMO-CASE-1', 200],
        ['DEMO-WIT-1', 403],
      ] as const) {
        const get = await readAs(register.test, name);
        t.equal((await get('/v1/analysis/materiel/new-in-theatre')).statusCode, status, name);
      }
    });
  },
);

t.test(
  'V13: the first grenade of 32 mm is new as a calibre and as a model; a bare diameter is no calibre',
  async t => {
    const register = await foundedRegister(t);
    await register.incident('1', '2021-03-20');
    await register.item('GRENADE', '1', {
      subCategory: code('ANTI_TANK_GRENADE'),
      quantity: {
        amount: '1',
        unit: { code: 'PIECE', text: null },
        countedBy: register.test.stage.officer('DEMO-WIT-1').officer,
      },
      headstamp: null,
      unmarked: 'DEMO: none to be seen',
      interpretation: interpretation({
        make: null,
        model: 'DEMO-GRENADE 32',
        calibre: { written: '32 mm', code: '32mm' },
        year: null,
      }),
      hazard: { suspected: [code('EXPLOSIVE')], basis: 'DEMO' },
    });
    await register.item('BARE', '1', {
      interpretation: interpretation({ make: null, calibre: { written: '12,7', code: '12.7mm' } }),
    });
    t.same(details(await register.alerts()), ['CALIBRE: 32mm', 'MODEL: DEMO-GRENADE 32']);
    register.test.clock.now += 31 * 86_400_000;
    t.same(await register.alerts(), [], 'what was new a month ago is no news');
    t.equal((await firsts(register, { new: 'true' })).length, 2, 'and stands in the list');
  },
);

t.test('V13: the alert is there within a second of the append, under the usual pace', async t => {
  const register = await foundedRegister(t);
  await register.incident('1', '2021-03-20');
  const token = await openTestSession(register.test, 'DEMO-JMAC-1');
  const stream = await EventStream.open(`${register.test.url}/v1/alerts`, {
    authorization: `Bearer ${token}`,
  });
  t.teardown(() => stream.close());
  await register.item('CASES', '1');
  const appended = performance.now();
  await stream.until(() => stream.of('alert').some(({ data }) => data.kind === 'NEW_IN_THEATRE'));
  const took = performance.now() - appended;
  t.ok(took < 1_000, `${Math.round(took)} ms after the receipt`);
  await register.identified('CASES', statement([part(143, { year: 2014 })]));
  await stream.until(() => stream.of('ceased').length > 0);
  t.pass('and it ceases when the item is identified otherwise');
});

t.test(
  'V13, domain.md (b), JMAC: what an item was identified as is told to who reads identifications',
  async t => {
    const register = await foundedRegister(t);
    await register.incident('1', '2021-03-20');
    await register.item('PLAIN', '1', { interpretation: null });
    await register.sign(
      `identification/${register.idOf('PLAIN')}`,
      'identification.made',
      'DEMO-JMAC-1/JMAC',
      identify(register.idOf('PLAIN'), statement([part(143)], 0)).body,
    );
    t.ok((await register.alerts()).length > 0);
    t.same(
      await register.alerts('DEMO-WIT-1'),
      [],
      'the collector reads his item, and nothing of the analysis',
    );
  },
);
