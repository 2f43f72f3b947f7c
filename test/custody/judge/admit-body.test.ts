import t from 'tap';
import { admitBody } from '../../../src/custody/judge/admit-body.js';
import type { JsonValue, SignedEvent } from '../../../src/log/index.js';
import { openIncident } from '../../helpers/bodies/incident.js';
import { registerSite, siteBody, storeOf } from '../../helpers/bodies/site.js';
import { registerUnit, unitBody } from '../../helpers/bodies/unit.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

const procedure = new Procedure();
const [unit] = procedure.compose(registerUnit());

/** Codes for an event of a unit with something changed. */
function admit(changes: Partial<SignedEvent>, disclosed: ReadonlyMap<string, JsonValue> = new Map()) {
  if (unit === undefined) throw new Error('nothing was composed');
  return admitBody({ ...unit, ...changes }, disclosed);
}

function rules(changes: Partial<SignedEvent>): readonly string[] {
  return admit(changes).map(({ rule }) => rule);
}

t.test('log-format section 1: a type and form that are known, of the kind of the subject', async t => {
  t.same(rules({}), []);
  t.same(rules({ type: 'unit.invented' }), ['type.unknown']);
  t.same(rules({ form: 3 }), ['type.unknown']);
  t.same(rules({ type: 'unit.countersigned', form: 2 }), ['type.unknown']);
  t.same(rules({ subject: `site/${uuidOf('DEMO-SITE')}` }), ['type.not-of-subject']);
  t.same(rules({ type: 'site.registered' }), ['type.not-of-subject']);
  t.same(rules({ type: 'unit.constructor' }), ['type.unknown']);
});

t.test('design section 4: unknown members are refused, never dropped, at whatever depth', async t => {
  t.same(rules({ body: unitBody({ colour: 'blue' }) }), ['body.member-unknown']);
  t.same(rules({ body: unitBody({ class: { code: 'OTHER', text: 'DEMO', note: 'x' } }) }), [
    'body.member-unknown',
  ]);
  const stores = [storeOf('DEMO-GENERAL', { key: 'under the mat' })];
  t.same(procedure.refuse(registerSite({ stores })), ['body.member-unknown']);
  t.same(rules({ body: JSON.parse('{"__proto__":1}') }).includes('body.member-unknown'), true);
});

t.test('design section 4: every fault is named at its place, in both languages', async t => {
  const { name: _name, code: _code, ...rest } = unitBody({ national: 'yes', validFrom: '2013-02-30' });
  const faults = admit({ body: rest });
  t.match(faults, [
    { rule: 'body.member-missing', pointer: '/body/name', parameters: { member: 'name' } },
    { rule: 'body.member-missing', pointer: '/body/code', parameters: { member: 'code' } },
    { rule: 'body.value-refused', pointer: '/body/national' },
    { rule: 'body.value-refused', pointer: '/body/validFrom' },
  ]);
  for (const { parameters } of faults) {
    t.ok(parameters.description, 'the field in English');
    t.not(parameters.descriptionFr, parameters.description);
  }
});

t.test('forms: closed codes, lengths, control characters, dates that exist', async t => {
  for (const changes of [
    { class: { code: 'ARMY', text: null } },
    { name: '' },
    { name: 'x'.repeat(201) },
    { name: 'a\u0007b' },
    { name: 'a\nb' },
    { name: 'a\u202eb' },
    { country: 'Mali' },
    { validFrom: '2013-13-01' },
    { validFrom: '2023-02-29' },
    { validFrom: 'yesterday' },
  ])
    t.same(rules({ body: unitBody(changes) }), ['body.value-refused'], JSON.stringify(changes));
  for (const at of [
    '2021-04-02T24:00:00Z',
    '2021-02-30T10:00:00Z',
    '2021-04-02T10:00:00+00:00',
    '2021-04-02',
  ])
    t.same(
      procedure.refuse(
        openIncident({ occurred: { at, precision: 'MINUTE', zone: 'Africa/Bamako', clockDoubt: null } }),
      ),
      ['body.value-refused'],
      at,
    );
});

t.test(
  'a text with control characters or turned directions is refused by the character; Arabic is not',
  async t => {
    for (const [text, character] of [
      ['a\u0007b', 'U+0007'],
      ['\u001b[2J', 'U+001B'],
      ['a\u0085b', 'U+0085'],
      ['rapport\u202efdp.exe', 'U+202E'],
      ['\u2066isolated\u2069', 'U+2066'],
      ['\u0645\u062d\u0636\u0631 \u202d123', 'U+202D'],
    ] as const) {
      const [refused, ...others] = admit({ body: unitBody({ name: text }) });
      t.same(others, []);
      t.match(refused?.parameters, {
        reason: `the character ${character} may not`,
        reasonFr: `le caractère ${character} ne peut`,
      });
    }
    t.same(rules({ body: unitBody({ name: '\u0645\u062d\u0636\u0631 \u0636\u0628\u0637 (DEMO-1)' }) }), []);
  },
);

t.test(
  'log-format section 2: a withheld claim comes with its value, and the value follows its form',
  async t => {
    const [site] = procedure.compose(registerSite());
    if (site === undefined) throw new Error('nothing was composed');
    t.same(admitBody(site, procedure.disclosed), []);
    t.match(admitBody(site, new Map()), [{ rule: 'disclosure.value-refused', pointer: '/body/position' }]);
    t.same(procedure.refuse(registerSite({ position: { latitude: 'north' } })), ['disclosure.value-refused']);
    const plain = { ...site, body: siteBody() };
    t.ok(
      admitBody(plain, new Map()).some(({ pointer }) => pointer.startsWith('/body/position')),
      'a claim that should be withheld is not taken in the clear',
    );
  },
);
