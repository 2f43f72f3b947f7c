import fc from 'fast-check';
import t from 'tap';
import { addDecimals, equalDecimals, isWhole, isZero } from '../../../src/custody/evidence/decimal.js';

t.test('GATE-11: sums are exact', async t => {
  t.equal(addDecimals(['0.1', '0.2']), '0.3');
  t.equal(addDecimals(['999999999999.999999', '0.000001']), '1000000000000');
  t.equal(addDecimals([]), '0');
  t.equal(addDecimals(['100', '40', '3']), '143');
});

t.test('GATE-11: parts of any amount come to it again', async t => {
  const millionths = fc.bigInt({ min: 0n, max: 10n ** 15n });
  const decimal = (value: bigint) => `${value / 1_000_000n}.${String(value % 1_000_000n).padStart(6, '0')}`;
  fc.assert(
    fc.property(fc.array(millionths, { maxLength: 50 }), parts => {
      const sum = parts.reduce((total, part) => total + part, 0n);
      return sum >= 10n ** 18n || equalDecimals(addDecimals(parts.map(decimal)), decimal(sum));
    }),
  );
  t.pass();
});

t.test('zeros after the point do not make another amount', async t => {
  t.ok(equalDecimals('1', '1.000'));
  t.notOk(equalDecimals('1', '1.000001'));
  t.ok(isZero('0.00') && !isZero('0.000001'));
  t.ok(isWhole('7.000') && !isWhole('7.5'));
  t.throws(() => addDecimals(['-1']), RangeError);
  t.throws(() => addDecimals(['1e3']), RangeError);
});
