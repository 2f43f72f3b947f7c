import assert from 'node:assert/strict';
import type { Test } from 'tap';
import { composeBatch, type OfficerKey } from '../../src/client/index.js';
import { Heads } from '../../src/custody/compose/compose-act.js';
import {
  base64urlText,
  canonicalText,
  formatTime,
  type JsonObject,
  joinSubmission,
  type Signer,
  utf8Bytes,
} from '../../src/log/index.js';
import { incidentBody } from './bodies/incident.js';
import { unitBody } from './bodies/unit.js';
import { checkLog } from './check-log.js';
import { createTestStage, type TestStage } from './test-stage.js';

/** What a hostile program signs: whatever it likes, checked by nobody. */
export interface Forgery {
  /** In place of the canonical header of the signer's key: text, or members in this order. */
  readonly header?: string | Uint8Array | Readonly<Record<string, unknown>>;
  readonly payload: string | Uint8Array | JsonObject;
  readonly signer: Signer;
}

/** A compact JWS with a good signature over bytes that may be anything. */
export async function forge({ header, payload, signer }: Forgery): Promise<string> {
  const { alg, kid } = signer;
  const usual = { alg, kid, typ: 'custody-event+jws' };
  const signingInput = `${encode(header ?? canonicalText(usual))}.${encode(payload)}`;
  return `${signingInput}.${base64urlText(await signer.sign(utf8Bytes(signingInput)))}`;
}

function encode(part: string | Uint8Array | Readonly<Record<string, unknown>>): string {
  if (part instanceof Uint8Array) return base64urlText(part);
  return base64urlText(utf8Bytes(typeof part === 'string' ? part : JSON.stringify(part)));
}

/** A good event that nothing is wrong with yet: another one each time. */
export interface Good {
  /** The payload as the officer signs it. */
  readonly payload: JsonObject;
  /** The same in canonical form. */
  readonly text: string;
  readonly jws: string;
  readonly disclosures: readonly string[];
  /** As it is submitted. */
  readonly submitted: string;
}

/** An answer to a hostile request. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly document: JsonObject;
}

/** A service to be attacked over HTTP, and an officer whose key the attacker holds. */
export class HostileStage {
  readonly test: TestStage;
  readonly attacker: OfficerKey;
  readonly unit: string;
  #count = 0;

  private constructor(test: TestStage, unit: string) {
    this.test = test;
    this.unit = unit;
    this.attacker = test.stage.officer('DEMO-JMAC-1');
  }

  static async open(t: Test): Promise<HostileStage> {
    const test = await createTestStage(t, { now: Date.UTC(2021, 3, 2, 12) });
    const unit = test.stage.newId();
    await test.stage.require([
      {
        subject: `unit/${unit}`,
        type: 'unit.registered',
        by: 'DEMO-REG-1/REG',
        countersigned: ['DEMO-REG-2/REG as registrar'],
        body: unitBody(),
      },
    ]);
    await test.stage.enlist('DEMO-JMAC-1', ['JMAC'], { unit: null });
    return new HostileStage(test, unit);
  }

  get now(): string {
    return formatTime(this.test.clock.now);
  }

  /** `incident.opened` by the attacker: one signature, one withheld claim, nothing wrong. */
  async good(changes: JsonObject = {}): Promise<Good> {
    this.#count += 1;
    const { officer, key, signer } = this.attacker;
    const act = {
      subject: `incident/${this.test.stage.newId()}`,
      type: 'incident.opened',
      by: { officer, key, role: 'JMAC' },
      at: this.now,
      body: incidentBody({ reportingUnit: this.unit, caseFile: `DEMO-CASE-${this.#count}`, ...changes }),
    };
    const random = (length: number) => globalThis.crypto.getRandomValues(new Uint8Array(length));
    const [event] = composeBatch(this.test.stage.origin, [act], new Heads(() => undefined), random).events;
    assert.ok(event);
    const payload = { ...event.payload, actor: { ...event.payload.actor } } as unknown as JsonObject;
    const jws = await forge({ payload: canonicalText(payload), signer });
    const { disclosures } = event;
    return {
      payload,
      text: canonicalText(payload),
      jws,
      disclosures,
      submitted: joinSubmission({ jws, disclosures }),
    };
  }

