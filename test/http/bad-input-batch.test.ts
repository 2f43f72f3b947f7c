import t, { type Test } from 'tap';
import { submissionOf } from '../../src/client/index.js';
import {
  base64urlText,
  canonicalText,
  createSigner,
  disclosureDigest,
  formatTime,
  generatePrivateJwk,
  type JsonObject,
  type JsonValue,
  joinSubmission,
  makeProofOfPossession,
  parsePublicJwk,
  type Signer,
  utf8Bytes,
} from '../../src/log/index.js';
import { assignedBody } from '../helpers/bodies/incident.js';
import { type Expected, expectProblem, forge, HostileStage } from '../helpers/hostile.js';

type Case = readonly [name: string, make: () => Promise<readonly unknown[]>, expected: Expected];

const group = (found: RegExp, event = 0): Expected => ({ check: 'group', found, event });
const disclosure = (found: RegExp): Expected => ({ check: 'disclosure', found });

async function attack(t: Test, hostile: HostileStage, cases: readonly Case[]): Promise<void> {
  const size = await hostile.size();
  for (const [name, make, expected] of cases) {
    await t.test(name, async t => {
      expectProblem(t, await hostile.post(await make()), expected);
      t.equal(await hostile.size(), size, 'nothing was written');
    });
  }
}

/** b64u of any JSON: a disclosure as nobody should make one. */
function disclosureOf(parts: JsonValue): string {
  return base64urlText(utf8Bytes(canonicalText(parts)));
}

const salt = base64urlText(new Uint8Array(16));

