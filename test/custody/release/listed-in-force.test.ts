import t from 'tap';
import { originalsInForce, redactionsInForce } from '../../../src/custody/release/listed-in-force.js';
import type { JsonObject } from '../../../src/log/index.js';

const [first, second] = ['evidence/DEMO-1', 'evidence/DEMO-2'];

function decided(pieces: readonly string[], redactions: readonly JsonObject[] | undefined) {
  const items = pieces.map(subject => ({ subject, seq: 1 }));
  const body: JsonObject = { items, ...(redactions === undefined ? {} : { redactions: [...redactions] }) };
  return { event: { type: 'release.decided', body } };
}

t.test('GATE-8: of each piece stands what the last decision on it takes out', t => {
  const name = { piece: first, what: 'DEMO: a name' };
  const place = { piece: second, what: 'DEMO: a position' };
  const before = [decided([first, second], [name, place])];
  t.same(redactionsInForce(before), [name, place]);
  const other = { piece: second, what: 'DEMO: a date' };
  t.same(
    redactionsInForce([...before, decided([second], [other])]),
    [name, other],
    'what was decided of the first piece stands beside a later decision on the second',
  );
  t.same(redactionsInForce([...before, decided([first], [])]), [place], 'and is replaced by one on itself');
  t.same(redactionsInForce([...before, decided([first], undefined)]), [name, place], 'forms 1 and 2');
  t.same(
    redactionsInForce([{ event: { ...decided([first], [name]).event, type: 'release.input-given' } }]),
    [],
    'nothing but a decision takes anything out',
  );
  t.end();
});

t.test('GATE-8: of each piece stand the originals that the last decision on it lets go', t => {
  const decidedWith = (pieces: readonly string[], listed?: readonly JsonObject[]) => {
    const { type, body } = decided(pieces, []).event;
    return {
      event: { type, body: listed === undefined ? body : { ...body, originalPhotographs: [...listed] } },
    };
  };
  const [one, two] = [
    { piece: first, file: 'aa', why: 'DEMO' },
    { piece: second, file: 'bb', why: 'DEMO' },
  ];
  const before = [decidedWith([first, second], [one, two])];
  t.same(originalsInForce(before), [one, two]);
  t.same(originalsInForce([...before, decidedWith([second], [])]), [one], 'a later decision on the second');
  t.same(originalsInForce([...before, decidedWith([first])]), [two], 'a form that lists none lets none go');
  t.equal(originalsInForce([decidedWith([first])]), null, 'no decision could list any');
  t.end();
});
