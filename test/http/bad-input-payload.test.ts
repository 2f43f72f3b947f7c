import t from 'tap';
import type { JsonObject } from '../../src/log/index.js';
import { type Expected, expectProblem, forge, HostileStage } from '../helpers/hostile.js';

type Case = readonly [name: string, make: () => Promise<string>, expected: Expected];

const jws = (found: RegExp): Expected => ({ check: 'jws', found });
const jcs = (found: RegExp): Expected => ({ check: 'jcs', found });

t.test('log-format section 1: a payload that is not the canonical form of an event', async t => {
  const hostile = await HostileStage.open(t);
  const size = await hostile.size();
  const { signer } = hostile.attacker;
  const rewritten = (rewrite: (text: string) => string | Uint8Array) => () => hostile.rewritten(rewrite);
  const changed = (changes: JsonObject) => () => hostile.changed(payload => ({ ...payload, ...changes }));
  const without = (member: string) => () =>
    hostile.changed(payload =>
      Object.fromEntries(Object.entries(payload).filter(([name]) => name !== member)),
    );
  const raw = (payload: string | Uint8Array) => () => forge({ payload, signer });
  const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as JsonObject;
  const bodyWith = (more: JsonObject) => () =>
    hostile.changed(payload => ({ ...payload, body: { ...(payload.body as JsonObject), ...more } }));
  const insertByte = (byte: number) => (text: string) => {
    const bytes = Buffer.from(text);
    const at = bytes.indexOf('DEMO-CASE');
    return Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at)]);
  };

  const cases: readonly Case[] = [
    ['nothing', raw(''), jcs(/not JSON/)],
    ['no object', raw('[]'), jcs(/payload: expected the members/)],
    ['null', raw('null'), jcs(/payload/)],
    ['a text', raw('"x"'), jcs(/payload/)],
    ['half of it', rewritten(text => text.slice(0, -20)), jcs(/not JSON/)],
    ['two of them', rewritten(text => text + text), jcs(/not JSON/)],
    ['white space', rewritten(text => text.replace(':', ': ')), jcs(/canonical/)],
    ['a line break at the end', rewritten(text => `${text}\n`), jcs(/canonical/)],
    [
      'members in another order',
      rewritten(text =>
        JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as JsonObject).reverse())),
      ),
      jcs(/canonical/),
    ],
    [
      'an escape that need not be',
      rewritten(text => text.replace('DEMO-CASE', '\\u0044EMO-CASE')),
      jcs(/canonical/),
    ],
    ['a slash escaped', rewritten(text => text.replace('incident/', 'incident\\/')), jcs(/canonical/)],
    ['1.0', rewritten(text => text.replace('"seq":1', '"seq":1.0')), jcs(/canonical/)],
    ['1e0', rewritten(text => text.replace('"seq":1', '"seq":1e0')), jcs(/canonical/)],
    ['-0', rewritten(text => text.replace('"seq":1', '"seq":-0')), jcs(/canonical/)],
    ['01', rewritten(text => text.replace('"seq":1', '"seq":01')), jcs(/not JSON/)],
    ['2^53', rewritten(text => text.replace('"seq":1', '"seq":9007199254740992')), jcs(/2\^53/)],
    ['-2^53', bodyWith({ n: -9007199254740992 }), jcs(/2\^53/)],
    ['a fraction', bodyWith({ n: 1.5 }), jcs(/integer/)],
    ['1e400', rewritten(text => text.replace('"seq":1', '"seq":1e400')), jcs(/integer|canonical/)],
    ['NaN', rewritten(text => text.replace('"seq":1', '"seq":NaN')), jcs(/not JSON/)],
    ['a member twice', rewritten(text => text.replace('"v":1', '"v":1,"v":1')), jcs(/canonical/)],
    [
      'a member of the body twice',
      rewritten(text => text.replace('"caseFile":', '"caseFile":"X","caseFile":')),
      jcs(/canonical/),
    ],
    [
      'a lone surrogate, escaped',
      rewritten(text => text.replace('DEMO-CASE', '\\ud800DEMO-CASE')),
      jcs(/surrogate/),
    ],
    [
      'a lone surrogate in a name',
      rewritten(text => text.replace('"caseFile"', '"\\udfff"')),
      jcs(/surrogate/),
    ],
    [
      'a lone surrogate in UTF-8',
      rewritten(text => Buffer.concat([Buffer.from(text.slice(0, -2)), Buffer.of(0xed, 0xa0, 0x80)])),
      jcs(/UTF-8/),
    ],
    ['a byte order mark', rewritten(text => `\ufeff${text}`), jcs(/not JSON/)],
    ['invalid UTF-8', rewritten(insertByte(0xff)), jcs(/UTF-8/)],
    ['overlong UTF-8', rewritten(insertByte(0xc0)), jcs(/UTF-8/)],
    ['UTF-16', rewritten(text => Buffer.from(text, 'utf16le')), jcs(/not JSON|UTF-8/)],
    ['a NUL byte', rewritten(insertByte(0)), jcs(/not JSON/)],
    ['a comment', rewritten(text => `${text}/**/`), jcs(/not JSON/)],
    [
      '65,537 bytes',
      rewritten(text =>
        text.replace('DEMO-CASE', 'x'.repeat(65_537 - Buffer.byteLength(text) + 'DEMO-CASE'.length)),
      ),
      jws(/at most/),
    ],
    ['33 levels', bodyWith({ deep: nested(31) }), jcs(/32 levels/)],
    ['50,000 levels', raw('['.repeat(48_000)), jcs(/32 levels/)],
    ['v 0', changed({ v: 0 }), jcs(/v: expected 1/)],
    ['v 2', changed({ v: 2 }), jcs(/v: expected 1/)],
    ['v a text', changed({ v: '1' }), jcs(/v: expected 1/)],
    ...['v', 'log', 'subject', 'seq', 'prev', 'type', 'form', 'actor', 'at', 'nonce', 'refs', 'body'].map(
      (member): Case => [`without ${member}`, without(member), jcs(/expected the members/)],
    ),
    ['a member more', changed({ more: 1 }), jcs(/expected the members/)],
    [
      '__proto__ as a member',
      rewritten(text => `{"__proto__":{},${text.slice(1)}`),
      jcs(/expected the members|canonical/),
    ],
    ['log of somebody else', changed({ log: 'demo.example/AAAAAAAAAAAAAAAAAAAAAA' }), jcs(/expected log/)],
    ['log no origin', changed({ log: 'http://x y/' }), jcs(/log: expected/)],
    [
      'subject in capitals',
      changed({ subject: 'INCIDENT/0192f3a0-0000-7000-8000-000000000001' }),
      jcs(/subject/),
    ],
    [
      'subject UUID in capitals',
      changed({ subject: 'incident/0192F3A0-0000-7000-8000-00000000000A' }),
      jcs(/subject/),
    ],
    ['subject without UUID', changed({ subject: 'incident/' }), jcs(/subject/)],
    [
      'subject with a line break',
      changed({ subject: 'incident/0192f3a0-0000-7000-8000-000000000001\n' }),
      jcs(/subject/),
    ],
    [
      'subject a list',
      changed({ subject: ['incident/0192f3a0-0000-7000-8000-000000000001'] }),
      jcs(/subject/),
    ],
    ['seq 0', changed({ seq: 0 }), jcs(/seq/)],
    ['seq negative', changed({ seq: -1 }), jcs(/seq/)],
    ['seq a text', changed({ seq: '1' }), jcs(/seq/)],
    ['seq beyond the head', changed({ seq: 9007199254740991 }), { rule: 'subject.begun' }],
    [
      'seq beyond an integer of the database',
      changed({ seq: 2147483648, prev: 'A'.repeat(43) }),
      { rule: 'subject.begun' },
    ],
    [
      'prev of an event that is not before it',
      changed({ prev: 'A'.repeat(43) }),
      { status: 409, code: 'stale' },
    ],
    ['prev no id', changed({ prev: 'x' }), jcs(/prev/)],
    ['prev with unused bits', changed({ prev: 'B'.repeat(43) }), jcs(/prev/)],
    ['type of another kind', changed({ type: 'evidence.registered' }), jcs(/type: expected one of the kind/)],
    ['type without a word', changed({ type: 'incident.' }), jcs(/type/)],
    ['type in capitals', changed({ type: 'incident.Opened' }), jcs(/type/)],
    ['type unknown', changed({ type: 'incident.forgotten' }), { rule: 'type.unknown' }],
    ['type constructor', changed({ type: 'incident.constructor' }), { rule: 'type.unknown' }],
    [
      'type of a kind nobody knows',
      changed({ type: 'x.y', subject: 'x/0192f3a0-0000-7000-8000-000000000001' }),
      { rule: 'type.unknown' },
    ],
    ['form 0', changed({ form: 0 }), jcs(/form/)],
    ['form 3', changed({ form: 3 }), { rule: 'type.unknown' }],
    ['form huge', changed({ form: 9007199254740991 }), { rule: 'type.unknown' }],
    ['actor null', changed({ actor: null }), jcs(/actor/)],
    [
      'actor with a member more',
      changed({ actor: { officer: hostile.attacker.officer, role: 'JMAC', unit: 'x' } }),
      jcs(/actor/),
    ],
    ['actor no UUID', changed({ actor: { officer: 'x', role: 'JMAC' } }), jcs(/officer/)],
    [
      'actor unknown',
      changed({ actor: { officer: '0192f3a0-0000-7000-8000-000000000001', role: 'JMAC' } }),
      { rule: 'signer.key-not-good' },
    ],
    [
      'actor somebody else',
      changed({ actor: { officer: hostile.test.stage.officer('DEMO-REG-1').officer, role: 'REG' } }),
      { rule: 'signer.key-not-good' },
    ],
    ['role empty', changed({ actor: { officer: hostile.attacker.officer, role: '' } }), jcs(/role/)],
    [
      'role unknown',
      changed({ actor: { officer: hostile.attacker.officer, role: 'GOD' } }),
      { rule: 'signer.role-not-held' },
    ],
    [
      'role with NUL',
      changed({ actor: { officer: hostile.attacker.officer, role: '\u0000' } }),
      { rule: 'signer.role-not-held' },
    ],
    [
      'role __proto__',
      changed({ actor: { officer: hostile.attacker.officer, role: '__proto__' } }),
      { rule: 'signer.role-not-held' },
    ],
    [
      'role of another officer',
      changed({ actor: { officer: hostile.attacker.officer, role: 'CASE' } }),
      { rule: 'signer.role-not-held' },
    ],
    ['at 30 February', changed({ at: '2021-02-30T10:00:00Z' }), jcs(/time like/)],
    ['at 29 February of no leap year', changed({ at: '2021-02-29T10:00:00Z' }), jcs(/time like/)],
    ['at a leap second', changed({ at: '2016-12-31T23:59:60Z' }), jcs(/time like/)],
    ['at 24:00', changed({ at: '2021-04-02T24:00:00Z' }), jcs(/time like/)],
    ['at with an offset', changed({ at: '2021-04-02T10:00:00+00:00' }), jcs(/time like/)],
    ['at without zone', changed({ at: '2021-04-02T10:00:00' }), jcs(/time like/)],
    ['at with two digits of a second', changed({ at: '2021-04-02T10:00:00.12Z' }), jcs(/time like/)],
    ['at in lower case', changed({ at: '2021-04-02t10:00:00z' }), jcs(/time like/)],
    ['at a number', changed({ at: 1617357600 }), jcs(/at: expected/)],
    ['at of a year beyond', changed({ at: '+275760-09-13T00:00:00Z' }), jcs(/time like/)],
    ['nonce short', changed({ nonce: 'AAAA' }), jcs(/nonce/)],
    ['nonce long', changed({ nonce: 'A'.repeat(23) }), jcs(/nonce/)],
    ['nonce with unused bits', changed({ nonce: `${'A'.repeat(21)}B` }), jcs(/nonce/)],
    ['refs no list', changed({ refs: {} }), jcs(/refs/)],
    ['refs no ids', changed({ refs: ['x'] }), jcs(/refs/)],
    ['refs twice', changed({ refs: ['A'.repeat(43), 'A'.repeat(43)] }), jcs(/one event twice/)],
    ['refs to nothing', changed({ refs: ['A'.repeat(43)] }), { rule: 'reference.event-unknown' }],
    ['body a list', changed({ body: [] }), jcs(/body/)],
    ['body null', changed({ body: null }), jcs(/body/)],
    ['body of another type', changed({ body: { name: 'x' } }), { check: 'disclosure', found: /no place/ }],
  ];
  for (const [name, make, expected] of cases) {
    await t.test(name, async t => {
      expectProblem(t, await hostile.post([await make()]), expected);
      t.equal(await hostile.size(), size, 'nothing was written');
    });
  }

  await t.test('exactly 65,536 bytes and 32 levels are read, and then judged by their form', async t => {
    const most = await hostile.rewritten(text =>
      text.replace('DEMO-CASE', 'x'.repeat(65_536 - Buffer.byteLength(text) + 'DEMO-CASE'.length)),
    );
    expectProblem(t, await hostile.post([most]), { rule: 'body.value-refused', pointer: '/body/caseFile' });
    expectProblem(t, await hostile.post([await bodyWith({ deep: nested(30) })()]), {
      rule: 'body.member-unknown',
      pointer: '/body/deep',
    });
    t.equal(await hostile.size(), size);
  });
  t.equal((await hostile.post([(await hostile.good()).submitted])).status, 201, 'unchanged it is accepted');
  await hostile.checkWhole(t, size + 1);
});
