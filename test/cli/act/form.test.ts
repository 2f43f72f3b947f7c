import t from 'tap';
import { buildBody } from '../../../src/cli/act/body.js';
import { fieldsOf } from '../../../src/cli/act/fields.js';
import { baseBody, givenFields } from '../../../src/cli/act/form.js';
import { formFaults } from '../../../src/cli/act/form-faults.js';
import { readTypedTime } from '../../../src/cli/act/typed-time.js';
import { systemRandom } from '../../../src/cli/system-random.js';
import { UsageError } from '../../../src/cli/usage-error.js';
import { checkForm, composeBatch } from '../../../src/client/index.js';
import { catalogue, currentRule } from '../../../src/custody/catalogue.js';
import { Heads } from '../../../src/custody/compose/compose-act.js';
import { generatePrivateJwk, parsePublicJwk } from '../../../src/log/index.js';
import { uuidOf } from '../../helpers/procedure.js';

const where = { zone: 'Africa/Bamako', place: 'DEMO-PLACE' };

async function typed(type: string, set: readonly string[], options: object = where) {
  const rule = currentRule(type);
  if (rule === undefined) throw new Error(type);
  const { body } = await buildBody({
    schema: rule.body,
    base: await baseBody(rule, { zone: 'Africa/Bamako', ...options }),
    given: givenFields(set),
    bindFile: () => Promise.reject(new Error('no files here')),
    resolve: async (_kind, name) => name,
    eventAt: async number => number,
  });
  return body;
}

/** What the command says of a form as typed; empty where nothing is wrong with it. */
async function faultsOf(type: string, set: readonly string[], items: readonly object[] = []) {
  const { d: _secret, ...jwk } = await generatePrivateJwk('ES256');
  const by = { officer: uuidOf('DEMO-WIT-1'), key: parsePublicJwk(jwk), role: 'WIT' };
  const subject = `${type.slice(0, type.indexOf('.'))}/${uuidOf(type)}`;
  const given = items.map(body => ({
    subject: `evidence/${uuidOf('DEMO item')}`,
    type: currentRule(type)?.itemTypes?.[0] ?? '',
    body: { ...body },
  }));
  const act = { subject, type, by, at: '2021-04-02T08:00:00Z', body: await typed(type, set), items: given };
  const batch = composeBatch(
    'demo.test.example/AAAAAAAAAAAAAAAAAAAAAA',
    [act],
    new Heads(() => undefined),
    systemRandom,
  );
  const violations = checkForm(batch);
  return violations.length === 0 ? '' : formFaults(batch, violations, '--set ').text;
}

t.test('a time says no more than was typed; what is no time is wrong usage', async t => {
  const cases = {
    '2021': ['2021-01-01T00:00:00Z', 'YEAR'],
    '2021-04': ['2021-04-01T00:00:00Z', 'MONTH'],
    '2021-04-02': ['2021-04-02T00:00:00Z', 'DAY'],
    '2021-04-02T08': ['2021-04-02T08:00:00Z', 'HOUR'],
    '2021-04-02T08:05': ['2021-04-02T08:05:00Z', 'MINUTE'],
    '2021-04-02T08:05Z': ['2021-04-02T08:05:00Z', 'MINUTE'],
    '2021-04-02T08:05:09Z': ['2021-04-02T08:05:09Z', 'SECOND'],
    '2021-04-02T08:05:09.250Z': ['2021-04-02T08:05:09.250Z', 'SECOND'],
  };
  for (const [text, [at, precision]] of Object.entries(cases)) {
    t.same(readTypedTime(text), { at, precision }, text);
  }
  for (const text of [
    'yesterday',
    '02/04/2021',
    '2021-02-30',
    '2021-4-2',
    '2021-04-02T25',
    '2021-04-02 08:00',
  ]) {
    t.equal(readTypedTime(text), undefined, text);
    await t.rejects(typed('visit.left', [], { ...where, at: text }), UsageError, text);
  }
  const stated = await typed('visit.left', [], { ...where, at: '2021-04-02T08:00', precision: 'HOUR' });
  t.match(stated.occurred, { at: '2021-04-02T08:00:00Z', precision: 'HOUR', clockDoubt: null });
  t.match((await typed('visit.left', [])).occurred, { precision: 'SECOND' });
  t.match((await typed('visit.left', [], { ...where, clockDoubt: 'DEMO' })).occurred, { clockDoubt: 'DEMO' });
});

