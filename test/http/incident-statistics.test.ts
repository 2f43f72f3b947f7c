import t, { type Test } from 'tap';
import { formatTime, type JsonObject } from '../../src/log/index.js';
import { accountBody, casualtiesOf, range, restatedAccountBody } from '../helpers/bodies/account.js';
import { closeImport, enterRows, importSubject, openImport } from '../helpers/bodies/import.js';
import {
  deviceOf,
  gazetteerPlace,
  incidentBody,
  restatedBody,
  withdrawnBody,
} from '../helpers/bodies/incident.js';
import { unitBody, unitSubject } from '../helpers/bodies/unit.js';
import { circumstances, uuidOf } from '../helpers/procedure.js';
import { readAs } from '../helpers/reading.js';
import { createTestStage, type TestStage } from '../helpers/test-stage.js';

t.setTimeout(300_000);

const analyst = 'DEMO-JMAC-1/JMAC';
const reportingUnit = unitSubject.slice('unit/'.length);
const idOf = (name: string) => uuidOf(`DEMO-STATISTICS-${name}`);
const code = (value: string) => ({ code: value, text: null });
const typed = (...types: readonly string[]) => ({
  classifications: types.map(type => ({ type: code(type), subTypes: [], definition: null })),
});
const on = (at: string, precision = 'DAY') => ({
  happened: { at: `${at}T00:00:00Z`, precision, zone: 'Africa/Bamako', clockDoubt: null },
});

/** A register that an analyst writes over the API, a minute an act. */
class Register {
  readonly #test: TestStage;

  constructor(test: TestStage) {
    this.#test = test;
  }

  get now(): string {
    return formatTime(this.#test.clock.now);
  }

  async #sign(subject: string, type: string, body: JsonObject): Promise<void> {
    this.#test.clock.now += 60_000;
    const act = { subject, type, by: analyst, body: { ...body, ...circumstances(this.now) } };
    await this.#test.stage.require([act]);
  }

  opened(name: string, changes: JsonObject = {}): Promise<void> {
    const facts = { caseFile: `DEMO ${name}`, reportingUnit, exploitation: null, ...on('2021-03-02') };
    const body = incidentBody({ ...facts, ...typed('SAF'), ...changes });
    return this.#sign(`incident/${idOf(name)}`, 'incident.opened', body);
  }

  restated(name: string, changes: JsonObject = {}): Promise<void> {
    const facts = { reportingUnit, exploitation: null, ...on('2021-03-02'), ...typed('SAF') };
    const body = restatedBody({ ...facts, ...changes });
    return this.#sign(`incident/${idOf(name)}`, 'incident.restated', body);
  }

  withdrawn(name: string): Promise<void> {
    return this.#sign(`incident/${idOf(name)}`, 'incident.withdrawn', withdrawnBody());
  }

  given(name: string, incident: string, changes: JsonObject = {}): Promise<void> {
    const body = accountBody({ incident: idOf(incident), asOf: '2021-03-03', ...changes });
    return this.#sign(`account/${idOf(name)}`, 'account.given', body);
  }

  accountRestated(name: string, changes: JsonObject): Promise<void> {
    const body = restatedAccountBody({ asOf: '2021-03-03', ...changes });
    return this.#sign(`account/${idOf(name)}`, 'account.restated', body);
  }

  accountWithdrawn(name: string): Promise<void> {
    return this.#sign(`account/${idOf(name)}`, 'account.withdrawn', { reason: 'DEMO: entered twice' });
  }

