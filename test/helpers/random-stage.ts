import type { Overlay } from '../../src/custody/judge/world.js';
import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import { sopReference } from '../../src/custody/sop/sop-bytes.js';
import type { JsonObject } from '../../src/log/index.js';
import { grantRole, jwkOf, publicKeyOf, registerKey, registerOfficer } from './bodies/officer.js';
import { type Intent, Procedure, uuidOf } from './procedure.js';

/** An event of an act that was accepted. */
export interface StagedEvent {
  readonly subject: string;
  readonly type: string;
  readonly eventId: string;
  readonly officer: string;
  readonly role: string;
  /** As signed: what is withheld stands there by its digest. */
  readonly body: JsonObject;
}

export interface StagedVerdict {
  /** Codes of the rules that said no; none where the act was accepted. */
  readonly rules: readonly string[];
  /** Where it was accepted: the act, its countersignatures, its item events. */
  readonly events: readonly StagedEvent[];
}

/** Where random acts are played: against the rules alone, or signed and into a database. */
export interface Stage {
  readonly world: Overlay;
  /** ms since 1970; the acts of one step happen and are received then. */
  now: number;
  readonly logSubject: string;
  /** A service with one log key, which takes in no other. */
  readonly keepsItsKey?: true;
  /** Begins the log. */
  found(): Promise<StagedVerdict>;
  /** Gives an officer a key and a role. */
  enlist(name: string, role: string, unit: string | null): Promise<readonly StagedEvent[]>;
  /** Registers somebody by the events of two registrars, and gives the kid of his key. */
  register(name: string): Promise<{ readonly kid: string; readonly events: readonly StagedEvent[] }>;
  act(intent: Intent): Promise<StagedVerdict>;
}

/** The rules alone: no signatures, no database. */
export class RulesStage implements Stage {
  readonly procedure = new Procedure();
  readonly logSubject = `log/${uuidOf('DEMO-LOG')}`;

  get world(): Overlay {
    return this.procedure.world;
  }

  get now(): number {
    return this.procedure.now;
  }

  set now(now: number) {
    this.procedure.now = now;
  }

  found(): Promise<StagedVerdict> {
    const founders = ['DEMO-FOUNDER-1', 'DEMO-FOUNDER-2'];
    return this.act({
      subject: this.logSubject,
      type: 'log.opened',
      by: `${founders[0]}/REG`,
      countersigned: [`${founders[1]}/REG as founder`],
      body: {
        logKey: 'rules.test.example/AAAAAAAAAAAAAAAAAAAAAA+00000000+AAAA',
        founders: founders.map(name => ({ officer: uuidOf(name), jwk: jwkOf(name), pop: 'DEMO' })),
        sop: { ...sopReference(reconstruction) },
        continues: null,
      },
    });
  }

  async enlist(name: string, role: string, unit: string | null): Promise<readonly StagedEvent[]> {
    this.procedure.enlist(name, role, { unit });
    return [];
  }

  async register(name: string) {
    const granted = { from: '2021-01-01T00:00:00Z', until: '2031-01-01T00:00:00Z' };
    const acts = [registerOfficer(name), registerKey(name, name), grantRole(name, 'FR', granted)];
    const verdicts = await Promise.all(acts.map(intent => this.act(intent)));
    return { kid: publicKeyOf(name).kid, events: verdicts.flatMap(({ events }) => events) };
  }

  async act(intent: Intent): Promise<StagedVerdict> {
    const { rules, events } = this.procedure.judge(intent);
    if (rules.length > 0) return { rules, events: [] };
    return {
      rules,
      events: events.map(({ subject, type, eventId, actor, body }) => ({
        subject,
        type,
        eventId,
        ...actor,
        body,
      })),
    };
  }
}
