import t from 'tap';
import type { ReportEvent } from '../../src/audit/report/report-event.js';
import { originalPhotographs } from '../../src/dossier/original-photographs.js';
import type { JsonObject } from '../../src/log/index.js';

const [first, second] = ['evidence/DEMO-1', 'evidence/DEMO-2'];
const [own, shared] = ['aa', 'bb'];
const asked = new Set([own, shared]);

function act(index: number, type: string, body: JsonObject): ReportEvent {
  return { index, event: { type, body } } as unknown as ReportEvent;
}

function decided(index: number, pieces: readonly string[], listed: readonly (readonly [string, string])[]) {
  return act(index, 'release.decided', {
    items: pieces.map(subject => ({ subject })),
    originalPhotographs: listed.map(([piece, file]) => ({ piece, file })),
  });
}

const caveat = (index: number) =>
  act(index, 'evidence.classified', { classification: { caveats: [{ code: 'SOURCE' }] } });

/** What goes as an original of two pieces, the second of which was asked for with the photograph of both. */
function going(acts: readonly ReportEvent[], ofSecond: readonly ReportEvent[] = []): readonly string[] {
  const pieces = [
    { piece: first, own: [], asked },
    { piece: second, own: ofSecond, asked: new Set([shared]) },
  ];
  return [...originalPhotographs(acts, pieces)].sort();
}

t.test('GATE-8: of each piece the last decision on it says which photographs go as originals', t => {
  const all = decided(
    5,
    [first, second],
    [
      [first, own],
      [first, shared],
      [second, shared],
    ],
  );
  t.same(going([all]), [own, shared]);
  t.same(going([all, decided(6, [first], [])]), [], 'taken back');
  t.same(going([all, decided(6, [second], [[second, shared]])]), [own, shared], 'of another piece');
  const earlierForm = act(6, 'release.decided', { items: [{ subject: first }], redactions: [] });
  t.same(going([all, earlierForm]), [], 'a form that names none lets none go');
  t.end();
});

t.test('GATE-8: a photograph of two pieces goes as an original where it may of both', t => {
  t.same(
    going([
      decided(
        5,
        [first, second],
        [
          [first, own],
          [first, shared],
        ],
      ),
    ]),
    [own],
  );
  const anyFile = [{ piece: first, own: [], asked: null }];
  t.same([...originalPhotographs([decided(5, [first], [[first, shared]])], anyFile)], [shared]);
  t.end();
});

t.test('GATE-8, V6: the caveat SOURCE that came after the decision brings the cleaned copy back', t => {
  const all = decided(
    5,
    [first, second],
    [
      [first, own],
      [first, shared],
      [second, shared],
    ],
  );
  t.same(going([all], [caveat(6)]), [own], 'of a piece that shares the photograph too');
  t.same(
    going([all], [caveat(4)]),
    [own, shared],
    'who decided knew of the earlier one, and that it was taken off',
  );
  t.end();
});
