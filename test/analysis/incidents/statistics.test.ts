import t from 'tap';
import type { CasualtyFigure } from '../../../src/analysis/incidents/casualties.js';
import type { AccountRow, IncidentRow } from '../../../src/analysis/incidents/rows.js';
import { incidentStatistics, type StatisticsWanted } from '../../../src/analysis/incidents/statistics.js';
import { account, device, incidentRow, said } from '../../helpers/incident-rows.js';

const everything: StatisticsWanted = {
  from: null,
  until: null,
  region: null,
  type: null,
  target: null,
  by: null,
};
const knownAt = Date.UTC(2021, 11, 31, 12);

function statistics(
  incidents: readonly IncidentRow[],
  wanted: Partial<StatisticsWanted> = {},
  accounts: readonly AccountRow[] = [],
) {
  return incidentStatistics(incidents, accounts, { ...everything, ...wanted }, knownAt);
}

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const exactly = (count: number) => ({ lowest: count, highest: count });

t.test('V1: attacks never include finds, and an attack of several types counts once', async t => {
  const { total } = statistics([
    incidentRow('1', { types: ['SAF', 'IED_ATTACK', 'COMPLEX'] }),
    incidentRow('2', { types: ['SAF', 'IED_ATTACK'] }),
    incidentRow('3', { types: ['IED_ATTACK', 'IED_FIND'] }),
    incidentRow('4', { types: ['IED_FIND'] }),
    incidentRow('5', { types: ['CACHE', 'SEIZURE'] }),
    incidentRow('6', { types: ['DEMO: drone'] }),
    incidentRow('7', { types: ['PROFILE'] }),
  ]);
  const { incidents, attacks, finds, others, files, attacksWithFind } = total;
  t.same(
    { incidents, attacks, finds, others, files, attacksWithFind },
    { incidents: 6, attacks: 3, finds: 1, others: 2, files: 1, attacksWithFind: 1 },
  );
  t.same(
    total.byType.map(row => [row.class, row.type, row.incidents]),
    [
      ['ATTACK', 'COMPLEX', 1],
      ['ATTACK', 'IED_ATTACK', 1],
      ['ATTACK', 'SEVERAL', 1],
      ['FIND', 'IED_FIND', 1],
      ['OTHER', 'DEMO: drone', 1],
      ['OTHER', 'SEVERAL', 1],
    ],
  );
  t.same(total.findsAmongDevices, { count: 1, base: 4, percent: 25 });
});

t.test('G1-07: two figures for one fact are both kept; what nobody says is counted apart', async t => {
  const incidents = ['1', '2', '3'].map(id => incidentRow(id, { types: ['COMPLEX'] }));
  const accounts = [
    account('1', said('MISSION_MILITARY', { dead: exactly(4), injured: { lowest: 36, highest: null } })),
    account('1', said('MISSION_MILITARY', { dead: exactly(3) }), said('CIVILIANS', { dead: exactly(2) })),
    account('2', said('MISSION_MILITARY', { dead: exactly(7) })),
    account('2', said('MISSION_MILITARY', { dead: exactly(7) })),
  ];
  const { casualties } = statistics(incidents, {}, accounts).total;
  const of = (harm: CasualtyFigure['harm'], category: string | null, type: string | null = null) =>
    casualties.find(row => row.harm === harm && row.category === category && row.type === type);
  t.match(of('dead', 'MISSION_MILITARY', 'COMPLEX'), {
    ...{ lowest: 10, highest: 11, base: 3, withFigure: 2, withoutFigure: 1, inConflict: 1, withoutLimit: 0 },
  });
  t.match(of('dead', 'CIVILIANS'), { lowest: 2, highest: 2, withFigure: 1, withoutFigure: 2, inConflict: 0 });
  t.match(of('dead', null), { lowest: 12, highest: 13, inConflict: 1 }, 'three or four, two, and seven');
  t.match(of('injured', null), { lowest: 36, highest: 36, withFigure: 1, withoutLimit: 1 });
  t.match(of('abducted', null), { lowest: 0, highest: 0, withFigure: 0, withoutFigure: 3 });
});

t.test('E01: sources that speak of different people do not contradict each other', async t => {
  const deadOf = (...accounts: readonly AccountRow[]) => {
    const { casualties } = statistics([incidentRow('1', { types: ['SAF'] })], {}, accounts).total;
    const whole = casualties.find(
      ({ harm, category, type }) => harm === 'dead' && category === null && type === null,
    );
    return [whole?.lowest, whole?.highest, whole?.inConflict];
  };
  const military = account('1', said('MISSION_MILITARY', { dead: exactly(4) }));
  const civilians = account('1', said('CIVILIANS', { dead: exactly(2) }));
  const whole = (dead: number) => account('1', said('NOT_KNOWN', { dead: exactly(dead) }));
  t.same(deadOf(military, civilians), [6, 6, 0]);
  t.same(deadOf(military, civilians, whole(6)), [6, 6, 0], 'a whole that is their sum');
  t.same(deadOf(military, civilians, whole(9)), [6, 9, 1], 'a whole that is not');
  t.same(deadOf(whole(3), whole(5)), [3, 5, 1]);
  t.same(
    deadOf(military, { ...whole(50), sourceKind: 'PROPAGANDA' }),
    [4, 4, 0],
    'what a group claims is in no sum',
  );
});