t.test('where it was is stated by who was there', async t => {
  await t.rejects(typed('visit.left', [], {}), { message: /^--place TEXT is needed/ });
  t.match((await typed('visit.left', [])).place, { description: 'DEMO-PLACE', site: null });
});

t.test('nothing is signed that nobody chose: what would assert something is typed', async t => {
  const { en, fr } = (await faultsOf('visit.left', [])) as { en: string; fr: string };
  t.match(en, /^--set changes=… is needed: What the visitor moved or changed; none: nothing\n/);
  t.match(en, /\nExplained by: scelle visit leave --help$/);
  t.match(fr, /^--set changes=… est nécessaire : Ce que le visiteur a déplacé ; aucun : rien\n/);
  for (const none of ['none', 'aucun']) {
    t.equal(await faultsOf('visit.left', [`changes=${none}`]), '');
    t.match(await typed('visit.left', [`changes=${none}`]), { changes: null });
    t.match(await typed('visit.entered', [`accompanying=${none}`]), { accompanying: [] });
  }
  t.match(await typed('visit.left', ['changes=DEMO: a stone']), { changes: 'DEMO: a stone' });
  const asserting = catalogue
    .flatMap(({ events }) => events)
    .filter(rule => currentRule(rule.type) === rule)
    .flatMap(({ type, body }) =>
      fieldsOf(body)
        .filter(({ assertsNone }) => assertsNone)
        .map(({ path }) => `${type} ${path}`),
    );
  for (const field of [
    'scene.secured enteredBefore',
    'scene.secured changes',
    'visit.left changes',
    'evidence.weapon-cleared serialAsRead',
    'evidence.render-safe-certified netExplosiveQuantity',
    'transfer.taken-over openItems',
  ]) {
    t.ok(asserting.includes(field), field);
  }
  t.notOk(
    asserting.some(field => /quantity\.amount|validUntil/.test(field)),
    'what is not known asserts nothing',
  );
});

t.test('a fault of the form is spelled as it is typed, all of them at once', async t => {
  const faults = async (type: string, set: readonly string[]) => {
    const { en = '', fr = '' } = (await faultsOf(type, set)) as { en?: string; fr?: string };
    t.not(en, fr, 'in both languages');
    return en;
  };
  const entered = await faults('visit.entered', ['scene=DEMO-SCENE', 'accompanying=none', 'purpose.code=X']);
  t.match(entered, /^--set scene takes the UUID of a scene$/m);
  t.match(entered, /^--set purpose\.code takes a code, one of \[.*SEARCH.*\] → scelle vocabulary \S+$/m);
  const opened = await faults('incident.opened', ['happened.at=yesterday']);
  t.match(opened, /^--set happened\.at takes a time of UTC like/m);
  t.match(opened, /^--set caseFile=… is needed: /m);
  t.match(opened, /^--set location\.name=… is needed: /m, 'inside what was left out as a whole');
  t.match(
    await faults('transfer.departed', []),
    /^--items FILE is needed/m,
    'items come in a file of their own',
  );
  await t.rejects(typed('evidence.collected', ['precautions=GLOVES']), {
    message: /^--set precautions takes codes \[GLOVES_CHANGED \| .*, not GLOVES/,
  });
  await t.rejects(typed('evidence.collected', ['precautions=[{"code":']), {
    message: /^--set precautions takes JSON, e\.g\. \[\{"code":"[A-Z_]+","text":null\}\], not /,
  });
  t.match(
    await faults('evidence.collected', ['precautions=[{"code":"GLOVES","text":null}]']),
    /^--set precautions\.0\.code takes a code, one of \[GLOVES_CHANGED \| .*\] → scelle vocabulary precautions$/m,
    'inside a list',
  );
});

t.test('a part that nobody leaves out in silence is left out by saying so', async t => {
  const { en, fr } = (await faultsOf('dossier.delivered', [])) as { en: string; fr: string };
  t.match(en, /^or --set onPaper=none: Signed on paper; none: with his own key$/m);
  t.match(fr, /^ou --set onPaper=aucun: Signé sur papier ; aucun : avec sa propre clé$/m);
  for (const none of ['none', 'aucun'])
    t.match(await typed('dossier.delivered', [`onPaper=${none}`]), { onPaper: null });
  await t.rejects(typed('dossier.delivered', ['onPaper=no']), /the form has no field onPaper/);
});
