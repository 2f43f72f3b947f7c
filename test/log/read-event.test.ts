import t from 'tap';
import {
  type Algorithm,
  assembleJws,
  base64urlBytes,
  base64urlText,
  createSigner,
  type EventPayload,
  eventIdOf,
  eventSigningInput,
  generatePrivateJwk,
  type JsonValue,
  type PublicKey,
  parsePublicJwk,
  peekEvent,
  readEvent,
  type Signer,
  signEvent,
  utf8Bytes,
  utf8Text,
} from '../../src/log/index.js';
import { rejectsCheck, throwsCheck } from '../helpers/assert-format-error.js';

interface Officer {
  readonly signer: Signer;
  readonly key: PublicKey;
}

async function createOfficer(alg: Algorithm): Promise<Officer> {
  const { d, ...jwk } = await generatePrivateJwk(alg);
  return { signer: await createSigner({ ...jwk, d }), key: parsePublicJwk(jwk) };
}

const payload: EventPayload = {
  v: 1,
  log: 'demo.example/ABCDEFGHIJKLMNOPQRSTUV',
  subject: 'evidence/0192f3a0-0000-7000-8000-000000000001',
  seq: 1,
  prev: null,
  type: 'evidence.registered',
  form: 1,
  actor: { officer: '0192f3a0-0000-7000-8000-000000000002', role: 'WIT' },
  at: '2021-04-02T06:30:00Z',
  nonce: base64urlText(new Uint8Array(16)),
  refs: [],
  body: { note: 'DEMO-1' },
};

const officer = await createOfficer('ES256');
const findKey = (kid: string) => (kid === officer.key.kid ? officer.key : undefined);

/** Signs any header and payload text, so that a good signature stands over bad content. */
async function signText(header: string, text: string | Uint8Array, signer = officer.signer): Promise<string> {
  const bytes = typeof text === 'string' ? utf8Bytes(text) : text;
  const input = `${base64urlText(utf8Bytes(header))}.${base64urlText(bytes)}`;
  return assembleJws(input, await signer.sign(utf8Bytes(input)));
}

const goodHeader = `{"alg":"ES256","kid":"${officer.key.kid}","typ":"custody-event+jws"}`;
const goodText = utf8Text(
  base64urlBytes((await signEvent(payload, officer.signer)).jws.split('.')[1] ?? '', 'jws'),
);

t.test('section 1: an event of each algorithm reads back as it was signed', async t => {
  for (const alg of ['ES256', 'ES384', 'Ed25519'] as const) {
    const { signer, key } = await createOfficer(alg);
    const signed = await signEvent(payload, signer);
    const read = await readEvent(signed.jws, () => key);
    t.strictSame(read, signed, alg);
    t.equal(read.eventId, eventIdOf(eventSigningInput(payload, signer)), 'the id is known before signing');
    t.match(peekEvent(signed.jws), { eventId: read.eventId, subject: payload.subject, verified: false });
  }
});

t.test('section 1: malformed, truncated and oversized JWS fail jws', async t => {
  const { jws } = await signEvent(payload, officer.signer);
  const [header = '', body = '', signature = ''] = jws.split('.');
  const cases: Record<string, string> = {
    empty: '',
    'two parts': `${header}.${body}`,
    'four parts': `${jws}.`,
    'five parts': `${jws}.a.b`,
    'truncated signature': jws.slice(0, -2),
    'no signature': `${header}.${body}.`,
    'padded signature': `${jws}==`,
    'space inside': jws.replace('.', ' .'),
    'newline at the end': `${jws}\n`,
    'base64 of section 4': `${header}.${body}.${'+'.repeat(86)}`,
    'unused bits set': `${jws.slice(0, -1)}${jws.endsWith('B') ? 'C' : 'B'}`,
    'oversized payload': `${header}.${'A'.repeat(87_384)}.${signature}`,
    'oversized header': `${'A'.repeat(400)}.${body}.${signature}`,
    'oversized whole': 'A'.repeat(10_000_000),
    'a changed payload': `${header}.${body.slice(0, 40)}${body[40] === 'A' ? 'B' : 'A'}${body.slice(41)}.${signature}`,
    'JSON serialization': JSON.stringify({ protected: header, payload: body, signature }),
  };
  for (const [name, text] of Object.entries(cases)) {
    await rejectsCheck(t, () => readEvent(text, findKey), 'jws', name);
  }
});

