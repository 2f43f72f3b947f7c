import t from 'tap';
import {
  base64urlText,
  canonicalText,
  disclosureDigest,
  type JsonObject,
  type JsonValue,
  joinSubmission,
  utf8Bytes,
} from '../../src/log/index.js';
import { attackWith, type Expected, type HostileCase, HostileStage } from '../helpers/hostile.js';

const disclosure = (found: RegExp): Expected => ({ check: 'disclosure', found });

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
  await attackWith(t, hostile, [
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
  await attackWith(t, hostile, [
    ['a member more', body({ more: 1 }), { rule: 'body.member-unknown', pointer: '/body/more' }],
    ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', '~/"', '\u0000', 'é'].map(
      (name): HostileCase => [`a member ${JSON.stringify(name)}`, own(name), { rule: 'body.member-unknown' }],
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
