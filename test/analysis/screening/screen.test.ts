import t from 'tap';
import type { MaterielVersion } from '../../../src/analysis/materiel/version.js';
import type { Possession, Screening } from '../../../src/analysis/screening/flags.js';
import { screenRegister } from '../../../src/analysis/screening/screen.js';
import type { EmbargoRegime } from '../../../src/custody/sop/analysis.js';
import { version } from '../../helpers/materiel-version.js';

const onCountry: EmbargoRegime = {
  regime: 'DEMO-COUNTRY-REGIME',
  target: 'COUNTRY',
  country: 'DEMO-COUNTRY',
  from: '2004-11-15',
  until: '2016-04-28',
  panel: 'DEMO panel',
  source: 'DEMO',
  confidence: 'I',
};
const onGroup: EmbargoRegime = {
  ...onCountry,
  regime: 'DEMO-LIST',
  target: 'LISTED_GROUP',
  country: null,
  until: null,
};

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const found = (year: number | null, day: string, changes: Partial<MaterielVersion> = {}) =>
  version({ year, at: at(day), administrativeUnits: ['DEMO-COUNTRY', 'DEMO-NORTH'], ...changes });

function flagged(
  records: readonly MaterielVersion[],
  changes: Partial<Screening> = {},
  specificIncidents: number | null = null,
) {
  const screening = {
    embargoes: [],
    turnoverYears: null,
    possessionsOf: () => [],
    specificIncidents,
    ...changes,
  };
  return screenRegister(records, screening).flatMap(({ flags }) =>
    flags.map(({ flag, answer }) => [flag, answer]),
  );
}

t.test('V13: 2013 is after 2012, 2012 is not, and of no year nothing is said', t => {
  t.same(flagged([found(2012, '2021-04-02')]), []);
  t.same(flagged([found(2013, '2021-04-02')]), [['POST_2012', 'YES']]);
  t.same(flagged([found(null, '2021-04-02')]), []);
  t.end();
});

t.test(
  'V13, G2-18: made after the embargo on the country it was found in; of the same year nobody can say',
  t => {
    const of = (year: number, day: string, changes: Partial<MaterielVersion> = {}) =>
      flagged([found(year, day, changes)], { embargoes: [onCountry] }).filter(
        ([flag]) => flag === 'POST_EMBARGO',
      );
    t.same(of(2003, '2010-01-01'), []);
    t.same(of(2004, '2010-01-01'), [['POST_EMBARGO', 'CANNOT_SAY']]);
    t.same(of(2005, '2010-01-01'), [['POST_EMBARGO', 'YES']]);
    t.same(
      of(2005, '2010-01-01', { administrativeUnits: ['DEMO-ELSEWHERE'] }),
      [],
      'found in another country',
    );
    t.same(of(2015, '2016-04-29'), [['POST_EMBARGO', 'CANNOT_SAY']], 'found after it ended');
    const someDay = { precision: 'YEAR' };
    t.same(of(2005, '2010-01-01', someDay), [['POST_EMBARGO', 'YES']], 'some day of a year within it');
    t.same(
      of(2015, '2016-01-01', someDay),
      [['POST_EMBARGO', 'CANNOT_SAY']],
      'some day of the year it ended',
    );
    t.same(of(2005, '2010-01-01', { at: null }), [], 'found nobody knows when');
    t.end();
  },
);

t.test('V13: a listed group is screened by possession, whenever the arm was made', t => {
  const possession = (from: string | null): Possession => ({
    group: 'group',
    name: 'DEMO-GROUP',
    link: 'link',
    relation: 'IN_POSSESSION_OF',
    listings: [{ regime: 'DEMO-LIST', from, until: null }],
  });
  const of = (day: string, held: readonly Possession[]) =>
    flagged([found(1980, day)], { embargoes: [onGroup], possessionsOf: () => held });
  t.same(of('2021-04-02', [possession('2018-10-04')]), [['POST_EMBARGO', 'YES']], 'made long before');
  t.same(of('2018-10-03', [possession('2018-10-04')]), [], 'before the group was listed');
  t.same(
    of('2021-04-02', [possession(null)]),
    [['POST_EMBARGO', 'CANNOT_SAY']],
    'listed nobody knows since when',
  );
  const attributed = { ...possession('2018-10-04'), relation: 'ATTRIBUTED_TO' as const };
  t.same(of('2021-04-02', [attributed]), [['POST_EMBARGO', 'CANNOT_SAY']], 'attributed is not possessed');
  t.same(of('2021-04-02', []), [], 'in nobody’s possession, a date alone flags nothing');
  t.same(of('2021-04-02', [{ ...possession('2018-10-04'), listings: [] }]), []);
  t.end();
});

t.test(
  'V13: years to recovery are always shown, and few of them are rapid turnover by the procedure alone',
  t => {
    const records = [found(2019, '2021-04-02', { secondaryMark: 'DEMO' }), found(2016, '2021-04-02')];
    const screening = { embargoes: [], turnoverYears: 2, possessionsOf: () => [], specificIncidents: null };
    t.same(
      screenRegister(records, screening).map(({ yearsToRecovery, flags }) => [
        yearsToRecovery,
        flags.map(({ flag }) => flag),
      ]),
      [
        [2, ['POST_2012', 'RECENT_TURNOVER', 'STATE_SECONDARY_MARK']],
        [5, ['POST_2012']],
      ],
    );
    t.notOk(
      flagged(records).some(([flag]) => flag === 'RECENT_TURNOVER'),
      'without a threshold nothing is called so',
    );
    t.end();
  },
);

t.test('V13: property of the UN and what looks like it', t => {
  t.same(flagged([found(null, '2021-04-02', { category: 'UN_PROPERTY' })]), [['UN_PROPERTY', 'YES']]);
  t.same(flagged([found(null, '2021-04-02', { subCategory: 'UN_LOOK_ALIKE' })]), [['LOOK_ALIKE_UN', 'YES']]);
  t.end();
});

t.test('V13: a sample of one region alone is specific to it; in another region, it is in a new area', t => {
  const inRegion = (region: string, day: string, incident: string) =>
    found(1984, day, { administrativeUnits: ['DEMO-COUNTRY', region], incident, sampleKey: 'SAMPLE' });
  const north = ['1', '2', '3'].map(name => inRegion('DEMO-NORTH', `2020-01-0${name}`, name));
  t.same(flagged(north, {}, 3), Array(3).fill(['GEOGRAPHICALLY_SPECIFIC', 'YES']));
  t.same(flagged(north, {}, 4), [], 'too few incidents');
  t.same(flagged(north), [], 'without a threshold nothing is called so');
  const south = [inRegion('DEMO-SOUTH', '2020-02-01', '4'), inRegion('DEMO-SOUTH', '2020-02-02', '5')];
  t.same(
    flagged([...south, ...north], {}, 3),
    [['NEW_AREA', 'YES']],
    'the first record there, and specific no more',
  );
  t.end();
});

t.test('V3: what does not count is not screened', t => {
  t.same(
    flagged([found(2013, '2021-04-02', { count: 0 }), found(2013, '2021-04-02', { origin: 'TAKEN' })]),
    [],
  );
  t.end();
});