t.test('log-format section 2: disclosures that are not exactly those of the withheld claims', async t => {
  const hostile = await HostileStage.open(t);
  const withDisclosures = async (change: (own: readonly string[]) => readonly string[]) => {
    const { jws, disclosures } = await hostile.good();
    return [joinSubmission({ jws, disclosures: change(disclosures) })];
  };
  /** The claim reference is committed to by the digest of this disclosure. */
  const claiming = async (text: string, commit: JsonValue = { _sd: disclosureDigest(text) }) => {
    const jws = (
      await hostile.changed(payload => ({
        ...payload,
        body: { ...(payload.body as JsonObject), claimReference: commit },
      }))
    ).split('~')[0];
    return [`${jws}~${text}~`];
  };
  const text = disclosureOf([salt, 'DEMO-CLAIM']);
  const _sd = disclosureDigest(text);
  await attack(t, hostile, [
    ['missing', () => withDisclosures(() => []), disclosure(/no disclosure for/)],
    ['twice', () => withDisclosures(own => [...own, ...own]), disclosure(/two disclosures/)],
    ['one more', () => withDisclosures(own => [...own, text]), disclosure(/no place/)],
    ['another', () => withDisclosures(() => [text]), disclosure(/no place/)],
    ['empty', () => withDisclosures(() => ['']), disclosure(/tilde/)],
    ['no tilde at the end', async () => [(await hostile.good()).submitted.slice(0, -1)], disclosure(/tilde/)],
    ['a tilde and nothing', async () => [`${(await hostile.good()).jws}~`], disclosure(/tilde/)],
    ['no base64url', () => claiming('****'), disclosure(/base64url of canonical/)],
    ['no JSON', () => claiming(base64urlText(utf8Bytes('['))), disclosure(/canonical JSON/)],
    ['white space', () => claiming(base64urlText(utf8Bytes(`["${salt}", 1]`))), disclosure(/canonical JSON/)],
    ['an object', () => claiming(disclosureOf({ salt, value: 1 })), disclosure(/\[salt, value\]/)],
    [
      'three parts, as of an object member',
      () => claiming(disclosureOf([salt, 'n', 1])),
      disclosure(/\[salt/),
    ],
    ['a short salt', () => claiming(disclosureOf(['AAAA', 'DEMO'])), disclosure(/16 bytes/)],
    ['a salt that is no text', () => claiming(disclosureOf([1, 'DEMO'])), disclosure(/salt/)],
    ['a claim in a claim', () => claiming(disclosureOf([salt, { _sd }])), disclosure(/inside a disclosure/)],
    ['a fraction', () => claiming(base64urlText(utf8Bytes(`["${salt}",1.5]`))), disclosure(/canonical JSON/)],
    [
      '33 levels',
      () => claiming(base64urlText(utf8Bytes(`["${salt}",${'['.repeat(32)}${']'.repeat(32)}]`))),
      disclosure(/canonical JSON/),
    ],
    ['65,537 bytes', () => claiming(disclosureOf([salt, 'x'.repeat(65_537)])), disclosure(/at most/)],
    ['_sd beside another member', () => claiming(text, { _sd, more: 1 }), disclosure(/nothing else/)],
    ['_sd no digest', () => claiming(text, { _sd: 'x' }), disclosure(/nothing else/)],
    ['_sd a number', () => claiming(text, { _sd: 1 }), disclosure(/nothing else/)],
    ['_sd at two places', () => claiming(text, [{ _sd }, { _sd }]), disclosure(/two places/)],
    [
      '_sd where nothing may be withheld',
      async () => {
        const jws = await hostile.changed(payload => ({
          ...payload,
          body: { ...(payload.body as JsonObject), claimReference: null, caseFile: { _sd } },
        }));
        return [`${jws.split('~')[0]}~${text}~`];
      },
      { rule: 'body.value-refused', pointer: '/body/caseFile' },
    ],
    [
      'the body as a whole',
      async () => {
        const jws = await hostile.changed(payload => ({ ...payload, body: { _sd } }));
        return [`${jws.split('~')[0]}~${text}~`];
      },
      disclosure(/as a whole/),
    ],
    [
      'a claim in clear',
      async () => [
        (
          await hostile.changed(payload => ({
            ...payload,
            body: { ...(payload.body as JsonObject), claimReference: 'DEMO' },
          }))
        ).split('~')[0],
      ],
      { rule: 'body.value-refused', pointer: '/body/claimReference' },
    ],
    [
      'a value of another form',
      () => claiming(disclosureOf([salt, 1])),
      { rule: 'disclosure.value-refused' },
    ],
    [
      'a value with NUL',
      () => claiming(disclosureOf([salt, 'a\u0000b'])),
      { rule: 'disclosure.value-refused' },
    ],
    [
      'a value that is null',
      () => claiming(disclosureOf([salt, null])),
      { rule: 'disclosure.value-refused' },
    ],
  ]);
  await hostile.checkWhole(t, await hostile.size());
});

t.test('a body that does not follow its form', async t => {
  const hostile = await HostileStage.open(t);
  const body = (changes: JsonObject) => async () => [
    await hostile.changed(payload => ({ ...payload, body: { ...(payload.body as JsonObject), ...changes } })),
  ];
  const own = (name: string) => async () => [
    await hostile.changed(payload => ({
      ...payload,
      body: Object.fromEntries([...Object.entries(payload.body as JsonObject), [name, {}]]),
    })),
  ];
  const refused = (pointer: string): Expected => ({ rule: 'body.value-refused', pointer });
  const occurred = {
    at: '2021-04-02T10:00:00Z',
    precision: 'MINUTE',
    zone: 'Africa/Bamako',
    clockDoubt: null,
  };
  await attack(t, hostile, [
    ['a member more', body({ more: 1 }), { rule: 'body.member-unknown', pointer: '/body/more' }],
    ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', '~/"', '\u0000', 'é'].map(
      (name): Case => [`a member ${JSON.stringify(name)}`, own(name), { rule: 'body.member-unknown' }],
    ),
    ['a list where a text is', body({ caseFile: ['x'] }), refused('/body/caseFile')],
    ['an object where a text is', body({ caseFile: { length: 1 } }), refused('/body/caseFile')],
    ['NUL', body({ caseFile: 'a\u0000b' }), refused('/body/caseFile')],
    ['a line break', body({ caseFile: 'a\nb' }), refused('/body/caseFile')],
    ['an escape sequence of a terminal', body({ caseFile: '\u001b[2J' }), refused('/body/caseFile')],
    ['text that runs backwards', body({ caseFile: 'a\u202eb' }), refused('/body/caseFile')],
    ['an empty text', body({ caseFile: '' }), refused('/body/caseFile')],
    ['a long text', body({ caseFile: 'x'.repeat(10_000) }), refused('/body/caseFile')],
    [
      'too many entries',
      body({ targets: Array.from({ length: 1000 }, () => ({ code: 'UN_CAMP', text: null })) }),
      refused('/body/targets'),
    ],
    [
      '30 February',
      body({ occurred: { ...occurred, at: '2021-02-30T10:00:00Z' } }),
      refused('/body/occurred/at'),
    ],
    [
      'a leap second',
      body({ occurred: { ...occurred, at: '2016-12-31T23:59:60Z' } }),
      refused('/body/occurred/at'),
    ],
    [
      'an offset',
      body({ occurred: { ...occurred, at: '2021-04-02T10:00:00+00:00' } }),
      refused('/body/occurred/at'),
    ],
    [
      'the year 0',
      body({ occurred: { ...occurred, at: '0000-01-01T00:00:00Z' } }),
      refused('/body/occurred/at'),
    ],
    [
      'the future',
      body({ occurred: { ...occurred, at: '9999-12-31T23:59:59Z' } }),
      { rule: 'time.in-future' },
    ],
    [
      'a code nobody knows',
      body({ occurred: { ...occurred, precision: 'constructor' } }),
      refused('/body/occurred/precision'),
    ],
    [
      'a unit nobody knows',
      body({ reportingUnit: hostile.test.stage.newId() }),
      { rule: 'reference.subject-unknown' },
    ],
    ['items', body({ items: [] }), { rule: 'body.member-unknown', pointer: '/body/items' }],
    ['a group', body({ group: 'A'.repeat(43) }), { rule: 'body.member-unknown', pointer: '/body/group' }],
  ]);
  await hostile.checkWhole(t, await hostile.size());
});

