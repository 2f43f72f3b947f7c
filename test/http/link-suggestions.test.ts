import t from 'tap';
import type { JsonObject } from '../../src/log/index.js';
import { linkFacts } from '../helpers/bodies/analysis.js';
import { unclassified } from '../helpers/bodies/evidence.js';
import { part, statement } from '../helpers/bodies/identification.js';
import { foundedRegister, type MaterielRegister } from '../helpers/materiel-register.js';
import { interpretation } from '../helpers/materiel-stage.js';
import { uuidOf } from '../helpers/procedure.js';
import { readAs } from '../helpers/reading.js';

t.setTimeout(300_000);

interface Suggested {
  readonly incidents: readonly { readonly id: string; readonly caseFile: string }[];
  readonly weight: number;
  readonly shared: readonly {
    readonly what: string;
    readonly key: string;
    readonly occursIn: number;
    readonly knownIn: number;
    readonly asserted: string | null;
    readonly rejectedBefore: string | null;
    readonly records: readonly { readonly event: string }[];
  }[];
}

async function suggested(register: MaterielRegister, query = ''): Promise<readonly Suggested[]> {
  const get = await readAs(register.test, 'DEMO-JMAC-1');
  const answer = await get(`/v1/analysis/links${query}`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json().suggestions;
}

const pairs = (all: readonly Suggested[]) =>
  all.map(({ incidents, shared }) => [
    ...incidents.map(({ caseFile }) => caseFile).sort(),
    ...shared.map(({ what }) => what),
  ]);

/** Three incidents: two with the same sample, one with another. */
async function threeIncidents(register: MaterielRegister): Promise<void> {
  for (const name of ['1', '2', '3']) await register.incident(name, `2021-03-1${name}`);
  await register.item('A', '1');
  await register.item('B', '2');
  await register.item('C', '3', { interpretation: interpretation({ year: 1999 }) });
}

function linkOf(register: MaterielRegister, name: string, facts: JsonObject): Promise<void> {
  return register.sign(`link/${uuidOf(`DEMO-LINK-${name}`)}`, 'link.recorded', 'DEMO-JMAC-1/JMAC', {
    ...facts,
    classification: unclassified,
  });
}

t.test(
  'V13, E36: incidents that share a sample are suggested, and change with what the items are said to be',
  async t => {
    const register = await foundedRegister(t);
    await threeIncidents(register);
    t.same(pairs(await suggested(register)), [['DEMO 1', 'DEMO 2', 'SAMPLE']]);
    const [only] = await suggested(register);
    t.match(only?.shared[0], { occursIn: 2, knownIn: 3, asserted: null, rejectedBefore: null });
    t.equal(only?.shared[0]?.records.length, 2, 'with the signed records they rest on');
    t.equal(only?.weight, 0.58, 'log2 of three over two: the rarer, the heavier');

    await register.identified('C', statement([part(143)], 0));
    t.same(
      pairs(await suggested(register, '?limit=500')).length,
      3,
      'identified alike, all three go together',
    );
    await register.withdrawn('C');
    t.same(pairs(await suggested(register)), [['DEMO 1', 'DEMO 2', 'SAMPLE']], 'and no more once withdrawn');
    t.same(await suggested(register, `?incident=${register.idOf('3')}`), []);
  },
);

t.test(
  'V13, E36: what is rejected stays away until a new record of it; what is asserted says by which link',
  async t => {
    const register = await foundedRegister(t);
    await threeIncidents(register);
    const [first] = await suggested(register);
    const shared = first?.shared[0];
    const [from, to] = ['1', '2'].map(name => `incident/${register.idOf(name)}`) as [string, string];
    const rejected = {
      relation: 'SAME_SAMPLE',
      standing: 'REJECTED',
      shared: { what: 'SAMPLE', key: shared?.key ?? '' },
      records: [],
    };
    await linkOf(register, 'NO', linkFacts(to, from, '', rejected));
    t.same(await suggested(register), []);

    await register.item('D', '2');
    const again = await suggested(register);
    t.same(pairs(again), [['DEMO 1', 'DEMO 2', 'SAMPLE']], 'a new fact');
    t.equal(
      again[0]?.shared[0]?.rejectedBefore,
      uuidOf('DEMO-LINK-NO'),
      'and that it was rejected before is said',
    );

    const [event = ''] = again[0]?.shared[0]?.records.map(record => record.event) ?? [];
    const asserted = { ...rejected, standing: 'ASSERTED', records: [event] };
    await register.test.stage.require([
      {
        subject: `link/${uuidOf('DEMO-LINK-YES')}`,
        type: 'link.recorded',
        by: 'DEMO-JMAC-1/JMAC',
        refs: [event],
        body: {
          occurred: { at: register.now, precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null },
          place: { site: null, description: 'DEMO-BAMAKO', position: null },
          lateEntry: null,
          overrides: [],
          ...linkFacts(from, to, event, asserted),
          classification: unclassified,
        },
      },
    ]);
    const [last] = await suggested(register);
    t.equal(last?.shared[0]?.asserted, uuidOf('DEMO-LINK-YES'));
  },
);

t.test('domain.md (b), JMAC: who has no part in the analysis is told of no link', async t => {
  const register = await foundedRegister(t);
  const get = await readAs(register.test, 'DEMO-WIT-1');
  t.equal((await get('/v1/analysis/links')).statusCode, 403);
  t.equal((await get('/v1/links')).json().items?.length ?? 0, 0);
});
