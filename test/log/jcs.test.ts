import fc from 'fast-check';
import t from 'tap';
import {
  type CanonicalLimits,
  canonicalText,
  hexText,
  type JsonValue,
  PAYLOAD_LIMITS,
  parseCanonical,
  utf8Bytes,
} from '../../src/log/index.js';
import { throwsCheck } from '../helpers/assert-format-error.js';
import { readVectors, skipWithoutVectors } from '../helpers/vectors.js';

interface JcsVectors {
  readonly tests: readonly { readonly name: string; readonly input: string; readonly outputHex: string }[];
  readonly numbers: readonly { readonly ieeeHex: string; readonly expected: string | null }[];
  readonly ownNegative: { readonly inputs: readonly string[] };
}

const anyNumber: CanonicalLimits = { ...PAYLOAD_LIMITS, integersOnly: false };

t.test('RFC 8785 vectors', { skip: skipWithoutVectors }, async t => {
  const { tests, numbers, ownNegative } = readVectors<JcsVectors>('rfc8785-jcs.json');
  for (const { name, input, outputHex } of tests) {
    const value: JsonValue = JSON.parse(input);
    const bytes = utf8Bytes(canonicalText(value));
    t.equal(hexText(bytes), outputHex, name);
    t.strictSame(parseCanonical(bytes, anyNumber), value, `${name} parses`);
  }
  for (const { ieeeHex, expected } of numbers) {
    const number = new DataView(Uint8Array.from(Buffer.from(ieeeHex, 'hex')).buffer).getFloat64(0);
    if (expected === null) throwsCheck(t, () => canonicalText(number), 'jcs', ieeeHex);
    else t.equal(canonicalText(number), expected, ieeeHex);
  }
  for (const input of ownNegative.inputs) {
    throwsCheck(t, () => parseCanonical(utf8Bytes(input)), 'jcs', input);
  }
});

t.test('RFC 8785: whatever JSON holds reads back from its canonical form', async t => {
  const value = fc.json({ maxDepth: 6 }).map((text): JsonValue => JSON.parse(text));
  fc.assert(
    fc.property(value, json => {
      const text = canonicalText(json);
      return canonicalText(parseCanonical(utf8Bytes(text), anyNumber)) === text;
    }),
  );
  t.pass('any value');
});

t.test('RFC 8785: any other spelling of the same value is refused', async t => {
  const others = [
    ' {}',
    '{}\n',
    '[1 ,2]',
    '"\\u0041"',
    '"\\/"',
    '"\\u000A"',
    '"\\u001F"',
    '10e0',
    '0.10',
    '-0',
    '1E3',
    '{"b":1,"a":1}',
    '{"a":1,"a":1}',
    '{"__proto__":1,"__proto__":1}',
    '{"10":1,"9":1,"1":1}',
  ];
  for (const text of others) {
    throwsCheck(t, () => parseCanonical(utf8Bytes(text), anyNumber), 'jcs', text);
  }
});

t.test('RFC 8785: what JSON cannot hold has no canonical form', async t => {
  for (const value of [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '\ud800',
    '\udc00a',
    'a\ud800b',
    { '\ud800': 1 },
  ]) {
    throwsCheck(t, () => canonicalText(value), 'jcs', JSON.stringify(value));
  }
  t.equal(canonicalText('\u{1f600}'), '"\u{1f600}"', 'a surrogate pair is a character');
  const hole: JsonValue = JSON.parse('{"a":1}', (name, value) => (name === 'a' ? [undefined] : value));
  throwsCheck(t, () => canonicalText(hole), 'jcs', 'a hole');
});

t.test('log-format section 1: depth and size are limited before anything recurses', async t => {
  const nested = (depth: number) => utf8Bytes('['.repeat(depth) + ']'.repeat(depth));
  t.ok(parseCanonical(nested(32)));
  throwsCheck(t, () => parseCanonical(nested(33)), 'jcs', '33 levels');
  throwsCheck(t, () => parseCanonical(nested(32_000)), 'jcs', '32,000 levels');
  const unclosed = utf8Bytes('{"a":'.repeat(10_000));
  throwsCheck(t, () => parseCanonical(unclosed), 'jcs', 'unclosed objects');
  t.ok(parseCanonical(utf8Bytes(`"${'['.repeat(100)}\\"${'{'.repeat(100)}"`)), 'brackets inside a string');
  t.ok(parseCanonical(utf8Bytes(`"${'x'.repeat(65_534)}"`)), '65,536 bytes');
  throwsCheck(t, () => parseCanonical(utf8Bytes(`"${'x'.repeat(65_535)}"`)), 'jcs', '65,537 bytes');
  let value: JsonValue = 1;
  for (let i = 0; i < 33; i++) value = [value];
  throwsCheck(t, () => canonicalText(value), 'jcs', 'a value of 33 levels');
});