t.test('log-format section 10: batches whose events do not stand together', async t => {
  const hostile = await HostileStage.open(t);
  const { stage } = hostile.test;
  const registration = (name = 'DEMO-NAME') => ({
    subject: `officer/${stage.newId()}`,
    type: 'officer.registered',
    by: 'DEMO-REG-1/REG',
    countersigned: ['DEMO-REG-2/REG as registrar'],
    body: { name, unit: null, kind: 'PERSON', national: false },
  });
  const pair = async () => submissionOf(await stage.sign([registration()]));
  /** A countersignature with a member changed, signed by whom it names. */
  const countersigned = async (changes: (payload: JsonObject, act: string) => JsonObject, signer: Signer) => {
    const batch = await stage.sign([registration()]);
    const [act, second] = batch.events;
    const [first = ''] = submissionOf(batch);
    const payload = { ...second?.payload, actor: { ...second?.payload.actor } } as unknown as JsonObject;
    const changed = changes(payload, String(act?.payload.subject));
    return [first, await forge({ payload: canonicalText(changed), signer })];
  };
  const [one, two] = [stage.officer('DEMO-REG-1'), stage.officer('DEMO-REG-2')];
  await attack(t, hostile, [
    [
      'the same event twice',
      async () => {
        const { submitted } = await hostile.good();
        return [submitted, submitted];
      },
      group(/the same event twice/, 1),
    ],
    ['the countersignature alone', async () => (await pair()).slice(1), group(/act directly before/)],
    ['the countersignature first', async () => [...(await pair())].reverse(), group(/act directly before/)],
    [
      'the countersignature after another act',
      async () => {
        const [act, second] = await pair();
        return [act, (await hostile.good()).submitted, second];
      },
      group(/in the history of/, 2),
    ],
    [
      'the countersignature of another act',
      async () => [(await pair())[0], (await pair())[1]],
      group(/in the history of/, 1),
    ],
    ['no countersignature', async () => (await pair()).slice(0, 1), { rule: 'countersignature.missing' }],
    [
      'a second countersignature by the same officer',
      async () => {
        const [act, second] = await pair();
        return [act, second, second];
      },
      group(/same event twice|same officer|directly after/, 2),
    ],
    [
      'countersigned by the signer',
      () =>
        countersigned(payload => ({ ...payload, actor: { officer: one.officer, role: 'REG' } }), one.signer),
      group(/same officer signs twice/, 1),
    ],
    [
      'countersigned by another in words, with the key of the signer',
      () => countersigned(payload => payload, one.signer),
      group(/same key signs twice/, 1),
    ],
    [
      'countersigned by an officer without the role',
      () =>
        countersigned(
          payload => ({ ...payload, actor: { officer: hostile.attacker.officer, role: 'JMAC' } }),
          hostile.attacker.signer,
        ),
      { rule: 'countersignature.role-not-provided' },
    ],
    [
      'countersigned in a role not held',
      () =>
        countersigned(
          payload => ({ ...payload, actor: { officer: hostile.attacker.officer, role: 'REG' } }),
          hostile.attacker.signer,
        ),
      { rule: 'signer.role-not-held' },
    ],
    [
      'countersigned in a capacity nobody knows',
      () =>
        countersigned(
          payload => ({ ...payload, body: { ...(payload.body as JsonObject), as: 'constructor' } }),
          two.signer,
        ),
      { rule: 'countersignature.missing' },
    ],
    [
      'a countersignature with refs to more',
      () =>
        countersigned(
          payload => ({ ...payload, refs: [...(payload.refs as string[]), 'A'.repeat(43)] }),
          two.signer,
        ),
      group(/refs/, 1),
    ],
    [
      'a countersignature of form 2',
      () => countersigned(payload => ({ ...payload, form: 2 }), two.signer),
      { rule: 'type.unknown' },
    ],
    [
      'a countersignature with a member more',
      () =>
        countersigned(
          payload => ({ ...payload, body: { ...(payload.body as JsonObject), more: 1 } }),
          two.signer,
        ),
      group(/expected the body/, 1),
    ],
    [
      'acts in the wrong order',
      async () => {
        const subject = `incident/${stage.newId()}`;
        const good = await hostile.changed(payload => ({ ...payload, subject }));
        const assigned = await hostile.changed(payload => ({
          ...payload,
          subject,
          seq: 2,
          prev: 'A'.repeat(43),
          type: 'incident.assigned',
          body: assignedBody(hostile.attacker.officer),
        }));
        return [assigned.split('~')[0], good];
      },
      { status: 409, code: 'stale' },
    ],
    [
      'a subject nobody began',
      async () => [
        (
          await hostile.changed(payload => ({
            ...payload,
            type: 'incident.assigned',
            body: assignedBody(hostile.attacker.officer),
          }))
        ).split('~')[0],
      ],
      { rule: 'subject.unknown' },
    ],
    [
      'one bad event among good ones',
      async () => [(await hostile.good()).submitted, (await hostile.good()).submitted, 'a.b.c'],
      { check: 'jws', found: /header/, event: 2 },
    ],
    [
      '1,001 events',
      async () => Array.from({ length: 1001 }, () => 'a.b.c'),
      { status: 400, code: 'too-many-events' },
    ],
    ['none', async () => [], { status: 400, code: 'invalid-request' }],
    ['an empty event', async () => [''], { status: 400, code: 'invalid-request' }],
    ['a number', async () => [1], { status: 400, code: 'invalid-request' }],
    ['null', async () => [null], { status: 400, code: 'invalid-request' }],
    [
      'an event of 262,145 characters',
      async () => ['x'.repeat(262_145)],
      { status: 400, code: 'invalid-request' },
    ],
  ]);

  await t.test('the same batch twice, and a known event among new ones, give the same indices', async t => {
    const [first, second] = [await hostile.good(), await hostile.good()];
    const index = (answer: { document: JsonObject }) =>
      (answer.document.receipts as unknown as { index: number }[]).map(receipt => receipt.index);
    const one = await hostile.post([first.submitted]);
    t.equal(one.status, 201);
    t.same(index(await hostile.post([first.submitted])), index(one));
    const both = await hostile.post([second.submitted, first.submitted]);
    t.same(index(both), [...index(one).map(at => at + 1), ...index(one)]);
  });

  await t.test('a statement is not moved to another subject, seq or log by its carrier', async t => {
    const good = await hostile.good();
    const [header = '', , sig = ''] = good.jws.split('.');
    for (const changes of [
      { subject: `incident/${stage.newId()}` },
      { seq: 2 },
      { log: 'demo.example/AAAAAAAAAAAAAAAAAAAAAA' },
    ]) {
      const payload = base64urlText(utf8Bytes(canonicalText({ ...good.payload, ...changes })));
      const moved = joinSubmission({ jws: `${header}.${payload}.${sig}`, disclosures: good.disclosures });
      expectProblem(t, await hostile.post([moved]), { check: 'jws', found: /bad signature/ });
    }
  });
  await hostile.checkWhole(t, await hostile.size());
});

