import t from 'tap';
import { NotProven } from '../../../src/verify/not-proven.js';
import { OpenRules } from '../../../src/verify/rules/open-rules.js';

t.test('rules left open: a line each for machines, one paragraph for people', async t => {
  const open = new OpenRules();
  t.same(open.told(), []);
  open.note('evidence.registered', 3, ['scene/DEMO']);
  open.note('evidence.registered', 5, ['scene/DEMO']);
  open.note('evidence.collected', 6, ['scene/DEMO', 'visit/DEMO']);
  t.equal(open.texts().length, 3);
  const [told, ...others] = open.told();
  t.same(others, []);
  t.match(told?.en, /: scene \(3\), visit \(1\): ask for the export of the incident/);
  t.match(told?.fr, / : lieux \(3\), visite \(1\) : demandez l'extrait de l'incident/);
});

t.test('section 12: machines have every name and line, people the first twenty', async t => {
  const notProven = new NotProven();
  const names = Array.from({ length: 25 }, (_, name) => name);
  notProven.addSome({ en: 'DEMO', fr: 'DEMO' }, names);
  notProven.addEach(names.map(name => ({ en: `DEMO ${name}`, fr: `DEMO ${name}` })));
  t.equal(notProven.in('en')[0], `DEMO (25): ${names.join(', ')}`);
  t.equal(notProven.in('en').length, 26);
  const told = notProven.toldIn('en');
  t.match(told[0], /, 19 and 5 more$/);
  t.equal(told.length, 22);
  t.equal(told.at(-1), '… and 5 more like these');
});
