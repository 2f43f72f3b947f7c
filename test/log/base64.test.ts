import fc from 'fast-check';
import t from 'tap';
import {
  base64Bytes,
  base64Text,
  base64urlBytes,
  base64urlText,
  concatBytes,
  equalBytes,
  hexBytes,
  hexText,
  readU64,
  u64Bytes,
  utf8Bytes,
  utf8Text,
} from '../../src/log/index.js';
import { throwsCheck } from '../helpers/assert-format-error.js';

t.test('RFC 4648 sections 4 and 5: any bytes read back, as the platform writes them', async t => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), bytes => {
      const buffer = Buffer.from(bytes);
      return (
        base64Text(bytes) === buffer.toString('base64') &&
        base64urlText(bytes) === buffer.toString('base64url') &&
        equalBytes(base64Bytes(base64Text(bytes), 'leaf'), bytes) &&
        equalBytes(base64urlBytes(base64urlText(bytes), 'leaf'), bytes)
      );
    }),
  );
  t.pass('any bytes');
});

t.test('RFC 4648 section 3.5: one value has one text', async t => {
  // No padding or too much, unused bits, line ends, the other alphabet, characters beyond ASCII.
  for (const text of [
    'QQ',
    'QQ=',
    'QQ===',
    'QR==',
    'QUE',
    'QUF=',
    'QUFB=',
    'Q',
    '=',
    '====',
    'QQ==\n',
    ' QQ==',
    'QQ==QQ==',
    '-_-_',
    'Qé==',
    '\u0141Q==',
  ]) {
    throwsCheck(t, () => base64Bytes(text, 'leaf'), 'leaf', `section 4 ${JSON.stringify(text)}`);
  }
  for (const text of ['QQ==', 'QR', 'QUF', 'Q', 'QUFBQ', '+/+/', 'Q Q', 'QQ\n', '\u0141Q']) {
    throwsCheck(t, () => base64urlBytes(text, 'jws'), 'jws', `section 5 ${JSON.stringify(text)}`);
  }
  t.equal(base64Bytes('', 'leaf').length, 0);
});

t.test('bytes: hexadecimal, u64 and UTF-8 are strict', async t => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.uint8Array(), (number, bytes) => {
      return readU64(u64Bytes(number)) === number && equalBytes(hexBytes(hexText(bytes)), bytes);
    }),
  );
  for (const text of ['0', 'AB', 'zz', '0x00', ' 00']) t.throws(() => hexBytes(text), RangeError, text);
  for (const value of [-1, 1.5, 2 ** 53, Number.NaN]) t.throws(() => u64Bytes(value), RangeError, `${value}`);
  t.throws(() => readU64(hexBytes('0020000000000000')), RangeError, '2^53');
  t.throws(() => readU64(new Uint8Array(7)), RangeError, 'seven bytes');
  t.equal(readU64(concatBytes(new Uint8Array(3), u64Bytes(258)), 3), 258);
  t.throws(() => utf8Text(Uint8Array.of(0xed, 0xa0, 0x80)), TypeError, 'an encoded surrogate');
  t.equal(utf8Text(utf8Bytes('\ufeffa')), '\ufeffa', 'a byte order mark is kept');
});