  /** A good event with some members of its payload changed, in canonical form, signed again. */
  async changed(changes: (payload: JsonObject) => JsonObject, signer?: Signer): Promise<string> {
    const { payload, disclosures } = await this.good();
    const text = canonicalText(changes(payload), 64);
    return joinSubmission({
      jws: await forge({ payload: text, signer: signer ?? this.attacker.signer }),
      disclosures,
    });
  }

  /** A good event with its canonical text changed: signed as it stands. */
  async rewritten(rewrite: (text: string) => string | Uint8Array): Promise<string> {
    const { text, disclosures } = await this.good();
    const rewritten = rewrite(text);
    assert.notEqual(rewritten, text, 'the text was changed');
    return joinSubmission({
      jws: await forge({ payload: rewritten, signer: this.attacker.signer }),
      disclosures,
    });
  }

  post(events: readonly unknown[]): Promise<Answer> {
    return postEvents(this.test.url, events);
  }

  send(path: string, init: RequestInit): Promise<Answer> {
    return send(`${this.test.url}${path}`, init);
  }

  /** Number of leaves, from the database itself. */
  async size(): Promise<number> {
    const { size } = await this.test.log.db.selectFrom('log_state').select('size').executeTakeFirstOrThrow();
    const { count } = await this.test.log.db
      .selectFrom('event')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    assert.equal(Number(count), size, 'the log is as long as it says');
    return size;
  }

  /** The whole log holds, and is as long as expected. */
  async checkWhole(t: Test, size: number): Promise<void> {
    t.equal((await checkLog(t, this.test.log)).size, size, 'the whole log holds, and has not grown');
  }
}

/** Sends a batch over HTTP; its events may be anything. */
export function postEvents(url: string, events: readonly unknown[]): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return send(`${url}/v1/events`, { method: 'POST', headers, body: JSON.stringify({ events }) });
}

async function send(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  const document = /json/.test(type) ? (JSON.parse(text) as JsonObject) : {};
  return { status: response.status, type, headers: response.headers, document };
}

/** What a hostile batch gets. */
export type Expected =
  /** 400 `malformed`: the check of the log format, and what was found. */
  | { readonly check: string; readonly found: RegExp; readonly event?: number }
  /** 422 `refused`: the rule. */
  | { readonly rule: string; readonly pointer?: string | RegExp }
  /** Any other problem. */
  | { readonly status: number; readonly code: string };

/** The answer is the documented problem, in words of the language asked for, and says nothing of a fault. */
export function expectProblem(t: Test, answer: Answer, expected: Expected): void {
  t.match(answer.type, /^application\/problem\+json/);
  if ('check' in expected) {
    const { check, found, event = 0 } = expected;
    const document = { status: 400, code: 'malformed', faults: [{ event, check, found }] };
    t.match(answer.document, document);
    t.equal(answer.status, 400);
  } else if ('rule' in expected) {
    const { rule, pointer = /^/ } = expected;
    t.match(answer.document, { status: 422, code: 'refused', violations: [{ rule, pointer }] });
    t.equal(answer.status, 422);
  } else {
    t.match(answer.document, expected);
    t.equal(answer.status, expected.status);
  }
}

/** A name, what is sent, and what it gets. */
export type HostileCase = readonly [
  name: string,
  make: () => Promise<readonly unknown[]>,
  expected: Expected,
];

/** Each case gets its documented problem, and the log does not grow. */
export async function attackWith(
  t: Test,
  hostile: HostileStage,
  cases: readonly HostileCase[],
): Promise<void> {
  const size = await hostile.size();
  for (const [name, make, expected] of cases) {
    await t.test(name, async t => {
      expectProblem(t, await hostile.post(await make()), expected);
      t.equal(await hostile.size(), size, 'nothing was written');
    });
  }
}