t.test(
  'RQ-09: what is known to the month or year counts where all of it lies, and else stands apart',
  async t => {
    const incidents = [
      incidentRow('1', { happened: day('2021-04-02'), precision: 'DAY' }),
      incidentRow('2', { happened: day('2021-05-01'), precision: 'MONTH' }),
      incidentRow('3', { happened: day('2021-01-01'), precision: 'YEAR' }),
      incidentRow('4', { happened: day('2020-12-31'), precision: 'DAY' }),
    ];
    const months = statistics(incidents, { by: 'MONTH' });
    t.same(
      months.groups.map(({ key, attacks }) => [key, attacks]),
      [
        ['2020-12', 1],
        ['2021-04', 1],
        ['2021-05', 1],
        [null, 1],
      ],
    );
    const years = statistics(incidents, { by: 'YEAR' });
    t.same(
      years.groups.map(({ key, attacks }) => [key, attacks]),
      [
        ['2020', 1],
        ['2021', 3],
      ],
    );
    const half = statistics(incidents, { from: '2021-04-02', until: '2021-05-15' });
    t.equal(half.total.attacks, 1);
    t.equal(half.periodNotKnown, 2, 'some day of May, some day of 2021');
  },
);

t.test('G3: the pace is told with its days and its attacks', async t => {
  const attacks = Array.from({ length: 70 }, (_, at) => incidentRow(String(at)));
  const { pace } = statistics(attacks, { from: '2020-04-02', until: '2021-04-03', by: 'YEAR' }).total;
  t.same(pace, { attacks: 70, from: '2020-04-02', until: '2021-04-03', days: 366, oneEveryDays: 5.2 });
  const { groups } = statistics(attacks, { from: '2020-04-02', until: '2022-04-03', by: 'YEAR' });
  t.match(groups[0]?.pace, { from: '2021-01-01', until: '2022-01-01', days: 365 });
  t.match(statistics(attacks).total.pace, { from: '2021-04-02', until: '2022-01-01', days: 274 });
  t.match(statistics(attacks, { until: '2024-01-01' }).total.pace, { until: '2022-01-01' }, 'no later');
  const none = statistics([incidentRow('1', { types: ['CACHE'] })]).total.pace;
  t.same(none, { attacks: 0, from: null, until: null, days: null, oneEveryDays: null });
});

t.test('F-04: how far incidents were exploited, among those of which it is known, and why not', async t => {
  const { exploitation } = statistics([
    incidentRow('1', { exploitation: 'FULL' }),
    incidentRow('2', { exploitation: 'NONE', exploitationReasons: ['SECURITY', 'DIFFICULT_ACCESS'] }),
    incidentRow('3', { exploitation: 'PARTIAL', exploitationReasons: ['SECURITY'] }),
    incidentRow('4'),
  ]).total;
  t.match(exploitation, { base: 4, known: 3, unknown: 1, full: { count: 1, base: 3, percent: 33.3 } });
  t.same(exploitation.reasons, [
    { reason: 'SECURITY', count: 2, base: 2, percent: 100 },
    { reason: 'DIFFICULT_ACCESS', count: 1, base: 2, percent: 50 },
  ]);
});

t.test('V2, G3: devices by construction among those known, and charges with their ends', async t => {
  const radio = { initiation: 'COMMAND', switch: 'COMMAND_RADIO' };
  const { devices } = statistics([
    incidentRow('1', {
      devices: [
        device({ ...radio, charge: { lowest: '6.1', highest: '6.1' } }),
        device({ initiation: 'VICTIM_OPERATED', mainCharge: 'UNKNOWN' }),
      ],
    }),
    incidentRow('2', { devices: [device({ charge: { lowest: '40', highest: null } })] }),
  ]).total;
  t.same(devices.bySwitch, {
    base: 3,
    known: 1,
    unknown: 2,
    rows: [{ label: 'COMMAND_RADIO', count: 1, base: 1, percent: 100 }],
  });
  t.match(devices.byInitiation, { base: 3, known: 2, unknown: 1 });
  t.match(devices.byMainCharge, { known: 0, unknown: 3 }, 'what is recorded as unknown is not known');
  t.same(devices.charge, {
    ...{ base: 3, known: 2, unknown: 1, smallest: 6.1, largest: 40 },
    ...{ meanLowest: 23.05, meanHighest: 23.05, withoutLimit: 1 },
  });
});

t.test('D1: a region is found by its name then and today; groups that overlap are said to', async t => {
  const incidents = [
    incidentRow('1', { regions: ['DEMO-A', 'DEMO-B'], regionsToday: ['DEMO-C'], targets: ['UN_CAMP'] }),
    incidentRow('2', { regions: ['DEMO-A'], targets: ['UN_CAMP', 'CIVILIANS'] }),
    incidentRow('3', { targets: ['NOT_KNOWN'] }),
  ];
  for (const [region, found] of Object.entries({ 'DEMO-A': 2, 'DEMO-B': 1, 'DEMO-C': 1, 'DEMO-D': 0 }))
    t.equal(statistics(incidents, { region }).total.attacks, found, region);
  const targets = statistics(incidents, { by: 'TARGET' });
  t.same(
    targets.groups.map(({ key, attacks }) => [key, attacks]),
    [
      ['CIVILIANS', 1],
      ['UN_CAMP', 2],
      [null, 1],
    ],
  );
  t.ok(targets.groupsOverlap);
  t.notOk(statistics(incidents, { by: 'TYPE' }).groupsOverlap);
  t.equal(statistics(incidents, { target: 'CIVILIANS', type: 'SAF' }).total.attacks, 1);
});
