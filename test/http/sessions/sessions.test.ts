import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import t from 'tap';
import { buildApp } from '../../../src/http/app.js';
import {
  base64urlText,
  canonicalText,
  createSigner,
  formatTime,
  generatePrivateJwk,
  type JsonObject,
  type Signer,
  signSessionAssertion,
  utf8Bytes,
} from '../../../src/log/index.js';
import { forge } from '../../helpers/hostile.js';
import { openTestSession, post } from '../../helpers/reading.js';
import { spoilSignature } from '../../helpers/spoil-signature.js';
import { createTestStage, type TestStage } from '../../helpers/test-stage.js';

const minute = 60_000;

async function nonceOf({ app }: Pick<TestStage, 'app'>): Promise<string> {
  return (await post(app, '/v1/sessions/nonces', {})).json<{ nonce: string }>().nonce;
}

t.test(
  'POST /v1/sessions: only a fresh nonce of this service, signed with a good key of the officer',
  async t => {
    const testStage = await createTestStage(t);
    const { app, stage, clock, log } = testStage;
    await stage.enlist('DEMO-WIT-1', ['WIT'], { unit: null });
    const { officer, signer, key } = stage.officer('DEMO-WIT-1');
    const other = stage.officer('DEMO-REG-1');
    const second = await buildApp({ log, logger: false });
    t.teardown(() => second.close());

    const good = async (): Promise<JsonObject> => ({
      v: 1,
      log: stage.origin,
      officer,
      kid: key.kid,
      nonce: await nonceOf(testStage),
      at: formatTime(clock.now),
    });
    const header = { alg: 'ES256', kid: key.kid, typ: 'custody-session+jws' };
    const sign = (
      payload: JsonObject | string,
      by: Signer = signer,
      head: JsonObject = { ...header, alg: by.alg, kid: by.kid },
    ) =>
      forge({
        header: canonicalText(head),
        payload: typeof payload === 'string' ? payload : canonicalText(payload),
        signer: by,
      });
    const changed = (changes: JsonObject) => async () => sign({ ...(await good()), ...changes });
    const open = (assertion: unknown) => post(app, '/v1/sessions', { assertion } as never);
    const stranger = await createSigner(await generatePrivateJwk('ES256'));

    const cases: readonly [name: string, make: () => Promise<string>][] = [
      ['a nonce of its own making', changed({ nonce: 'A'.repeat(22) })],
      [
        'a nonce of another process',
        async () => sign({ ...(await good()), nonce: await nonceOf({ app: second }) }),
      ],
      ['a nonce too short', changed({ nonce: 'AAAA' })],
      [
        'no nonce',
        async () => {
          const { nonce: _nonce, ...others } = await good();
          return sign(others);
        },
      ],
      ['another log', changed({ log: 'demo.example/AAAAAAAAAAAAAAAAAAAAAA' })],
      ['another officer', changed({ officer: other.officer })],
      ['another kid inside', changed({ kid: other.key.kid })],
      ['an officer nobody knows', changed({ officer: '0192f3a0-0000-7000-8000-000000000001' })],
      [
        'signed by another officer in his name',
        async () => sign({ ...(await good()), kid: other.key.kid }, other.signer),
      ],
      ['a key nobody registered', async () => sign({ ...(await good()), kid: stranger.kid }, stranger)],
      ['too old', changed({ at: formatTime(clock.now - 5 * minute - 1) })],
      ['of the future', changed({ at: formatTime(clock.now + 5 * minute + 1) })],
      ['a time that is none', changed({ at: '2021-02-30T10:00:00Z' })],
      ['a member more', changed({ roles: ['REG'] })],
      ['version 2', changed({ v: 2 })],
      ['white space', async () => sign(JSON.stringify(await good(), null, 1))],
      ['a member twice', async () => sign(canonicalText(await good()).replace('"v":1', '"v":1,"v":1'))],
      [
        'an event in place of an assertion',
        async () => sign(await good(), signer, { ...header, typ: 'custody-event+jws' }),
      ],
      [
        'a proof of possession in place of it',
        async () => sign(await good(), signer, { ...header, typ: 'custody-pop+jws' }),
      ],
      ['alg none', async () => sign(await good(), signer, { ...header, alg: 'none' })],
      ['alg HS256', async () => sign(await good(), signer, { ...header, alg: 'HS256' })],
      ['a header more', async () => sign(await good(), signer, { ...header, crit: ['exp'] })],
      ['a spoilt signature', async () => spoilSignature(await sign(await good()))],
      ['no signature', async () => `${(await sign(await good())).split('.').slice(0, 2).join('.')}.`],
      ['no JWS', async () => 'x'],
    ];
    for (const [name, make] of cases) {
      await t.test(name, async t => {
        const answer = await open(await make());
        t.equal(answer.statusCode, 401);
        t.match(answer.json(), { code: 'session-refused', detail: /^Sign a fresh nonce/ });
        t.notOk(
          'faults' in answer.json(),
          'which step failed is not told: it would say which keys are known',
        );
      });
    }

    await t.test('an assertion opens one session', async t => {
      const assertion = await sign(await good());
      t.equal((await open(assertion)).statusCode, 201);
      t.equal((await open(assertion)).statusCode, 401, 'a replay');
      const sameNonce = await good();
      t.equal((await open(await sign({ ...sameNonce, at: formatTime(clock.now + 1) }))).statusCode, 201);
      t.equal((await open(await sign(sameNonce))).statusCode, 401, 'the nonce is used up');
    });

    await t.test('a nonce is good for five minutes', async t => {
      const late = await good();
      clock.now += 5 * minute;
      t.equal((await open(await sign({ ...late, at: formatTime(clock.now) }))).statusCode, 201);
      const later = await good();
      clock.now += 5 * minute + 1000;
      t.equal((await open(await sign({ ...later, at: formatTime(clock.now) }))).statusCode, 401);
    });

    await t.test('requests that are no assertion', async t => {
      for (const body of [
        {},
        { assertion: 1 },
        { assertion: '' },
        { assertion: 'x', more: 1 },
        { assertion: 'x'.repeat(4001) },
        [],
        'x',
      ]) {
        const answer = await post(app, '/v1/sessions', body as never);
        t.ok([400, 415].includes(answer.statusCode), JSON.stringify(body).slice(0, 40));
      }
      t.equal((await post(app, '/v1/sessions/nonces', { more: 1 })).statusCode, 400);
    });
  },
);

