import fc from 'fast-check';
import t from 'tap';
import {
  base64urlText,
  canonicalText,
  collectDigests,
  disclosureDigest,
  equalBytes,
  type JsonObject,
  type JsonValue,
  joinSubmission,
  makeDisclosure,
  readDisclosure,
  revealBody,
  splitSubmission,
  utf8Bytes,
} from '../../src/log/index.js';
import { throwsCheck } from '../helpers/assert-format-error.js';

const salt = (number: number) => new Uint8Array(16).fill(number);
const name = makeDisclosure(salt(1), { fr: 'DEMO-1', en: null });
const place = makeDisclosure(salt(2), null);
const withheld = (disclosure: string): JsonObject => ({ _sd: disclosureDigest(disclosure) });
const encode = (text: string) => base64urlText(utf8Bytes(text));

/** Any value under the rules for a payload: integers only, no lone surrogate, no further `_sd`. */
const claim = fc.letrec<{ value: JsonValue }>(tie => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ unit: 'binary' }).filter(member => member !== '_sd'),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

t.test('section 2: a disclosure reads back, whatever the value', async t => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 40 }), claim, (random, value) => {
      const read = readDisclosure(makeDisclosure(random, value));
      return equalBytes(read.salt, random) && canonicalText(read.value) === canonicalText(value);
    }),
    { numRuns: 300 },
  );
  t.strictSame(readDisclosure(name), { salt: salt(1), value: { en: null, fr: 'DEMO-1' } });
  t.match(disclosureDigest(name), /^[A-Za-z0-9_-]{43}$/);
});

t.test('section 2: a body with withheld claims is revealed whole or in part', async t => {
  const body = { collector: withheld(name), at: [1, { 'a/b~': withheld(place) }], note: 'DEMO' };
  t.strictSame(collectDigests(body), [
    { pointer: '/collector', digest: disclosureDigest(name) },
    { pointer: '/at/1/a~1b~0', digest: disclosureDigest(place) },
  ]);
  const whole = revealBody(body, [place, name], { complete: true });
  t.strictSame(whole, {
    collector: { fr: 'DEMO-1', en: null },
    at: [1, { 'a/b~': null }],
    note: 'DEMO',
  });
  t.strictSame(revealBody(body, [place], { complete: false }), { ...body, at: [1, { 'a/b~': null }] });
  t.strictSame(revealBody(body, [], { complete: false }), body);
  t.strictSame(revealBody({ note: 1 }, [], { complete: true }), { note: 1 });
});

t.test('section 2: a member called __proto__ is a member like any other', async t => {
  const body: JsonObject = JSON.parse(`{"__proto__":${JSON.stringify(withheld(name))}}`);
  t.strictSame(collectDigests(body), [{ pointer: '/__proto__', digest: disclosureDigest(name) }]);
  const revealed = revealBody(body, [name], { complete: true });
  t.strictSame(Object.keys(revealed), ['__proto__']);
});

t.test('section 2: submission needs a disclosure for every digest and no other, disclosure', async t => {
  const body = { collector: withheld(name), place: withheld(place) };
  const other = makeDisclosure(salt(3), 'x');
  const cases: Record<string, readonly string[]> = {
    'none at all': [],
    'one missing': [name],
    'one too many': [name, place, other],
    'one twice': [name, place, name],
    'another instead': [name, other],
  };
  for (const [label, disclosures] of Object.entries(cases)) {
    throwsCheck(t, () => revealBody(body, disclosures, { complete: true }), 'disclosure', label);
  }
  throwsCheck(
    t,
    () => revealBody(body, [other], { complete: false }),
    'disclosure',
    'one that belongs nowhere',
  );
});

t.test('section 2: _sd stands alone, inside the body, each digest at one place, disclosure', async t => {
  const digest = disclosureDigest(name);
  const cases: Record<string, JsonObject> = {
    'the whole body': { _sd: digest },
    'beside another member': { a: { _sd: digest, b: 1 } },
    'a digest that is too short': { a: { _sd: digest.slice(1) } },
    'a digest with unused bits': { a: { _sd: `${'A'.repeat(42)}B` } },
    'a list of digests': { a: { _sd: [digest] } },
    'one digest twice': { a: { _sd: digest }, b: [{ _sd: digest }] },
  };
  for (const [label, body] of Object.entries(cases)) {
    throwsCheck(t, () => collectDigests(body), 'disclosure', label);
  }
});

t.test('section 2: malformed disclosures, disclosure', async t => {
  const salted = base64urlText(salt(1));
  const cases: Record<string, string> = {
    empty: '',
    'not base64url': '***',
    'not JSON': encode('['),
    'not an array': encode(`{"salt":"${salted}"}`),
    'no value': encode(`["${salted}"]`),
    'three parts': encode(`["${salted}","name",1]`),
    'salt no text': encode('[1,2]'),
    'salt too short': encode(`["${salted.slice(0, 20)}",1]`),
    'salt not canonical': encode(`["${salted.slice(0, -1)}B",1]`),
    'a space': encode(`["${salted}", 1]`),
    'a fraction': encode(`["${salted}",1.5]`),
    'a further _sd': encode(`["${salted}",{"a":[{"_sd":1}]}]`),
    'too deep': encode(`["${salted}",${'['.repeat(32)}${']'.repeat(32)}]`),
    oversized: 'A'.repeat(90_000),
  };
  for (const [label, disclosure] of Object.entries(cases)) {
    throwsCheck(t, () => readDisclosure(disclosure), 'disclosure', label);
  }
  throwsCheck(t, () => makeDisclosure(new Uint8Array(15), 1), 'disclosure', 'making one with a short salt');
  throwsCheck(t, () => makeDisclosure(salt(1), { _sd: 'x' }), 'disclosure', 'making one around another');
});

t.test('section 2: the wire form', async t => {
  for (const disclosures of [[], [name], [name, place]]) {
    const submission = { jws: 'a.b.c', disclosures };
    t.strictSame(
      splitSubmission(joinSubmission(submission)),
      submission,
      `${disclosures.length} disclosures`,
    );
  }
  t.equal(joinSubmission({ jws: 'a.b.c', disclosures: ['d', 'e'] }), 'a.b.c~d~e~');
  for (const text of ['a.b.c~', 'a.b.c~d', 'a.b.c~d~~', 'a.b.c~~d~', 'a.b.c~~']) {
    throwsCheck(t, () => splitSubmission(text), 'disclosure', text);
  }
});
