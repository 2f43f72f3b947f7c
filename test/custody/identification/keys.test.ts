import t from 'tap';
import { compactKey, producerKey, sampleKey, serialKey } from '../../../src/custody/identification/keys.js';

const sampled = { category: 'AMMUNITION', calibre: '7.62x39', producer: 'DEMO-Usine 31', year: 2008 };

t.test(
  'V5: a sample is calibre, producer and year of ammunition, however the producer is written',
  async t => {
    const key = sampleKey(sampled);
    t.equal(key, '7.62x39 / DEMO USINE 31 / 2008');
    for (const producer of ['demo usine 31', 'DEMO  USÍNE (31)', 'Demo-Usine-31.']) {
      t.equal(sampleKey({ ...sampled, producer }), key, producer);
    }
    t.not(sampleKey({ ...sampled, producer: 'DEMO-Usine 32' }), key);
    t.not(sampleKey({ ...sampled, year: 2009 }), key);
  },
);

t.test('V5: a partial key is never a sample', async t => {
  for (const changes of [
    { calibre: null },
    { producer: null },
    { producer: '– –' },
    { year: null },
    { category: 'SMALL_ARM' },
    { calibre: '7.62mm' },
    { calibre: '12.7mm' },
  ]) {
    t.equal(sampleKey({ ...sampled, ...changes }), null, JSON.stringify(changes));
  }
});

t.test('models, lots and numbers are compared without what writers differ in', async t => {
  t.equal(compactKey('DEMO AK-47'), compactKey('demo ak47'));
  t.equal(compactKey('DEMO 4□7'), null, 'not read whole');
  t.equal(serialKey('00DEMO-4I1'), serialKey('demo 4l1'));
  t.equal(serialKey('DEM0 O1'), serialKey('DEMO 01'));
  t.equal(serialKey('47□1'), null);
  t.equal(serialKey('000'), null);
  t.equal(serialKey(null), null);
});

t.test('a key fits into an index whatever was written, and long ones stay apart', async t => {
  const long = '\u{1F600}ﷺ'.repeat(100);
  const one = producerKey(`A${long}1`) ?? '';
  t.ok(Buffer.byteLength(one) < 1000, `${Buffer.byteLength(one)} bytes`);
  t.not(one, producerKey(`A${long}2`));
  t.same(JSON.parse(JSON.stringify(one)), one);
  t.notOk(/[\ud800-\udbff](?![\udc00-\udfff])/.test(compactKey('\u{20000}'.repeat(200)) ?? ''));
});
