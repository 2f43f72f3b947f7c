import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { createFieldCase } from '../helpers/field-case.js';
import { readAs } from '../helpers/reading.js';
import { Laptop } from '../helpers/scelle.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.setTimeout(600_000);

const code = (constant: string) => ({ constant: { code: constant, text: null } });

/** @param unit UUID of the reporting unit */
const mappingFor = (unit: string) => ({
  contents: 'INCIDENTS',
  zone: 'Africa/Bamako',
  fields: {
    caseFile: { column: 'file' },
    classifications: {
      column: 'type',
      separator: '+',
      values: {
        IED: { type: { code: 'IED_ATTACK', text: null }, subTypes: [], definition: null },
        fire: { type: { code: 'SAF', text: null }, subTypes: [], definition: null },
      },
    },
    happened: { column: 'date', as: 'TIME', format: 'YYMMDD' },
    'location.name': { column: 'place' },
    'location.administrativeUnits.0': { constant: 'DEMO-REGION' },
    'location.gazetteer': { constant: 'DEMO gazetteer' },
    'location.gazetteerDate': { constant: '2020-01-01' },
    reportingUnit: { constant: unit },
  },
  account: {
    'source.kind': code('IMPORTED_TABLE'),
    'source.description': { constant: 'DEMO: table of a cell' },
    asOf: { column: 'date', as: 'DAY', format: 'YYMMDD' },
    'casualties.0.category': code('CIVILIANS'),
    'casualties.0.dead.lowest': { column: 'dead', as: 'NUMBER' },
    'casualties.0.dead.highest': { column: 'dead', as: 'NUMBER' },
    'classification.level': { constant: 'CONFIDENTIAL' },
    'classification.originator': { constant: 'DEMO mission' },
    'classification.reason': { constant: 'DEMO' },
  },
});

t.test(
  'G3: a table of incidents becomes incidents, and what it says of casualties an account of each',
  async t => {
    const fieldCase = await createFieldCase(t);
    const laptop = await Laptop.connect(t, fieldCase.url);
    const folder = await createTestFolder(t);
    const get = await readAs(fieldCase, 'DEMO-JMAC-1');
    const [known] = (await get('/v1/incidents')).json().items;
    const [table, mapping] = [join(folder, 'incidents.csv'), join(folder, 'incidents.json')];
    const rows = [
      '190224 SVBIED, DEMO-PLACE;IED + fire;190224;DEMO-PLACE;3',
      '200115 SAF, DEMO-PLACE;fire;200115;DEMO-PLACE;',
      `${known.summary.caseFile};fire;200116;DEMO-PLACE;`,
      '200117 SAF, DEMO-PLACE;fire;170120;DEMO-PLACE;two',
    ];
    await writeFile(table, ['file;type;date;place;dead', ...rows, ''].join('\n'));
    await writeFile(mapping, JSON.stringify(mappingFor(known.summary.reportingUnit)));
    const frame = ['--mapping', mapping, '--reference', 'DEMO-2', '--origin', 'DEMO', '--place', 'DEMO'];
    const typed = ['import', 'table', table, ...frame, '--as', fieldCase.as('DEMO-JMAC-1'), '--leave-out'];

    const outcome = await laptop.must<{ faults: { row: number; column: string }[] }>(typed);
    t.match(outcome, { rows: 4, entered: 2, standing: 'CLOSED' });
    t.same(
      outcome.faults.map(({ row, column }) => [row, column]),
      [
        [3, '/body'],
        [4, 'dead'],
      ],
      'a case file that is there already, and a figure that is none',
    );
    const incidents = (await get('/v1/incidents')).json().items.slice(1);
    t.match(incidents, [
      {
        summary: {
          caseFile: '190224 SVBIED, DEMO-PLACE',
          types: ['IED_ATTACK', 'SAF'],
          happened: '2019-02-24T00:00:00.000Z',
          happenedPrecision: 'DAY',
        },
      },
      { summary: { caseFile: '200115 SAF, DEMO-PLACE' } },
    ]);
    const accounts = (await get('/v1/accounts')).json().items;
    t.match(
      accounts.map(({ state }: { state: unknown }) => state),
      [
        {
          incident: incidents[0].id,
          sourceKind: 'IMPORTED_TABLE',
          casualties: [{ category: 'CIVILIANS', dead: { lowest: 3, highest: 3 }, injured: null }],
          imported: { row: 1 },
        },
        {
          incident: incidents[1].id,
          casualties: [{ category: 'CIVILIANS', dead: null }],
          assailants: null,
          imported: { row: 2 },
        },
      ],
      'what the table does not say is not said',
    );
  },
);