t.test('section 1: header additions and other algorithms fail jws', async t => {
  const { kid } = officer.key;
  const cases: Record<string, string> = {
    none: `{"alg":"none","kid":"${kid}","typ":"custody-event+jws"}`,
    HS256: `{"alg":"HS256","kid":"${kid}","typ":"custody-event+jws"}`,
    EdDSA: `{"alg":"EdDSA","kid":"${kid}","typ":"custody-event+jws"}`,
    'other typ': `{"alg":"ES256","kid":"${kid}","typ":"custody-pop+jws"}`,
    'no typ': `{"alg":"ES256","kid":"${kid}"}`,
    'no kid': '{"alg":"ES256","typ":"custody-event+jws"}',
    'kid too short': `{"alg":"ES256","kid":"${kid.slice(1)}","typ":"custody-event+jws"}`,
    crit: `{"alg":"ES256","crit":["b64"],"kid":"${kid}","typ":"custody-event+jws"}`,
    b64: `{"alg":"ES256","b64":false,"kid":"${kid}","typ":"custody-event+jws"}`,
    jku: `{"alg":"ES256","jku":"https://example.org","kid":"${kid}","typ":"custody-event+jws"}`,
    'duplicate alg': `{"alg":"none","alg":"ES256","kid":"${kid}","typ":"custody-event+jws"}`,
    'other order': `{"kid":"${kid}","alg":"ES256","typ":"custody-event+jws"}`,
    space: `{"alg":"ES256", "kid":"${kid}","typ":"custody-event+jws"}`,
    'escaped letter': `{"alg":"ES\\u0032\\u0035\\u0036","kid":"${kid}","typ":"custody-event+jws"}`,
    array: '[]',
    'not JSON': '{',
  };
  for (const [name, header] of Object.entries(cases)) {
    await rejectsCheck(t, async () => readEvent(await signText(header, goodText), findKey), 'jws', name);
  }
});

t.test('section 1: an unknown kid and a key of another curve fail key', async t => {
  const { jws } = await signEvent(payload, officer.signer);
  await rejectsCheck(t, () => readEvent(jws, () => undefined), 'key', 'unknown');
  const other = await createOfficer('ES256');
  await rejectsCheck(t, () => readEvent(jws, () => other.key), 'key', 'a key with another thumbprint');
  const header = goodHeader.replace('ES256', 'Ed25519');
  await rejectsCheck(
    t,
    async () => readEvent(await signText(header, goodText), findKey),
    'key',
    'wrong curve',
  );
});

