import type { Test } from 'tap';
import { formatTime, type JsonObject } from '../../src/log/index.js';
import { registeredBody } from './bodies/evidence.js';
import { identify, restate, withdraw } from './bodies/identification.js';
import { gazetteerPlace, incidentBody } from './bodies/incident.js';
import { unitBody, unitSubject } from './bodies/unit.js';
import { interpretation } from './materiel-stage.js';
import { circumstances, uuidOf } from './procedure.js';
import { readAs } from './reading.js';
import { createTestStage, type TestStage } from './test-stage.js';

const idOf = (name: string) => uuidOf(`DEMO-MATERIEL-${name}`);

/** A register of items and of what they are, written over the API, a minute an act. */
export class MaterielRegister {
  readonly test: TestStage;

  constructor(test: TestStage) {
    this.test = test;
  }

  get now(): string {
    return formatTime(this.test.clock.now);
  }

  idOf(name: string): string {
    return idOf(name);
  }

  async sign(subject: string, type: string, by: string, body: JsonObject): Promise<void> {
    this.test.clock.now += 60_000;
    const at = circumstances(this.now);
    await this.test.stage.require([{ subject, type, by, body: { ...body, ...at } }]);
  }

  incident(name: string, day: string, changes: JsonObject = {}): Promise<void> {
    const body = incidentBody({
      caseFile: `DEMO ${name}`,
      reportingUnit: unitSubject.slice('unit/'.length),
      happened: { at: `${day}T00:00:00Z`, precision: 'DAY', zone: 'Africa/Bamako', clockDoubt: null },
      location: gazetteerPlace({ name: `DEMO-PLACE-${name}` }),
      ...changes,
    });
    return this.sign(`incident/${idOf(name)}`, 'incident.opened', 'DEMO-JMAC-1/JMAC', body);
  }

  /** A lot of 143 casings, or what is said otherwise. */
  async item(name: string, incident: string, changes: JsonObject = {}): Promise<void> {
    const body = registeredBody(this.now, {
      incident: idOf(incident),
      interpretation: interpretation(),
      quantity: {
        amount: '143',
        unit: { code: 'PIECE', text: null },
        countedBy: this.test.stage.officer('DEMO-WIT-1').officer,
      },
      ...changes,
    });
    await this.sign(`evidence/${idOf(name)}`, 'evidence.registered', 'DEMO-WIT-1/WIT', body);
  }

  identified(name: string, stated: JsonObject): Promise<void> {
    const subject = `identification/${idOf(name)}`;
    const { type, by, body } = identify(idOf(name), stated, { subject });
    return this.sign(subject, type, by, body);
  }

  restated(name: string, stated: JsonObject): Promise<void> {
    const subject = `identification/${idOf(name)}`;
    const { type, by, body } = restate(stated, { subject });
    return this.sign(subject, type, by, body);
  }

  withdrawn(name: string): Promise<void> {
    const subject = `identification/${idOf(name)}`;
    const { type, by, body } = withdraw({ subject });
    return this.sign(subject, type, by, body);
  }

  /** What `/v1/analysis/materiel/…` answers. */
  async read(path: string, query: Readonly<Record<string, string>> = {}, name = 'DEMO-JMAC-1') {
    const get = await readAs(this.test, name);
    const answer = await get(`/v1/analysis/materiel/${path}?${new URLSearchParams(query)}`);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json();
  }

  async alerts(name = 'DEMO-JMAC-1'): Promise<readonly JsonObject[]> {
    const get = await readAs(this.test, name);
    const { items } = (await get('/v1/alerts?limit=200')).json();
    return items.filter(({ kind }: JsonObject) => kind === 'NEW_IN_THEATRE');
  }
}

export async function foundedRegister(t: Test): Promise<MaterielRegister> {
  const testStage = await createTestStage(t);
  for (const [name, role] of [
    ['DEMO-JMAC-1', 'JMAC'],
    ['DEMO-WIT-1', 'WIT'],
    ['DEMO-WIT-2', 'WIT'],
    ['DEMO-CASE-1', 'CASE'],
    ['DEMO-AUD-1', 'AUD'],
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
  return new MaterielRegister(testStage);
}
