import { randomUUID } from 'node:crypto';
import t from 'tap';
import {
  beginFounding,
  type FoundingFault,
  type FoundingFile,
  foundingBatch,
  foundingSubmission,
  missingFromFounding,
  readFoundingFile,
  signFounding,
} from '../../../src/client/index.js';
import { formatVerifierKey, generatePrivateJwk } from '../../../src/log/index.js';
import { verifierKeyOf } from '../../../src/store/log-key-file.js';
import { beginTestFounding, founderCard, makeFounder, random, signByAll } from '../../helpers/founders.js';

const carried = (file: unknown): unknown => JSON.parse(JSON.stringify(file));

t.test('log-format section 8: first all prove their keys, then all sign, in any order', async t => {
  const { file, founders } = await beginTestFounding(['one', 'two', 'three']);
  const [one, two, three] = founders as [(typeof founders)[0], (typeof founders)[0], (typeof founders)[0]];
  const needed = (at: FoundingFile) => missingFromFounding(at).map(({ name, needed }) => `${name} ${needed}`);
  t.same(needed(file), ['DEMO one proof', 'DEMO two proof', 'DEMO three proof']);
  t.equal(foundingBatch(file), undefined);

  const proven = await signFounding(await signFounding(file, three), one);
  t.same(needed(proven), ['DEMO one signature', 'DEMO two proof', 'DEMO three signature']);
  t.ok(
    proven.signatures.every(jws => jws === null),
    'nothing is signed before all proofs are there',
  );
  t.throws(() => foundingSubmission(proven), { name: 'FoundingFileError', fault: 'signature-missing' });

  const last = await signFounding(proven, two);
  t.same(needed(last), ['DEMO one signature', 'DEMO three signature'], 'the last to prove signs at once');
  t.same(carried(await signFounding(last, two)), carried(last), 'with nothing to add nothing changes');
  const complete = await readFoundingFile(carried(await signFounding(await signFounding(last, one), three)));
  t.same(needed(complete), []);
  t.equal(foundingSubmission(complete).length, 9);
  t.same(
    foundingBatch(complete)?.events.map(({ payload }) => payload.type),
    [
      'log.opened',
      ...Array(2).fill('log.countersigned'),
      ...Array(3).fill(['officer.registered', 'officer.countersigned']).flat(),
    ],
  );
});

t.test('two founders or more, other officers, other keys, a name like that of a host', async t => {
  const { file } = await beginTestFounding(['one', 'two']);
  const [one, two] = [await makeFounder('one'), await makeFounder('two')];
  const refused: [string, Partial<FoundingFile>, FoundingFault][] = [
    ['one', { founders: [{ ...founderCard(one), pop: null }] }, 'founders-too-few'],
    ['one twice', { founders: twice(founderCard(one)) }, 'founders-not-distinct'],
    ['one key', { founders: twice(founderCard(one), { officer: two.officer }) }, 'founders-not-distinct'],
    [
      'one officer',
      { founders: twice(founderCard(one), { jwk: founderCard(two).jwk }) },
      'founders-not-distinct',
    ],
    [
      'no key',
      {
        founders: twice(founderCard(one), { ...founderCard(two), jwk: { kty: 'EC', crv: 'P-256', x: 'AA' } }),
      },
      'key-malformed',
    ],
    ['a name', { name: 'not a host' }, 'name-not-host-like'],
  ];
  for (const [title, change, fault] of refused) {
    t.throws(
      () => beginFounding({ ...file, ...change }, random),
      { name: 'FoundingFileError', fault },
      title,
    );
  }
});

function twice(card: ReturnType<typeof founderCard>, change: object = {}): FoundingFile['founders'] {
  return [
    { ...card, pop: null },
    { ...card, pop: null, ...change },
  ];
}

t.test('a founding that was changed on its way is neither signed nor completed', async t => {
  const { file, founders, logKey } = await beginTestFounding(['one', 'two', 'three']);
  const good = await signByAll(file, founders);
  t.same(carried(await readFoundingFile(carried(good))), carried(good));
  const stranger = founderCard(await makeFounder('two'));
  const otherKey = formatVerifierKey(verifierKeyOf(logKey.key.name, await generatePrivateJwk('Ed25519')));
  const changed: [string, object, FoundingFault][] = [
    ['the name of the log key', { logKey: good.logKey.replace('custody', 'another') }, 'not-a-founding-file'],
    ['the log key', { logKey: otherKey }, 'signature-wrong'],
    ['the name of the log', { name: 'another.example.org' }, 'origin-differs'],
    ['the subject', { subject: `log/${randomUUID()}` }, 'origin-differs'],
    ['a founder', { founders: second(good, stranger) }, 'origin-differs'],
    ['the procedure', { sop: { ...good.sop, version: 99 } }, 'signature-wrong'],
    ['the time', { at: '2020-01-01T00:00:00Z' }, 'signature-wrong'],
    ['a name', { founders: second(good, { name: 'DEMO else' }) }, 'signature-wrong'],
    ['a nonce', { nonces: [...good.nonces].reverse() }, 'signature-wrong'],
    ['a proof', { founders: second(good, { pop: good.founders[0]?.pop }) }, 'proof-wrong'],
    ['a proof taken out', { founders: second(good, { pop: null }) }, 'signature-wrong'],
    ['signatures exchanged', { signatures: [...good.signatures].reverse() }, 'signature-wrong'],
    ['a member more', { extra: true }, 'not-a-founding-file'],
    ['an event less', { signatures: good.signatures.slice(1) }, 'not-a-founding-file'],
    ['a batch instead', { kind: 'scelle-batch' }, 'not-a-founding-file'],
  ];
  for (const [title, change, fault] of changed) {
    await t.rejects(
      readFoundingFile(carried({ ...good, ...change })),
      { name: 'FoundingFileError', fault },
      title,
    );
  }
});

function second({ founders }: FoundingFile, change: object): object[] {
  return founders.map((founder, position) => (position === 1 ? { ...founder, ...change } : founder));
}

t.test('nobody but a founder signs, and only for himself', async t => {
  const { file, founders } = await beginTestFounding(['one', 'two']);
  const stranger = await makeFounder('one');
  await t.rejects(signFounding(file, stranger), { name: 'FoundingFileError', fault: 'not-a-founder' });
  const [one] = founders;
  await t.rejects(signFounding(file, { ...stranger, officer: one?.officer ?? '' }), {
    name: 'FoundingFileError',
    fault: 'not-a-founder',
  });
});
