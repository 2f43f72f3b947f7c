import t from 'tap';
import { submissionOf } from '../../src/client/index.js';
import {
  base64urlText,
  canonicalText,
  createSigner,
  formatTime,
  generatePrivateJwk,
  type JsonObject,
  joinSubmission,
  makeProofOfPossession,
  parsePublicJwk,
  type Signer,
  utf8Bytes,
} from '../../src/log/index.js';
import { assignedBody } from '../helpers/bodies/incident.js';
import { attackWith, type Expected, expectProblem, forge, HostileStage } from '../helpers/hostile.js';

const group = (found: RegExp, event = 0): Expected => ({ check: 'group', found, event });

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
  await attackWith(t, hostile, [
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
          form: 1,
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
            form: 1,
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
  await attackWith(t, hostile, [
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
          form: 1,
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
    // Roles of the cast last until a year after today, whatever the clock of the test says.
    clock.now += 100 * 366 * 86_400_000;
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