t.test('access tokens', async t => {
  const testStage = await createTestStage(t);
  const { app, stage, clock, log } = testStage;
  await stage.enlist('DEMO-WIT-1', ['WIT'], { unit: null });
  const { officer, key } = stage.officer('DEMO-WIT-1');
  const token = await openTestSession(testStage, 'DEMO-WIT-1');
  const read = (authorization: string) =>
    app.inject({ url: `/v1/officers/${officer}`, headers: { authorization } });
  const status = async (authorization: string) => (await read(authorization)).statusCode;
  const [head = '', payload = '', signature = ''] = token.split('.');
  const claims = jwt.decode(token) as Record<string, unknown>;
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const encode = (value: unknown) =>
    base64urlText(utf8Bytes(typeof value === 'string' ? value : JSON.stringify(value)));
  const hmac = (secret: string) => {
    const input = `${encode({ alg: 'HS256', typ: 'JWT' })}.${payload}`;
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
  };
  const es256 = (changes: Record<string, unknown>) =>
    jwt.sign({ ...claims, ...changes }, pair.privateKey, { algorithm: 'ES256' });
  t.equal(await status(`Bearer ${token}`), 200);
  t.equal(await status(`bearer ${token}`), 200, 'the scheme is named in any case (RFC 9110 section 11.1)');

  const forged: readonly [name: string, authorization: string][] = [
    ['nothing', ''],
    ['no token', 'Bearer'],
    ['an empty token', 'Bearer '],
    ['Basic', `Basic ${token}`],
    ['two tokens', `Bearer ${token}, Bearer ${token}`],
    ['garbage', 'Bearer x.y.z'],
    ['a payload that is no JSON', `Bearer ${encode({ alg: 'ES256', typ: 'JWT' })}.AAAA.${signature}`],
    ['a header that is no JSON', `Bearer AAAA.${payload}.${signature}`],
    ['a header that is null', `Bearer ${encode('null')}.${payload}.${signature}`],
    ['a payload that is null', `Bearer ${head}.${encode('null')}.${signature}`],
    ['alg none', `Bearer ${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`],
    ['alg none with the signature', `Bearer ${encode({ alg: 'none', typ: 'JWT' })}.${payload}.${signature}`],
    ['HS256 with nothing for a secret', `Bearer ${hmac('')}`],
    ['HS256 with the origin for a secret', `Bearer ${hmac(stage.origin)}`],
    [
      'HS256 with a public key for a secret',
      `Bearer ${hmac(String(pair.publicKey.export({ type: 'spki', format: 'pem' })))}`,
    ],
    ['ES256 by another key', `Bearer ${es256({})}`],
    [
      'another officer',
      `Bearer ${head}.${encode({ ...claims, sub: stage.officer('DEMO-REG-1').officer })}.${signature}`,
    ],
    [
      'another kid',
      `Bearer ${head}.${encode({ ...claims, kid: stage.officer('DEMO-REG-1').key.kid })}.${signature}`,
    ],
    ['more roles', `Bearer ${head}.${encode({ ...claims, roles: ['REG', 'AUD'] })}.${signature}`],
    ['no end', `Bearer ${head}.${encode({ ...claims, exp: undefined })}.${signature}`],
    [
      'a signature in DER',
      `Bearer ${head}.${payload}.${createSign('sha256').update(`${head}.${payload}`).sign(pair.privateKey).toString('base64url')}`,
    ],
    ['a signature of zeros', `Bearer ${head}.${payload}.${'A'.repeat(86)}`],
    ['the nonce of a session', `Bearer ${await nonceOf(testStage)}`],
    [
      'an assertion in place of a token',
      `Bearer ${await signSessionAssertion({ log: stage.origin, officer, nonce: await nonceOf(testStage), at: clock.now }, stage.officer('DEMO-WIT-1').signer)}`,
    ],
  ];
  for (const [name, authorization] of forged) {
    await t.test(name, async t => {
      const answer = await read(authorization);
      t.equal(answer.statusCode, 401);
      t.match(answer.json(), { code: 'unauthenticated' });
      t.equal(answer.headers['www-authenticate'], 'Bearer');
    });
  }

  await t.test('a token of another process, and of another log, is none here', async t => {
    const second = await buildApp({ log, logger: false });
    t.teardown(() => second.close());
    const elsewhere = await openTestSession({ ...testStage, app: second }, 'DEMO-WIT-1');
    t.equal(await status(`Bearer ${elsewhere}`), 401);
  });

  await t.test('it ends after 15 minutes, and before it began it does not count', async t => {
    clock.now += 15 * minute - 1000;
    t.equal(await status(`Bearer ${token}`), 200);
    clock.now += 1000;
    t.equal(await status(`Bearer ${token}`), 401);
  });

  await t.test('roles are judged at each request, not when the token was given', async t => {
    const open = await openTestSession(testStage, 'DEMO-WIT-1');
    t.equal(await listStatus(testStage, open), 200);
    await endRoles(testStage, officer);
    t.equal(await listStatus(testStage, open), 403, 'the role has ended, the token not yet');
    await stage.require([
      {
        subject: `officer/${officer}`,
        type: 'officer.role-granted',
        by: 'DEMO-REG-1/REG',
        countersigned: ['DEMO-REG-2/REG as registrar'],
        body: {
          grant: stage.newId(),
          role: 'WIT',
          from: formatTime(clock.now),
          until: formatTime(clock.now + 3 * minute),
        },
      },
    ]);
    t.equal(await listStatus(testStage, open), 200);
    clock.now += 3 * minute;
    t.equal(await listStatus(testStage, open), 403, 'the time of the role is over, the token not yet');
  });

  await t.test('a revoked key ends the sessions it opened', async t => {
    const open = await openTestSession(testStage, 'DEMO-WIT-1');
    t.equal(await status(`Bearer ${open}`), 404, 'read, and shown nothing without a role');
    await stage.require([
      {
        subject: `officer/${officer}`,
        type: 'officer.key-revoked',
        by: 'DEMO-REG-1/REG',
        body: { kid: key.kid, reason: 'lost' },
      },
    ]);
    t.equal(await status(`Bearer ${open}`), 401);
    await t.rejects(openTestSession(testStage, 'DEMO-WIT-1'), /session-refused/);
  });
});

async function listStatus({ app }: TestStage, token: string): Promise<number> {
  return (await app.inject({ url: '/v1/officers', headers: { authorization: `Bearer ${token}` } }))
    .statusCode;
}

async function endRoles({ stage, log }: TestStage, officer: string): Promise<void> {
  const { state } = await log.db
    .selectFrom('subject')
    .select('state')
    .where('subject', '=', `officer/${officer}`)
    .executeTakeFirstOrThrow();
  const { grants } = state as { readonly grants: Readonly<Record<string, unknown>> };
  for (const grant of Object.keys(grants)) {
    await stage.require([
      {
        subject: `officer/${officer}`,
        type: 'officer.role-ended',
        by: 'DEMO-REG-1/REG',
        countersigned: ['DEMO-REG-2/REG as registrar'],
        body: { grant, reason: 'DEMO' },
      },
    ]);
  }
}
