import fc from 'fast-check';
import t from 'tap';
import { commonIn } from '../../../src/analysis/links/shared-things.js';
import { type LinkOnRecord, suggestLinks } from '../../../src/analysis/links/suggest.js';
import type { MaterielVersion } from '../../../src/analysis/materiel/version.js';
import { version } from '../../helpers/materiel-version.js';

const inIncidents = (count: number, changes: (at: number) => Partial<MaterielVersion>) =>
  Array.from({ length: count }, (_, at) =>
    version({
      item: `item-${at}`,
      incident: `incident-${String(at).padStart(3, '0')}`,
      known: at + 1,
      ...changes(at),
    }),
  );

t.test('V13: the rarer what is shared, the heavier; what is common tells nothing', t => {
  const versions = inIncidents(8, at => ({ sampleKey: at < 2 ? 'RARE' : at < 6 ? 'USUAL' : `ALONE-${at}` }));
  const [first, ...others] = suggestLinks(versions, []);
  t.same(
    first?.shared.map(({ thing }) => thing.key),
    ['RARE'],
  );
  t.equal(first?.weight, 2, 'eight incidents over two');
  t.same(
    others.map(({ weight }) => weight),
    Array(6).fill(1),
    'eight over four, for each pair of the four',
  );
  t.same(
    suggestLinks(
      inIncidents(commonIn + 1, () => ({ sampleKey: 'COMMON' })),
      [],
    ),
    [],
  );
  t.end();
});

t.test(
  'V13: a lot is one of a producer; a serial number, a component design count; ammunition has no design',
  t => {
    const keys: readonly [Partial<MaterielVersion>, readonly string[]][] = [
      [{ lotKey: '12' }, []],
      [{ lotKey: '12', producerKey: 'DEMO' }, ['LOT']],
      [{ serialKey: '1234' }, ['SERIAL']],
      [{ modelKey: 'DEMO-M' }, []],
      [{ modelKey: 'DEMO-M', category: 'IED', subCategory: 'SWITCH' }, ['DESIGN']],
      [{ sampleKey: 'DEMO', count: 0 }, []],
      [{ sampleKey: 'DEMO', inForce: false }, []],
      [{ sampleKey: 'DEMO', origin: 'TAKEN' }, []],
    ];
    for (const [changes, expected] of keys) {
      const suggestions = suggestLinks(
        inIncidents(2, () => changes),
        [],
      );
      t.same(
        suggestions.flatMap(({ shared }) => shared.map(({ thing }) => thing.what)),
        expected,
        JSON.stringify(changes),
      );
    }
    t.end();
  },
);

const pair = fc.constantFrom<readonly [string, string]>(
  ['incident-000', 'incident-001'],
  ['incident-001', 'incident-000'],
);

t.test(
  'E36: in whatever order records come, and whichever end is named first, the suggestions are the same',
  t => {
    const records = fc.array(
      fc.record({ incident: fc.nat(5), sample: fc.nat(3), known: fc.integer({ min: 1, max: 50 }) }),
      { maxLength: 20 },
    );
    const links = fc.array(
      fc.record({ pair, stated: fc.integer({ min: 1, max: 60 }), rejected: fc.boolean(), sample: fc.nat(3) }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(records, links, (drawn, said) => {
        const versions = drawn.map(({ incident, sample, known }, at) =>
          version({ item: `item-${at}`, incident: `incident-00${incident}`, sampleKey: `S${sample}`, known }),
        );
        const stated: LinkOnRecord[] = said.map(
          ({ pair: incidents, stated: leaf, rejected, sample }, at) => ({
            id: `link-${at}`,
            incidents,
            standing: rejected ? 'REJECTED' : 'ASSERTED',
            shared: { what: 'SAMPLE', key: `S${sample}` },
            stated: leaf * 10 + at,
          }),
        );
        const turned = stated.map(link => ({
          ...link,
          incidents: [...link.incidents].reverse() as [string, string],
        }));
        const brief = (all: ReturnType<typeof suggestLinks>) =>
          all.map(({ incidents, weight, shared }) => [
            incidents,
            weight.toFixed(6),
            shared.map(({ thing, asserted, rejectedBefore }) => [thing.key, asserted, rejectedBefore]).sort(),
          ]);
        const one = brief(suggestLinks(versions, stated));
        const other = brief(suggestLinks(versions.toReversed(), turned.toReversed()));
        return JSON.stringify(one) === JSON.stringify(other);
      }),
    );
    t.end();
  },
);
