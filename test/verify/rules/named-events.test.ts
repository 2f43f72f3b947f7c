import t from 'tap';
import { NamedEvents } from '../../../src/verify/rules/index.js';

const event = (refs: readonly string[], group?: string) => ({
  refs,
  body: group === undefined ? {} : { group },
});

const id = (text: string) => text.padEnd(43, '0');
const [a, b, g] = ['a', 'b', 'g'].map(id) as [string, string, string];

t.test('an event is kept until the last one that names it was judged', t => {
  const named = new NamedEvents();
  for (const naming of [event([a, b]), event([a], g), event([], g)]) named.note(naming);
  t.same(
    [a, b, g, id('c')].map(name => named.isAwaited(name)),
    [true, true, true, false],
  );
  t.same(named.settle(event([a, b])), [b], 'nothing waits for b any longer');
  t.same(named.settle(event([a], g)), [a]);
  t.ok(named.isAwaited(g));
  t.same(named.settle(event([], g)), [g]);
  t.same(
    [a, b, g].map(name => named.isAwaited(name)),
    [false, false, false],
  );
  t.end();
});

t.test('only digests are names, and not more of them than can be held', t => {
  const named = new NamedEvents(2);
  t.ok(named.note(event(['a', `${a}0`, `${'0'.repeat(42)}=`], 'x')));
  t.notOk(named.isAwaited('a'));
  t.notOk(named.isAwaited('x'));
  t.ok(named.note(event([a, b])));
  t.ok(named.note(event([a, b])), 'the same again takes no room');
  t.notOk(named.note(event([], g)));
  t.end();
});
