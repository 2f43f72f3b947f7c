import t from 'tap';
import { NamedEvents } from '../../../src/verify/rules/index.js';

const event = (refs: readonly string[], group?: string) => ({
  refs,
  body: group === undefined ? {} : { group },
});

t.test('an event is kept until the last one that names it was judged', t => {
  const named = new NamedEvents();
  for (const naming of [event(['a', 'b']), event(['a'], 'g'), event([], 'g')]) named.note(naming);
  t.same(
    ['a', 'b', 'g', 'c'].map(id => named.isAwaited(id)),
    [true, true, true, false],
  );
  t.same(named.settle(event(['a', 'b'])), ['b'], 'nothing waits for b any longer');
  t.same(named.settle(event(['a'], 'g')), ['a']);
  t.ok(named.isAwaited('g'));
  t.same(named.settle(event([], 'g')), ['g']);
  t.same(
    ['a', 'b', 'g'].map(id => named.isAwaited(id)),
    [false, false, false],
  );
  t.end();
});
