import t from 'tap';
import {
  distributionLines,
  firstRecordLines,
  recordLines,
  serialLines,
} from '../../../src/cli/analysis/materiel-lines.js';

const known = { knownAt: '2022-01-01T00:00:00Z', knownLeaf: 7, rule: 'DEMO rule' };
const record = {
  at: '2021-04-02T00:00:00Z',
  ...{
    number: 'DEMO-NUMBER',
    place: 'DEMO-PLACE',
    caseFile: 'DEMO-FILE',
    event: 'DEMO-EVENT',
    foundAs: 'CACHED',
  },
  ...{ calibre: '32mm', producer: null, model: 'DEMO-GRENADE', year: null, count: 1, serial: 'DEMO-1' },
};

t.test('V13: what was new, with the act that it rests on and the rule', async t => {
  const row = { kind: 'CALIBRE', label: '32mm', isNew: true, items: 1, first: record };
  const text = firstRecordLines({ ...known, rows: [row] }, 'fr').join('\n');
  t.match(text, /^Tel que connu le 2022-01-01T00:00:00Z \(feuille 7\)$/m);
  t.match(text, /CALIBRE +32mm +oui +1 +2021-04-02 +DEMO-PLACE +DEMO-NUMBER +DEMO-EVENT/);
  t.match(text, /^\* DEMO rule$/m);
});

t.test('records, numbers and distributions say what they count and what is not known', async t => {
  const whole = { records: 1, items: 1, incidents: 1, pieces: 1, notCounted: 0, first: null, last: null };
  const records = recordLines({ ...known, whole, fired: 0, held: ['x'], records: [record] }, 'en').join('\n');
  t.match(records, /^Pieces: 1 \(without a number: 0\), fired at the scene: 0, items held now: 1$/m);
  t.match(
    records,
    /2021-04-02 +DEMO-PLACE +DEMO-FILE +DEMO-NUMBER +1 +32mm DEMO-GRENADE +CACHED +DEMO-EVENT/,
  );
  const found = { key: 'DEM01', exact: false, records: [record], doubts: [{ words: 'DEMO doubt' }] };
  t.match(serialLines({ ...known, rows: [found] }, 'en').join('\n'), /may be one number[\s\S]*\? DEMO doubt/);
  const bars = [{ value: null, samples: 0, pieces: 43 }];
  const base = { samples: 2, pieces: 286, outside: 7 };
  const table = distributionLines({ ...known, base, distributions: [{ by: 'YEAR', bars }] }, 'en').join('\n');
  t.match(table, /^Base: 2 samples, 286 pieces; outside: 7$/m);
  t.match(table, /not known +0\/2 +43\/286/);
});
