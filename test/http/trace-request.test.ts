import t, { type Test } from 'tap';
import { formatTime, type JsonObject } from '../../src/log/index.js';
import { quantity, registeredBody } from '../helpers/bodies/evidence.js';
import { incidentBody, incidentSubject } from '../helpers/bodies/incident.js';
import { draftTracing, onTracing, traced, tracingSubject } from '../helpers/bodies/tracing.js';
import { unitBody, unitSubject } from '../helpers/bodies/unit.js';
import { circumstances, type Intent, uuidOf } from '../helpers/procedure.js';
import { readAs } from '../helpers/reading.js';
import { createTestStage } from '../helpers/test-stage.js';

t.setTimeout(300_000);

const item = uuidOf('DEMO-TRACED-ITEM');
const path = `/v1/trace-requests/${tracingSubject.slice('tracing/'.length)}`;
const day = 86_400_000;

interface Alerts {
  readonly items: readonly { readonly kind: string; readonly subject: string; readonly label: string }[];
}

/** An item of an incident, and a draft of a request about it; each act a minute after the other. */
async function drafted(t: Test, changes: JsonObject = {}) {
  const testStage = await createTestStage(t);
  const { stage, clock } = testStage;
  for (const [name, role] of [
    ['DEMO-JMAC-1', 'JMAC'],
    ['DEMO-WIT-1', 'WIT'],
    ['DEMO-LEG-1', 'LEG'],
    ['DEMO-SEC-1', 'SEC'],
  ] as const)
    await stage.enlist(name, [role], { unit: null });
  const act = async (intent: Intent) => {
    clock.now += 60_000;
    await stage.require([{ ...intent, body: { ...intent.body, ...circumstances(formatTime(clock.now)) } }]);
  };
  await stage.require([
    {
      subject: unitSubject,
      type: 'unit.registered',
      by: 'DEMO-REG-1/REG',
      countersigned: ['DEMO-REG-2/REG as registrar'],
      body: unitBody(),
    },
  ]);
  const opened = { reportingUnit: unitSubject.slice('unit/'.length) };
  const happened = { at: '2021-03-30T00:00:00Z', precision: 'DAY', zone: 'Africa/Bamako', clockDoubt: null };
  const incident = incidentBody({ ...opened, happened });
  await act({ subject: incidentSubject, type: 'incident.opened', by: 'DEMO-JMAC-1/JMAC', body: incident });
  const counted = { ...quantity('143'), countedBy: stage.officer('DEMO-WIT-1').officer };
  const registered = registeredBody('2021-04-01T09:00:00Z', { quantity: counted });
  const subject = `evidence/${item}`;
  await act({ subject, type: 'evidence.registered', by: 'DEMO-WIT-1/WIT', body: registered });
  await act(draftTracing(item, { objects: [traced('A', item, { lot: '=DEMO-LOT-1' })], ...changes }));
  return { testStage, act, clock };
}

t.test('D8: a trace request as data, as a table, and as a page in French or English', async t => {
  const { testStage, act } = await drafted(t);
  const get = await readAs(testStage, 'DEMO-JMAC-1');
  const form = async (query: string) => (await get(`${path}/request${query}`)).body;

  const data = (await get(`${path}/request`)).json();
  t.match(data, {
    number: 'DEMO-T-1',
    status: 'DRAFT',
    answerBy: null,
    addressee: { name: 'DEMO-PRODUCER', contact: 'DEMO-CONTACT, DEMO-STREET 1', contactWithheld: false },
    objects: [{ key: 'A', lot: '=DEMO-LOT-1' }],
  });
  t.notMatch(JSON.stringify(data), item, 'items of the register go by their names in the request');
  const [heading, line, end] = (await form('?format=csv')).split('\r\n');
  t.match(heading, /^request,addressee,country,object/);
  t.match(line, /^DEMO-T-1,DEMO-PRODUCER,DEMO-COUNTRY,A,1,PIECE/);
  t.match(line, /'=DEMO-LOT-1/, 'no cell is a formula');
  t.equal(end, '');

  t.match(await form('?format=html'), /<html lang="en">[\s\S]*DRAFT: it was not sent/);
  t.match(await form('?format=html&lang=fr'), /<html lang="fr">[\s\S]*PROJET/);
  await act(onTracing('requested'));
  t.notMatch(await form('?format=html&lang=fr'), 'PROJET');
  t.match(await form('?format=html&lang=fr'), /28 jours, au plus tard le 2021-04-29/);
});

t.test('D8: who may not read what is withheld is told that there is a contact, and not whom', async t => {
  const { testStage } = await drafted(t);
  const legal = await readAs(testStage, 'DEMO-LEG-1');
  const data = (await legal(`${path}/request`)).json();
  t.match(data.addressee, { contact: null, contactWithheld: true });
  const page = (await legal(`${path}/request?format=html`)).body;
  t.notMatch(page, 'DEMO-CONTACT');
  t.match(page, 'not for this reader');
  for (const name of ['DEMO-WIT-1', 'DEMO-SEC-1']) {
    const outsider = await readAs(testStage, name);
    t.equal((await outsider(`${path}/request`)).statusCode, 404, name);
    t.equal((await outsider(path)).statusCode, 404, name);
  }
});

t.test('F-07, F-08: what could not be traced follows what is recorded, as data and as a table', async t => {
  const state = { kind: { code: 'STATE', text: null }, country: null, name: 'DEMO-STATE', contact: null };
  const channel = { code: 'STATE_VIA_UN', text: null };
  const { testStage, act } = await drafted(t, { channel, addressee: state });
  const get = await readAs(testStage, 'DEMO-LEG-1');
  const list = async () => (await get('/v1/analysis/untraced')).json();
  t.match(await list(), { objects: 1, reasons: [{ why: 'CHANNEL_NOT_AUTHORISED', objects: 1 }] });
  await act(
    onTracing('link-recorded', { stops: { why: { code: 'OTHER', text: 'DEMO: lost' }, text: null } }),
  );
  const { rows } = await list();
  t.match(rows, [{ number: 'DEMO-T-1', object: 'A', item, why: 'DEMO: lost', from: 'STRAND' }]);
  t.match((await get('/v1/analysis/untraced?format=csv')).body, /DEMO-T-1,A,[^,]+,DEMO-STRAND,DEMO: lost/);
  await act(onTracing('strand-restated', { stops: null }));
  t.same((await list()).rows, []);
  const outsider = await readAs(testStage, 'DEMO-WIT-1');
  t.equal((await outsider('/v1/analysis/untraced')).statusCode, 403);
});

t.test('E47, D8: that an answer is due is an alert, which a reminder moves and an answer ends', async t => {
  const { testStage, act, clock } = await drafted(t);
  const due = async () => {
    const get = await readAs(testStage, 'DEMO-JMAC-1');
    const { items } = (await get('/v1/alerts?limit=200')).json<Alerts>();
    return items.filter(({ kind }) => kind === 'TRACE_REPLY_DUE').map(({ label }) => label);
  };
  await act(onTracing('requested'));
  clock.now += 28 * day;
  t.same(await due(), [], 'the last day still counts');
  clock.now += day;
  t.same(await due(), ['DEMO-T-1']);
  await act(onTracing('reminded', { answerBy: '2021-05-15' }));
  t.same(await due(), []);
  clock.now = Date.UTC(2021, 4, 16, 8);
  t.same(await due(), ['DEMO-T-1']);
  await act(onTracing('answered', { dated: '2021-05-16', answer: 'NO_REPLY', text: null }));
  t.same(await due(), []);
});
