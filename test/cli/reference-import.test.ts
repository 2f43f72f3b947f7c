import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { createFieldCase } from '../helpers/field-case.js';
import { readAs } from '../helpers/reading.js';
import { Laptop } from '../helpers/scelle.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.setTimeout(600_000);

t.test('V5: a table of headstamps becomes signed entries; what is there already is left alone', async t => {
  const fieldCase = await createFieldCase(t);
  const laptop = await Laptop.connect(t, fieldCase.url);
  const table = join(await createTestFolder(t), 'headstamps.csv');
  const heading = 'key;kind;mark;producer;country;from;to;calibre;source;confidence';
  const write = (rows: readonly string[]) => writeFile(table, [heading, ...rows, ''].join('\n'));
  const typed = [
    ...['reference', 'import', table, '--name', 'DEMO-HEADSTAMPS', '--place', 'DEMO'],
    ...['--as', fieldCase.as('DEMO-JMAC-1')],
  ];
  const rows = [
    '31;HEADSTAMP;31;DEMO-PRODUCER 31;DEMO-COUNTRY;1960;;7,62 x 39 mm;DEMO handbook, page 31;HIGH',
    '32;HEADSTAMP;32;DEMO-PRODUCER 32;;;1990;;DEMO handbook, page 32;',
  ];
  await write(rows);
  const unopened = await laptop.run(typed);
  t.equal(unopened.code, 2);
  t.match(unopened.stderr + unopened.stdout, /--describes/);
  const opening = ['--describes', 'DEMO: small calibre', '--source', 'DEMO handbook'];
  t.match(await laptop.must([...typed, ...opening]), { added: 2, known: [] });

  await write([...rows, '33;MODEL;33;;;;;;DEMO handbook, page 33;LOW']);
  const done = await laptop.must<{ reference: string }>(typed);
  t.match(done, { added: 1, known: ['31', '32'] });
  const get = await readAs(fieldCase, 'DEMO-JMAC-1');
  const { entries } = (await get(`/v1/references/${done.reference}/entries`)).json();
  t.match(entries, [
    { key: '31', mark: '31', yearFrom: 1960, calibre: '7.62x39', calibreWritten: '7,62 x 39 mm' },
    { key: '32', yearTo: 1990, confidence: 'MODERATE' },
    { key: '33', kind: 'MODEL', source: 'DEMO handbook, page 33' },
  ]);
  t.equal(
    (await get(`/v1/references/${done.reference}/entries?knownAt=2000-01-01T00:00:00Z`)).json().entries
      .length,
    0,
  );

  await write(['34;COIN;34;;;soon;;;DEMO;', ';HEADSTAMP;35;;;;;;DEMO;']);
  const refused = await laptop.run(typed);
  t.equal(refused.code, 2);
  t.match(refused.stderr + refused.stdout, /2: kind; 2: from; 3: key/);
  t.equal(
    (await get(`/v1/references/${done.reference}/entries`)).json().entries.length,
    3,
    'nothing was entered',
  );
});
