import t from 'tap';
import { byRarity, matchLines } from '../../src/cli/tell-matches.js';

const found = (item: string, reference: string) => ({
  ...{ item, number: `DEMO-${item}`, reference, place: null, incident: 'DEMO-INCIDENT' },
  ...{ examinationNumber: null, compared: [] },
});
const year = {
  ...{ kind: 'MARK', incidents: 3, items: 5 },
  found: [found('1', '1988'), found('2', '1988'), found('2', '1988')],
};
const serial = {
  kind: 'MARK',
  incidents: 2,
  items: 2,
  found: [found('1', 'DEMO-4711'), found('3', 'DEMO-4711')],
};

t.test('V7: a mark on few items stands before one on many, and none is left out', async t => {
  const trace = { ...serial, kind: 'TRACE' };
  t.same(
    byRarity([year, serial, trace]),
    [serial, trace, year],
    'as they came to be known where they are alike',
  );
});

t.test('V7: on how many items a mark stands is said, and how many of them are not listed', async t => {
  const lines = matchLines(year, 'en');
  t.match(lines[0], /1988 {2}items 5 {2}incidents 3$/);
  t.equal(lines.length, 5);
  t.equal(lines.at(-1), '  … and 3 more items');
  t.match(matchLines(year, 'fr').at(-1), '  … et 3 autres pièces');
  t.equal(matchLines(serial, 'en').length, 3, 'all of them are listed');
});