t.test('section 1: a well signed payload that is not canonical fails jcs', async t => {
  const cases: Record<string, string | Uint8Array> = {
    'not JSON': '{',
    empty: '',
    'trailing space': `${goodText} `,
    'byte order mark': `\ufeff${goodText}`,
    'not UTF-8': Uint8Array.of(0x22, 0xff, 0x22),
    'duplicate member': goodText.replace('{"actor"', '{"v":1,"actor"'),
    'other order': goodText.replace('{"note":"DEMO-1"}', '{"b":1,"a":2}'),
    'lone surrogate': goodText.replace('DEMO-1', '\\ud800'),
    'lone surrogate in a name': goodText.replace('"note"', '"\\udc00"'),
    'fraction of zero': goodText.replace('"DEMO-1"', '1.0'),
    fraction: goodText.replace('"DEMO-1"', '1.5'),
    exponent: goodText.replace('"DEMO-1"', '1e3'),
    'minus zero': goodText.replace('"DEMO-1"', '-0'),
    '2^53': goodText.replace('"DEMO-1"', '9007199254740992'),
    '2^53+1': goodText.replace('"DEMO-1"', '9007199254740993'),
    'beyond a double': goodText.replace('"DEMO-1"', '1e400'),
    '33 levels': goodText.replace('"DEMO-1"', `${'['.repeat(31)}${']'.repeat(31)}`),
    '30,000 levels': goodText.replace('"DEMO-1"', `${'['.repeat(30_000)}${']'.repeat(30_000)}`),
    array: '[]',
    null: 'null',
  };
  for (const [name, text] of Object.entries(cases)) {
    await rejectsCheck(t, async () => readEvent(await signText(goodHeader, text), findKey), 'jcs', name);
  }
  const deepest = goodText.replace('"DEMO-1"', `${'['.repeat(30)}${']'.repeat(30)}`);
  t.ok(await readEvent(await signText(goodHeader, deepest), findKey), '32 levels are read');
  const proto = goodText.replace('"note"', '"__proto__"');
  const read = await readEvent(await signText(goodHeader, proto), findKey);
  t.strictSame(Object.entries(read.body), [['__proto__', 'DEMO-1']], '__proto__ is a member like any other');
});

t.test('section 1: each member is required in its form, jcs', async t => {
  const good: Record<string, unknown> = { ...payload };
  const cases: Record<string, readonly JsonValue[]> = {
    v: [2, '1'],
    log: ['', 'demo.example', 'demo example/ABCDEFGHIJKLMNOPQRSTUV', 'a+b/ABCDEFGHIJKLMNOPQRSTUV', 1],
    subject: [
      'evidence',
      'Evidence/0192f3a0-0000-7000-8000-000000000001',
      `${payload.subject}0`,
      'evidence/',
      1,
    ],
    seq: [0, -1, '1', null],
    prev: ['', 'A'.repeat(42), `${'A'.repeat(42)}B`, 1],
    type: ['registered', 'transfer.offered', 'evidence.Registered', 'evidence.', 'evidence.a.b', 1],
    form: [0, null, '1'],
    actor: [
      null,
      {},
      { officer: payload.actor.officer },
      { ...payload.actor, unit: 'x' },
      { ...payload.actor, officer: 'X' },
      { ...payload.actor, role: '' },
    ],
    at: [
      '2021-02-30T00:00:00Z',
      '2021-04-02T06:30:60Z',
      '2021-04-02 06:30:00Z',
      '2021-04-02T06:30:00+00:00',
      0,
    ],
    nonce: ['', 'A'.repeat(21), `${'A'.repeat(21)}B`, 'A'.repeat(43), 1],
    refs: [null, ['x'], ['A'.repeat(43), 'A'.repeat(43)], {}],
    body: [null, [], 'x'],
  };
  for (const [member, values] of Object.entries(cases)) {
    const { [member]: _dropped, ...rest } = good;
    for (const value of [undefined, ...values]) {
      const changed = value === undefined ? rest : { ...good, [member]: value };
      const text = JSON.stringify(sortMembers(changed));
      const name = `${member} ${value === undefined ? 'missing' : JSON.stringify(value)}`;
      await rejectsCheck(t, async () => readEvent(await signText(goodHeader, text), findKey), 'jcs', name);
    }
  }
  const text = JSON.stringify(sortMembers({ ...good, extra: 1 }));
  await rejectsCheck(
    t,
    async () => readEvent(await signText(goodHeader, text), findKey),
    'jcs',
    'unknown member',
  );
});

function sortMembers(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, member]) => [name, sortMembers(member)]),
  );
}

t.test('section 1: nothing is signed that would not read back', async t => {
  throwsCheck(t, () => eventSigningInput({ ...payload, seq: 0 }, officer.signer), 'jcs', 'seq 0');
  const large = { ...payload, body: { text: 'x'.repeat(65_536) } };
  throwsCheck(t, () => eventSigningInput(large, officer.signer), 'jws', 'oversized');
});
