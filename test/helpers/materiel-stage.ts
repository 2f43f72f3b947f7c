import type { Kysely } from 'kysely';
import type { EvidenceState } from '../../src/custody/evidence/state.js';
import { canonicalText, type JsonObject } from '../../src/log/index.js';
import type { Database } from '../../src/store/schema/index.js';
import { derivedBody, quantity, registeredBody, splitBody } from './bodies/evidence.js';
import { incidentBody } from './bodies/incident.js';
import { registerUnit } from './bodies/unit.js';
import { itemSubject } from './held-item.js';
import { type Intent, Procedure, uuidOf } from './procedure.js';
import { writeSteps } from './write-steps.js';

/** What is understood of a mark in the field. */
export function interpretation(changes: JsonObject = {}): JsonObject {
  return {
    make: 'DEMO-PRODUCER 31',
    model: null,
    calibre: { written: '7,62 x 39 mm', code: '7.62x39' },
    serial: null,
    year: 2008,
    country: 'DEMO-COUNTRY',
    lot: null,
    confidence: 'MODERATE',
    reference: 'DEMO reference',
    ...changes,
  };
}

/** Items of several incidents, played against the rules and written into tables: no signatures. */
export class MaterielStage {
  readonly procedure = new Procedure();
  readonly #db: Kysely<Database>;
  #written = 0;

  constructor(db: Kysely<Database>) {
    this.#db = db;
    this.procedure.accept(registerUnit());
  }

  incident(name: string, happened: string, changes: JsonObject = {}): string {
    const subject = `incident/${uuidOf(name)}`;
    const body = incidentBody({
      caseFile: name,
      happened: { at: happened, precision: 'DAY', zone: 'Africa/Bamako', clockDoubt: null },
      ...changes,
    });
    this.procedure.accept({ subject, type: 'incident.opened', by: 'DEMO-JMAC-1/JMAC', body });
    return uuidOf(name);
  }

  /** A lot of casings, or what is said otherwise; returns its UUID. */
  item(name: string, incident: string, changes: JsonObject = {}): string {
    this.procedure.accept({
      subject: itemSubject(name),
      type: 'evidence.registered',
      by: 'DEMO-WIT-1/WIT',
      body: registeredBody('2021-04-02T10:30:00Z', {
        incident,
        interpretation: interpretation(),
        ...changes,
      }),
    });
    return uuidOf(name);
  }

  accept(intent: Intent): void {
    this.procedure.accept(intent);
  }

  /** Divides a part off an item of the custodian who registered it. */
  divide(name: string, part: string, amount: string, remainder: string, changes: JsonObject = {}): string {
    const subject = itemSubject(name);
    const custodian = uuidOf('DEMO-WIT-1');
    const before = this.procedure.state<EvidenceState>(subject);
    const custody = {
      officer: custodian,
      role: 'WIT',
      site: null,
      location: null,
      place: 'DEMO-PLACE',
      reason: 'collected',
      since: '2021-04-02T10:40:00Z',
      event: 'A'.repeat(43),
    };
    const held = {
      ...before,
      physical: 'HELD' as const,
      safety: { ...before.safety, status: 'NON_HAZARDOUS' as const },
      collectedBy: custodian,
      custody,
    };
    this.procedure.suppose(subject, held);
    const at = '2021-04-02T11:30:00Z';
    const derived = derivedBody(at, uuidOf(name), held, amount, { quantity: quantity(amount), ...changes });
    this.procedure.accept({
      subject,
      type: 'evidence.split',
      by: 'DEMO-WIT-1/WIT',
      body: splitBody(at, remainder),
      items: [{ subject: itemSubject(part), type: 'evidence.derived', body: derived }],
    });
    return uuidOf(part);
  }

  /** Writes what was accepted since; returns the last leaf. */
  async write(): Promise<number> {
    const { steps, standings } = this.procedure.world;
    const bodies = new Map(steps.map(({ act }) => [act.index, act]));
    await writeSteps(this.#db, steps.slice(this.#written), standings, index => {
      const { subject, actor, type, body } = bodies.get(index) ?? {};
      const payload = canonicalText({ subject, actor: { ...actor }, type, body } as unknown as JsonObject);
      return `e.${Buffer.from(payload).toString('base64url')}.s`;
    });
    this.#written = steps.length;
    return steps.at(-1)?.act.index ?? -1;
  }
}
