import t from 'tap';
import { code, demoPosition, mark } from '../helpers/bodies/evidence.js';
import { part, statement } from '../helpers/bodies/identification.js';
import { gazetteerPlace } from '../helpers/bodies/incident.js';
import { foundedRegister, type MaterielRegister } from '../helpers/materiel-register.js';
import { interpretation } from '../helpers/materiel-stage.js';
import { readAs } from '../helpers/reading.js';

t.setTimeout(300_000);

const sample = '7.62x39 / DEMO PRODUCER 31 / 2008';

/** An arm of which the number was read. */
function rifle(register: MaterielRegister, serial: string, changes = {}) {
  return {
    category: code('SMALL_ARM'),
    subCategory: code('ASSAULT_RIFLE'),
    quantity: {
      amount: '1',
      unit: code('PIECE'),
      countedBy: register.test.stage.officer('DEMO-WIT-1').officer,
    },
    headstamp: null,
    marks: [mark('SERIAL', serial)],
    interpretation: interpretation({ make: null, year: null, model: 'DEMO-AK 47', serial }),
    foundAs: code('ABANDONED'),
    hazard: { suspected: [code('LOADED_WEAPON')], basis: 'DEMO' },
    ...changes,
  };
}

t.test('V5: a sample from its first to its last record, over time and place', async t => {
  const register = await foundedRegister(t);
  await register.incident('1', '2020-02-10', {
    location: gazetteerPlace({ name: 'DEMO-NORTH', position: demoPosition }),
  });
  await register.incident('2', '2021-03-20');
  await register.item('LATE', '2');
  await register.item('EARLY', '1', { foundAs: code('DEVICE_FILL') });
  const before = register.now;
  const read = (query: Readonly<Record<string, string>>) => register.read('records', query);
  const found = await read({ sample });
  t.match(found, {
    whole: { records: 2, items: 2, incidents: 2, pieces: 286, notCounted: 0 },
    first: { item: register.idOf('EARLY'), place: 'DEMO-NORTH', stated: 'RECORD' },
    last: { item: register.idOf('LATE') },
    fired: 143,
    held: [],
    undated: 0,
  });
  t.match(found.months, [
    { month: '2020-02', pieces: 143 },
    { month: '2021-03', pieces: 143 },
  ]);
  t.same(
    found.places.map(({ place }: { place: string }) => place),
    ['DEMO-NORTH', 'DEMO-PLACE-2'],
  );

  await t.test('any spelling of the calibre, and partial keys', async t => {
    t.equal((await read({ calibre: '7,62 x 39mm', year: '2008' })).whole.records, 2);
    t.equal((await read({ producer: 'demo-producer (31)' })).whole.records, 2);
    t.equal((await read({ producer: 'DEMO-PRODUCER 31', year: '2009' })).whole.records, 0);
    t.equal((await read({ incident: register.idOf('1') })).whole.records, 1);
  });

  await t.test(
    'identified by sub-lots the figures follow, put right they follow back; then is as then',
    async t => {
      await register.identified('LATE', statement([part(100), part(40, { year: 2013 })], 3));
      t.match((await read({ sample })).whole, { records: 2, pieces: 243 });
      t.match((await read({ year: '2013' })).whole, { records: 1, pieces: 40 });
      t.match((await read({ sample, knownAt: before })).whole, { pieces: 286 });
      await register.restated('LATE', statement([part(143)]));
      t.match((await read({ sample })).whole, { records: 2, pieces: 286 });
      t.match((await read({ year: '2013' })).whole, { records: 0 });
    },
  );

  await t.test('as map data, with positions for who may see them alone', async t => {
    const map = await read({ sample, format: 'geojson' });
    t.equal(map.type, 'FeatureCollection');
    t.equal(map.features.length, 2);
    t.match(map.features[0].geometry, { coordinates: [0.8571, 19.4589] });
    const get = await readAs(register.test, 'DEMO-AUD-1');
    const answer = await get(
      `/v1/analysis/materiel/records?${new URLSearchParams({ sample, format: 'geojson' })}`,
    );
    t.match(answer.headers['content-type'], 'application/geo+json');
    t.match(answer.json().features, [
      {
        geometry: null,
        properties: { place: 'DEMO-NORTH', records: 1 },
      },
      { geometry: null, properties: { place: 'DEMO-PLACE-2' } },
    ]);
  });

  await t.test('who reads no identifications reads none of it', async t => {
    for (const path of ['records', 'serial-numbers', 'distributions', 'new-in-theatre']) {
      const get = await readAs(register.test, 'DEMO-WIT-1');
      t.equal((await get(`/v1/analysis/materiel/${path}`)).statusCode, 403, path);
    }
  });
});

