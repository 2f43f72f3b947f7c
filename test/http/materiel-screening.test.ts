import t from 'tap';
import { groupFacts, linkFacts } from '../helpers/bodies/analysis.js';
import { unclassified } from '../helpers/bodies/evidence.js';
import { part, statement } from '../helpers/bodies/identification.js';
import { foundedRegister, type MaterielRegister } from '../helpers/materiel-register.js';
import { interpretation } from '../helpers/materiel-stage.js';
import { circumstances, uuidOf } from '../helpers/procedure.js';
import { readAs } from '../helpers/reading.js';

t.setTimeout(300_000);

interface Row {
  readonly flags: readonly { readonly flag: string; readonly answer: string; readonly inputs: object }[];
}

async function flags(register: MaterielRegister, query: Readonly<Record<string, string>> = {}) {
  const { rows } = await register.read('screening', query);
  return (rows as readonly Row[]).flatMap(row => row.flags.map(({ flag }) => flag)).sort();
}

t.test(
  'V13: a flag comes with a record, goes when it is corrected, and what was known then is still told',
  async t => {
    const register = await foundedRegister(t);
    await register.incident('1', '2021-03-20');
    t.same(await flags(register), []);
    await register.item('NEW', '1', { interpretation: interpretation({ year: 2018 }) });
    const entered = register.now;
    t.same(await flags(register), ['POST_2012', 'RECENT_TURNOVER']);
    const { rows } = await register.read('screening', { flag: 'RECENT_TURNOVER' });
    t.match(rows, [{ yearsToRecovery: 3, flags: [{ inputs: { years: 3, most: 4, year: 2018 } }] }]);
    await register.identified('NEW', statement([part(143, { year: 2008 })], 0));
    t.same(await flags(register), []);
    t.same(await flags(register, { knownAt: entered }), ['POST_2012', 'RECENT_TURNOVER']);
    await register.withdrawn('NEW');
    t.same(await flags(register), ['POST_2012', 'RECENT_TURNOVER'], 'and comes back with the record');
  },
);

t.test(
  'V13, E36: found in the possession of a listed group is an analyst’s assertion, and ends with it',
  async t => {
    const register = await foundedRegister(t);
    await register.incident('1', '2021-03-20');
    await register.item('OLD', '1');
    const { test, now } = register;
    const [group, link] = [`armedgroup/${uuidOf('DEMO-G')}`, `link/${uuidOf('DEMO-L')}`];
    const by = 'DEMO-JMAC-1/JMAC';
    const listings = [{ regime: '1267/1989/2253', from: '2018-10-04', until: null }];
    await register.sign(group, 'armedgroup.recorded', by, {
      ...groupFacts({ listings }),
      classification: unclassified,
    });
    t.same(await flags(register), []);
    const get = await readAs(test, 'DEMO-JMAC-1');
    const { items } = (await get(`/v1/evidence/${register.idOf('OLD')}/history`)).json();
    const [event = ''] = items.map(({ eventId }: { eventId: string }) => eventId);
    const facts = linkFacts(`evidence/${register.idOf('OLD')}`, group, event, {
      relation: 'IN_POSSESSION_OF',
    });
    await test.stage.require([
      {
        subject: link,
        type: 'link.recorded',
        by,
        refs: [event],
        body: { ...circumstances(now), ...facts, classification: unclassified },
      },
    ]);
    t.same(await flags(register), ['POST_EMBARGO']);
    t.same(await flags(register, { regime: '1267/1989/2253' }), ['POST_EMBARGO']);
    t.same(await flags(register, { regime: 'DEMO-OTHER' }), []);
    const csv = await get('/v1/analysis/materiel/screening?format=csv&regime=1267%2F1989%2F2253');
    t.match(csv.body.split('\r\n')[1], /POST_EMBARGO,YES,.*regime=1267/);
    await register.sign(link, 'link.withdrawn', by, { reason: 'DEMO: it was another group' });
    t.same(await flags(register), []);
  },
);
