import assert from 'node:assert/strict';
import { Heads } from '../../src/custody/compose/compose-act.js';
import { admitBody } from '../../src/custody/judge/admit-body.js';
import { judgeBatch } from '../../src/custody/judge/judge-batch.js';
import { replayAct } from '../../src/custody/judge/place-act.js';
import { type LogWorld, Overlay } from '../../src/custody/judge/world.js';
import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import { sopReference } from '../../src/custody/sop/sop-bytes.js';
import { readLinks } from '../../src/custody/source/links.js';
import {
  disclosureDigest,
  peekEvent,
  readActs,
  readDisclosure,
  type SignedEvent,
} from '../../src/log/index.js';
import { emptyWorld, type Intent } from './procedure.js';
import type { Stage, StagedEvent, StagedVerdict } from './random-stage.js';
import type { TestLog } from './test-log.js';

const sop = sopReference(reconstruction);
const nothing: LogWorld = {
  ...emptyWorld,
  sopDocument: sha256 => (sha256 === sop.sha256 ? reconstruction : undefined),
};

/**
 * Acts signed with real keys and sent to a real appender. The same acts are judged here too, as a device rehearses
 * them: what it says beforehand is what the service answers.
 */
export class SignedStage implements Stage {
  readonly keepsItsKey = true;
  readonly world = new Overlay(nothing);
  readonly #log: TestLog;
  #size = 0;

  constructor(log: TestLog) {
    this.#log = log;
  }

  get logSubject(): string {
    return this.#log.cast.logSubject;
  }

  get now(): number {
    return this.#log.cast.now;
  }

  set now(now: number) {
    this.#log.cast.now = now;
  }

  /** The log was founded with its database; what stands there is read once. */
  async found(): Promise<StagedVerdict> {
    const rows = await this.#log.db
      .selectFrom('event')
      .select(['jws', 'received_at'])
      .orderBy('log_index')
      .execute();
    const events = rows.map(({ jws }) => peekEvent(jws));
    const { acts } = readActs(events);
    const receivedAt = rows[0]?.received_at ?? Number.NaN;
    for (const act of acts) replayAct(this.world, act, { receivedAt, firstIndex: 0, sop: reconstruction });
    this.#size = events.length;
    return { rules: [], events: events.map(staged) };
  }

  /** The founders are registrars already. */
  async enlist(name: string, role: string, unit: string | null): Promise<readonly StagedEvent[]> {
    if (role === 'REG') return [];
    return this.#append(() => this.#log.cast.enlist(name, [role], { unit }));
  }

  async register(name: string) {
    const events = await this.#append(() => this.#log.cast.enlist(name, ['FR']));
    return { kid: this.#log.cast.member(name).signer.kid, events };
  }

  async act(intent: Intent): Promise<StagedVerdict> {
    return this.#submit(async () => (await this.#log.cast.sign(intent)).submitted);
  }

  async #append(sign: () => Promise<readonly string[]>): Promise<readonly StagedEvent[]> {
    const { rules, events } = await this.#submit(sign);
    assert.deepEqual(rules, [], 'what prepares the stage is accepted');
    return events;
  }

  async #submit(sign: () => Promise<readonly string[]>): Promise<StagedVerdict> {
    const { cast, appender } = this.#log;
    cast.heads = new Heads(subject => {
      const standing = this.world.standing(subject);
      return standing && { seq: standing.seq, eventId: standing.head };
    });
    const submitted = await sign();
    const rehearsed = this.#rehearse(submitted);
    const outcome = await appender.submit(submitted);
    assert.ok(outcome.kind === 'appended' || outcome.kind === 'refused', JSON.stringify(outcome));
    const rules = outcome.kind === 'refused' ? outcome.violations.map(({ rule }) => rule) : [];
    assert.deepEqual(rules, rehearsed.rules, 'the service says what the rehearsal said');
    return rehearsed;
  }

  #rehearse(submitted: readonly string[]): StagedVerdict {
    const events = submitted.map(text => peekEvent(text.split('~')[0] ?? ''));
    const disclosures = submitted.map(text =>
      text
        .split('~')
        .slice(1)
        .filter(part => part !== ''),
    );
    const formal = events.flatMap((event, position) =>
      admitBody(event, disclosed(disclosures[position] ?? [])),
    );
    if (formal.length > 0) return { rules: formal.map(({ rule }) => rule), events: [] };
    // The service holds what is withheld: whom a piece could betray counts there.
    this.world.piecesLinkedBy = act => readLinks(act, disclosures.flat()).map(({ piece }) => piece);
    const moment = { receivedAt: this.now, firstIndex: this.#size, sop: reconstruction };
    const verdict = judgeBatch(this.world, readActs(events).acts, moment);
    assert.notEqual(verdict.kind, 'stale');
    if (verdict.kind !== 'accepted') {
      return {
        rules: verdict.kind === 'refused' ? verdict.violations.map(({ rule }) => rule) : [],
        events: [],
      };
    }
    this.world.absorb(verdict.overlay);
    this.#size += events.length;
    return { rules: [], events: events.map(staged) };
  }
}

function disclosed(disclosures: readonly string[]) {
  return new Map(disclosures.map(text => [disclosureDigest(text), readDisclosure(text).value]));
}

function staged({
  subject,
  type,
  eventId,
  actor,
  body,
}: Pick<SignedEvent, 'subject' | 'type' | 'eventId' | 'actor' | 'body'>): StagedEvent {
  return { subject, type, eventId, ...actor, body };
}