t.test('V5: numbers that may be one are candidates with their doubts, never stated as the same', async t => {
  const register = await foundedRegister(t);
  await register.incident('1', '2020-02-10');
  await register.incident('2', '2021-03-20');
  await register.item('A', '1', rifle(register, 'DEMO-0471'));
  await register.item('B', '2', rifle(register, 'demo 0471'));
  await register.item('C', '1', rifle(register, '00DEM1'));
  await register.item('D', '1', rifle(register, 'DEMI', { interpretation: null }));
  await register.item('E', '2', rifle(register, 'DEM□1'));
  const { rows } = await register.read('serial-numbers');
  const told = rows.map(({ exact, doubts, records }: never) => ({
    exact,
    doubts: (doubts as { code: string }[]).map(({ code: doubt }) => doubt),
    items: (records as { item: string }[]).map(({ item }) => item),
  }));
  t.match(
    told.find(({ exact }: { exact: boolean }) => exact),
    { doubts: [], items: [register.idOf('A'), register.idOf('B')] },
  );
  t.match(
    told.find(({ exact }: { exact: boolean }) => !exact),
    {
      doubts: ['CONFUSABLE', 'MODEL_UNKNOWN', 'SAME_INCIDENT'],
      items: [register.idOf('C'), register.idOf('D')],
    },
  );
  t.equal(told.length, 2, 'what was not read whole is compared with nothing');
  await register.identified('B', statement([part(1, { serial: 'DEMO-9', make: null, year: null })]));
  t.equal((await register.read('serial-numbers')).rows.length, 1, 'read otherwise, it is none');
  await register.withdrawn('B');
  t.equal((await register.read('serial-numbers')).rows.length, 2);
});

t.test('V5: distributions by sample and by piece, unknowns apart, each with its base', async t => {
  const register = await foundedRegister(t);
  await register.incident('1', '2020-02-10');
  await register.item('A', '1');
  await register.item('B', '1', { interpretation: interpretation({ year: 2012 }) });
  await register.item('UNKNOWN', '1', { interpretation: null });
  await register.item('LARGE', '1', {
    interpretation: interpretation({ calibre: { written: '32 mm', code: '32mm' } }),
  });
  const bars = async (by: string) => {
    const { base, distributions } = await register.read('distributions');
    const found = distributions.find((one: { by: string }) => one.by === by);
    return {
      base,
      bars: found.bars.map(({ value, samples, pieces }: Record<string, unknown>) => [value, samples, pieces]),
    };
  };
  t.same(await bars('AFTER_2012'), {
    base: { samples: 2, pieces: 286, records: 2, items: 2, notCounted: 0, outside: 286 },
    bars: [['NOT_AFTER', 2, 286]],
  });
  await register.identified('B', statement([part(100, { year: 2013 })], 43));
  t.same((await bars('AFTER_2012')).bars, [
    ['AFTER', 1, 100],
    ['NOT_AFTER', 1, 143],
  ]);
  t.same((await bars('DECADE')).bars, [
    ['2000', 1, 143],
    ['2010', 1, 100],
  ]);
  t.equal((await bars('DECADE')).base.outside, 329, 'what is not identified has no calibre');
  await register.restated(
    'B',
    statement([part(100, { year: 2013, country: null }), part(43, { year: null, country: null })]),
  );
  t.same((await bars('YEAR')).bars, [
    ['2008', 1, 143],
    ['2013', 1, 100],
    [null, 0, 43],
  ]);
  t.same((await bars('COUNTRY')).bars, [
    ['DEMO COUNTRY', 1, 143],
    [null, 1, 143],
  ]);
  await register.withdrawn('B');
  t.same((await bars('AFTER_2012')).bars, [['NOT_AFTER', 2, 286]]);
  const get = await readAs(register.test, 'DEMO-JMAC-1');
  const table = await get('/v1/analysis/materiel/distributions?format=csv');
  t.match(table.headers['content-type'], 'text/csv');
  t.match(table.body, /AFTER_2012,NOT_AFTER,2,2,286,286/);
});