  async statistics(query: Readonly<Record<string, string>> = {}) {
    const get = await readAs(this.#test, 'DEMO-JMAC-1');
    const answer = await get(`/v1/analysis/incidents?${new URLSearchParams(query)}`);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json();
  }
}

async function founded(t: Test): Promise<{ testStage: TestStage; register: Register }> {
  const testStage = await createTestStage(t);
  for (const [name, role] of [
    ['DEMO-JMAC-1', 'JMAC'],
    ['DEMO-WIT-1', 'WIT'],
    ['DEMO-CASE-1', 'CASE'],
    ['DEMO-SEC-1', 'SEC'],
  ] as const)
    await testStage.stage.enlist(name, [role], { unit: null });
  await testStage.stage.require([
    {
      subject: unitSubject,
      type: 'unit.registered',
      by: 'DEMO-REG-1/REG',
      countersigned: ['DEMO-REG-2/REG as registrar'],
      body: unitBody(),
    },
  ]);
  return { testStage, register: new Register(testStage) };
}

const of = (
  answer: { total: { casualties: readonly JsonObject[] } },
  harm: string,
  category: string | null,
) => answer.total.casualties.find(row => row.harm === harm && row.category === category && row.type === null);

t.test('G3: each figure follows an event, and its correction back', async t => {
  const { register } = await founded(t);
  await register.opened('A');
  await register.opened('B', typed('IED_FIND'));

  await t.test('attacks, finds, types, pace, region and target', async t => {
    const before = (await register.statistics()).total;
    t.match(before, { incidents: 2, attacks: 1, finds: 1, others: 0, abductions: 0 });
    t.match(before.findsAmongDevices, { count: 1, base: 1 });
    const elsewhere = { location: gazetteerPlace({ administrativeUnits: ['DEMO-ELSEWHERE'] }) };
    const wrong = { ...typed('IED_ATTACK', 'ABDUCTION'), ...on('2021-03-12'), ...elsewhere };
    await register.opened('C', { ...wrong, targets: [code('UN_CONVOY')] });
    const added = (await register.statistics({ from: '2021-03-02', until: '2021-03-22' })).total;
    t.match(added, { incidents: 3, attacks: 2, finds: 1, abductions: 1 });
    t.match(added.findsAmongDevices, { count: 1, base: 2, percent: 50 });
    t.match(added.pace, { attacks: 2, days: 20, oneEveryDays: 10 });
    for (const query of [{ region: 'DEMO-ELSEWHERE' }, { target: 'UN_CONVOY' }, { type: 'ABDUCTION' }])
      t.equal((await register.statistics(query)).total.incidents, 1, JSON.stringify(query));
    await register.withdrawn('C');
    t.same((await register.statistics()).total, before, 'as if it had never been entered');
    await register.restated('C', { ...typed('CACHE'), targets: [] });
    const corrected = (await register.statistics({ from: '2021-03-02', until: '2021-03-22' })).total;
    t.match(corrected, { incidents: 3, attacks: 1, finds: 1, others: 1, abductions: 0 });
    t.match(corrected.findsAmongDevices, { count: 1, base: 1 });
    t.match(corrected.pace, { attacks: 1, days: 20, oneEveryDays: 20 });
    for (const query of [{ region: 'DEMO-ELSEWHERE' }, { target: 'UN_CONVOY' }, { type: 'ABDUCTION' }])
      t.equal((await register.statistics(query)).total.incidents, 0, JSON.stringify(query));
  });

  await t.test('dead, injured and abducted, from the lowest to the highest', async t => {
    const civilians = (dead: number) => ({
      casualties: [
        casualtiesOf('CIVILIANS', { dead: range(dead), injured: range(1), abducted: range(2, null) }),
      ],
    });
    await register.given('1', 'A', civilians(4));
    t.match(of(await register.statistics(), 'dead', 'CIVILIANS'), { lowest: 4, highest: 4, inConflict: 0 });
    await register.given('2', 'A', civilians(40));
    const both = await register.statistics();
    t.match(of(both, 'dead', 'CIVILIANS'), {
      ...{ lowest: 4, highest: 40, base: 3, withFigure: 1, withoutFigure: 2, inConflict: 1 },
    });
    t.match(of(both, 'injured', 'CIVILIANS'), { lowest: 1, highest: 1, inConflict: 0 });
    t.match(of(both, 'abducted', 'CIVILIANS'), { lowest: 2, withoutLimit: 1 });
    await register.accountRestated('2', civilians(4));
    t.match(of(await register.statistics(), 'dead', null), { lowest: 4, highest: 4, inConflict: 0 });
    await register.accountWithdrawn('2');
    await register.accountWithdrawn('1');
    t.match(of(await register.statistics(), 'dead', null), { lowest: 0, highest: 0, withoutFigure: 3 });
  });

  await t.test('exploitation, devices and charges', async t => {
    const charge = { lowest: '40', highest: null };
    const devices = [deviceOf({ switch: code('COMMAND_RADIO'), initiation: code('COMMAND'), charge })];
    const exploitation = { level: 'NONE', reasons: [code('SECURITY')] };
    await register.restated('A', { ...typed('IED_ATTACK'), devices, exploitation });
    const { total } = await register.statistics();
    t.match(total.exploitation, {
      ...{ base: 3, known: 1, unknown: 2, none: { count: 1, base: 1 } },
      reasons: [{ reason: 'SECURITY', count: 1, base: 1 }],
    });
    t.match(total.devices, {
      devices: 1,
      bySwitch: { base: 1, known: 1, rows: [{ label: 'COMMAND_RADIO', count: 1 }] },
      charge: { known: 1, smallest: 40, largest: 40, withoutLimit: 1 },
    });
    await register.restated('A');
    const back = (await register.statistics()).total;
    t.match(back.exploitation, { known: 0, unknown: 3, reasons: [] });
    t.match(back.devices, { devices: 0, charge: { known: 0, smallest: null } });
  });
});

t.test('RQ-05: what was known then is still shown, and what was entered later is not', async t => {
  const { register } = await founded(t);
  await register.opened('A');
  await register.given('1', 'A', { casualties: [casualtiesOf('CIVILIANS', { dead: range(4) })] });
  const then = register.now;
  const known = await register.statistics({ by: 'MONTH' });
  await register.restated('A', { ...typed('IDF'), ...on('2021-02-01', 'MONTH') });
  await register.accountRestated('1', { casualties: [] });
  await register.opened('B');
  const now = await register.statistics({ by: 'MONTH' });
  t.match(now.groups, [
    { key: '2021-02', attacks: 1, byType: [{ type: 'IDF' }] },
    { key: '2021-03', attacks: 1, byType: [{ type: 'SAF' }] },
  ]);
  t.same(await register.statistics({ by: 'MONTH', knownAt: then }), { ...known, knownAt: then });
  t.match(known.groups, [{ key: '2021-03', attacks: 1, byType: [{ type: 'SAF' }] }]);
  t.match(of(known, 'dead', null), { lowest: 4 });
  t.match(of(now, 'dead', null), { lowest: 0, withoutFigure: 2 });
  await t.rejects(register.statistics({ knownAt: '2999-01-01T00:00:00Z' }), /knownAt/);
});

t.test('every figure goes back to signed statements: those that were counted, and no others', async t => {
  const { testStage, register } = await founded(t);
  await register.opened('A');
  await register.opened('B', typed('CACHE'));
  await register.given('1', 'A');
  await register.restated('A', typed('IDF'));
  const { statements } = await register.statistics({ statements: 'yes', type: 'IDF' });
  t.match(statements, [
    { incident: idOf('A'), class: 'ATTACK', type: 'IDF', accounts: [{ account: idOf('1') }] },
  ]);
  t.equal(statements.length, 1);
  const get = await readAs(testStage, 'DEMO-JMAC-1');
  const [{ event, accounts }] = statements;
  t.match((await get(`/v1/events/${event}`)).json(), { type: 'incident.restated' });
  t.match((await get(`/v1/events/${accounts[0].event}`)).json(), { type: 'account.given' });
  t.equal((await register.statistics()).statements, null);
});

t.test('what an import brought counts once it is closed, and not as known before', async t => {
  const { testStage, register } = await founded(t);
  const at = (act: ReturnType<typeof openImport>) => {
    testStage.clock.now += 60_000;
    return [{ ...act, body: { ...act.body, ...circumstances(register.now) } }];
  };
  await testStage.stage.require(at(openImport({ contents: 'INCIDENTS' })));
  const imported = { import: importSubject.slice('import/'.length), row: 1 };
  await register.opened('A', { imported });
  await register.given('1', 'A', { imported, casualties: [casualtiesOf('CIVILIANS', { dead: range(4) })] });
  await testStage.stage.require(at(enterRows([{ row: 1, subject: `incident/${idOf('A')}` }])));
  const open = register.now;
  t.equal((await register.statistics()).total.incidents, 0);
  await testStage.stage.require(at(closeImport(1, 2)));
  const closed = await register.statistics();
  t.equal(closed.total.incidents, 1);
  t.match(of(closed, 'dead', null), { lowest: 4 });
  t.equal((await register.statistics({ knownAt: open })).total.incidents, 0);
});

t.test('who reads accounts reads the statistics, as data or as a table; field teams do not', async t => {
  const { testStage, register } = await founded(t);
  await register.opened('=A');
  for (const [name, status] of Object.entries({ 'DEMO-CASE-1': 200, 'DEMO-WIT-1': 403, 'DEMO-SEC-1': 403 }))
    t.equal((await (await readAs(testStage, name))('/v1/analysis/incidents')).statusCode, status, name);
  const get = await readAs(testStage, 'DEMO-CASE-1');
  const table = await get('/v1/analysis/incidents?format=csv&by=YEAR');
  t.match(table.headers['content-type'], /^text\/csv/);
  const [heading, ...lines] = table.body.trim().split('\r\n');
  t.match(heading, /^group,figure,class,type,category,label,lowest,highest,base,known,unknown,/);
  t.ok(lines.some(line => line.startsWith('ALL,attacks,,,,,1,1')));
  t.ok(lines.some(line => line.startsWith('2021,attacks,,,,,1,1')));
  for (const query of ['by=WEEK', 'from=2021-02-30', 'region=%00', 'unknown=1'])
    t.equal((await get(`/v1/analysis/incidents?${query}`)).statusCode, 400, query);
  const french = await get('/v1/analysis/incidents', { 'accept-language': 'fr' });
  t.match(french.json().rules[1], /ne comprennent jamais les découvertes/);
});

t.test(
  'incidents are found by type, region then and today, target and period; accounts by incident',
  async t => {
    const { testStage, register } = await founded(t);
    const today = { name: 'DEMO-NEW', administrativeUnits: ['DEMO-NEW-REGION'] };
    await register.opened('A', { location: gazetteerPlace({ today }), targets: [code('UN_CONVOY')] });
    await register.opened('B', { ...typed('IDF'), targets: [], ...on('2021-02-01') });
    await register.given('1', 'A');
    const get = await readAs(testStage, 'DEMO-JMAC-1');
    const found = async (query: string) =>
      (await get(`/v1/incidents?${query}`))
        .json()
        .items.map(({ summary }: { summary: JsonObject }) => summary.caseFile);
    for (const query of ['type=SAF', 'region=DEMO-NEW-REGION', 'target=UN_CONVOY', 'from=2021-03-01'])
      t.same(await found(query), ['DEMO A'], query);
    t.same(await found('until=2021-03-01'), ['DEMO B']);
    t.same(await found('region=DEMO-REGION'), ['DEMO A', 'DEMO B']);
    t.same(await found('subType=MORTAR'), []);
    await register.restated('B', { targets: [code('UN_CONVOY')] });
    t.same(await found('target=UN_CONVOY'), ['DEMO A', 'DEMO B'], 'as it was stated last');
    const accounts = await get(`/v1/accounts?incident=${idOf('A')}`);
    t.match(accounts.json().items, [
      {
        fields: 'withheld',
        summary: { sourceKind: 'UNIT_REPORT', classification: 'CONFIDENTIAL', withdrawn: false },
      },
    ]);
    t.equal((await (await readAs(testStage, 'DEMO-WIT-1'))('/v1/accounts')).statusCode, 403);
    const history = (path: string) =>
      readAs(testStage, path).then(read => read(`/v1/accounts/${idOf('1')}/history`));
    t.match((await history('DEMO-JMAC-1')).body, /DEMO-SOURCE/);
    t.notMatch((await history('DEMO-CASE-1')).body, /DEMO-SOURCE/, 'GATE-8: who the source is');
  },
);