t.test('log-format section 8: keys and roles that do not count', async t => {
  const hostile = await HostileStage.open(t);
  const { stage, clock } = hostile.test;
  const registrars = { by: 'DEMO-REG-1/REG', countersigned: ['DEMO-REG-2/REG as registrar'] };
  const subject = `officer/${hostile.attacker.officer}`;
  const register = async (jwk: JsonObject, pop: string) => {
    const act = { ...registrars, subject, type: 'officer.key-registered', body: { jwk, pop } };
    return submissionOf(await stage.sign([act]));
  };
  const fresh = async () => {
    const { d: _secret, ...jwk } = await generatePrivateJwk('ES256');
    return { jwk: { ...jwk } as unknown as JsonObject, secret: { ...jwk, d: _secret } };
  };
  const popBy = async (secret: unknown, log = stage.origin, officer = hostile.attacker.officer) =>
    makeProofOfPossession({ log, officer }, await createSigner(secret));
  const key = (found: RegExp): Expected => ({ check: 'key', found });
  await attack(t, hostile, [
    [
      'a proof of possession of another officer',
      async () => {
        const { jwk, secret } = await fresh();
        return register(jwk, await popBy(secret, stage.origin, stage.officer('DEMO-REG-1').officer));
      },
      key(/another log, officer or key/),
    ],
    [
      'a proof of possession for another log',
      async () => {
        const { jwk, secret } = await fresh();
        return register(jwk, await popBy(secret, 'demo.example/AAAAAAAAAAAAAAAAAAAAAA'));
      },
      key(/another log, officer or key/),
    ],
    [
      'a proof of possession by another key',
      async () => {
        const { jwk } = await fresh();
        return register(jwk, await popBy((await fresh()).secret));
      },
      key(/expected key/),
    ],
    ['no proof', async () => register((await fresh()).jwk, 'x'), key(/three parts/)],
    [
      'the private key too',
      async () => {
        const { secret } = await fresh();
        return register({ ...secret } as unknown as JsonObject, await popBy(secret));
      },
      key(/expected the members/),
    ],
    [
      'a point that is not on the curve',
      async () => {
        const { jwk, secret } = await fresh();
        return register({ ...jwk, y: jwk.x ?? '' }, await popBy(secret));
      },
      key(/not a point/),
    ],
    [
      'a point of small order',
      async () =>
        register(
          { crv: 'Ed25519', kty: 'OKP', x: base64urlText(Uint8Array.of(1, ...new Uint8Array(31))) },
          'x',
        ),
      key(/small order/),
    ],
    [
      'a curve nobody signs with',
      async () => register({ ...(await fresh()).jwk, crv: 'secp256k1' }, 'x'),
      key(/expected crv/),
    ],
    [
      'a key of somebody else',
      async () => {
        const { key: known } = stage.officer('DEMO-REG-1');
        return register(
          { ...known.jwk },
          await makeProofOfPossession(
            { log: stage.origin, officer: hostile.attacker.officer },
            stage.officer('DEMO-REG-1').signer,
          ),
        );
      },
      { rule: 'claim.taken' },
    ],
  ]);

  await t.test('a key that the batch brings signs after its registration, not before', async t => {
    const { jwk, secret } = await fresh();
    const signer = await createSigner(secret);
    const size = await hostile.size();
    const early = await hostile.changed(payload => payload, signer);
    const registration = await register(jwk, await popBy(secret));
    expectProblem(t, await hostile.post([early, ...registration]), { rule: 'signer.key-not-good' });
    t.equal(await hostile.size(), size);
    const after = await hostile.post([...registration, early]);
    t.equal(after.status, 201);
    const known = parsePublicJwk(jwk);
    await t.test('and a revoked key signs no more', async t => {
      const head = await headOf(hostile, subject);
      const revoked = await forge({
        payload: canonicalText({
          ...(await hostile.good()).payload,
          subject,
          ...head,
          type: 'officer.key-revoked',
          body: { kid: known.kid, reason: 'lost' },
        }),
        signer: hostile.attacker.signer,
      });
      t.equal((await hostile.post([revoked])).status, 201);
      const late = await hostile.changed(payload => payload, signer);
      expectProblem(t, await hostile.post([late]), { rule: 'signer.key-not-good' });
      const again = await hostile.post([early]);
      t.equal(again.status, 201, 'what it signed before stands, and has its receipt');
    });
  });

  await t.test('a role counts from its first instant to its last, at the time received', async t => {
    const start = clock.now;
    clock.now += 366 * 86_400_000;
    const at = formatTime(clock.now);
    const late = await hostile.changed(payload => ({ ...payload, at }));
    expectProblem(t, await hostile.post([late]), { rule: 'signer.role-not-held' });
    clock.now = start;
  });
  await hostile.checkWhole(t, await hostile.size());
});

async function headOf(hostile: HostileStage, subject: string): Promise<JsonObject> {
  const { seq, head } = await hostile.test.log.db
    .selectFrom('subject')
    .select(['seq', 'head'])
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow();
  return { seq: seq + 1, prev: head };
}
