import {
  type EventPayload,
  equalBytes,
  isCountersignature,
  type Leaf,
  type Policy,
  type SignedEvent,
  splitJws,
  utf8Bytes,
  verifySignature,
} from '../../log/index.js';
import type { AccessAnchor } from '../access-log.js';
import type { Contents } from '../bag/contents.js';
import { at, CheckFailure, later } from '../check-failure.js';
import { type Anchor, readAnchor, type UncountedAnchor } from './anchors.js';
import { checkAuthority, checkRole } from './authority.js';
import type { BoundFile, Examined } from './examine.js';
import type { Examiner } from './examiner.js';
import { checkFounders, checkFoundingAct, type NamedFounder, readFounders } from './founding.js';
import { GroupChecks } from './group-checks.js';
import { Histories } from './histories.js';
import { type Checkpointed, checkInclusion } from './inclusion.js';
import { checkKeyClaims } from './key-claims.js';
import { LogKeys } from './log-keys.js';
import { Officers } from './officers.js';
import { SignedWith } from './signed-with.js';
import type { Subjects } from './subjects.js';
import { takeEffect } from './take-effect.js';
import type { Times } from './times.js';
import { WithheldClaims } from './withheld-claims.js';

/** An event with what its line said; the event is undefined where its payload cannot be read. */
interface ReadEvent {
  readonly examined: Examined;
  readonly event: SignedEvent | undefined;
}

export interface WalkScope extends Checkpointed {
  readonly origin: string;
  readonly complete: boolean;
  readonly policy: Policy;
  readonly subjects: Subjects;
  readonly times: Times;
  readonly contents: Contents;
  readonly examiner: Examiner;
}

/** An act whose countersignatures may still come. */
interface OpenAct {
  readonly event: SignedEvent;
  readonly index: number;
  readonly countersignatures: SignedEvent[];
}

/** Nobody's act is countersigned by so many; more than that are not held. */
const MAX_COUNTERSIGNATURES = 500;

type HashedLeaf = Leaf & { readonly hash: Uint8Array };

/**
 * Takes one event after the other through the checks that each of them must pass (log-format section 12), and keeps
 * what the checks of the whole need: heads, keys and roles, never the events.
 */
export class EventWalk {
  readonly officers = new Officers();
  readonly logKeys = new LogKeys();
  readonly histories = new Histories();
  readonly withheld = new WithheldClaims();
  readonly signedWith = new SignedWith();
  readonly groups: GroupChecks;
  readonly anchors: Anchor[] = [];
  readonly uncountedAnchors: UncountedAnchor[] = [];
  /** Where the log says that the access log stood. */
  readonly accessAnchors: AccessAnchor[] = [];
  readonly signers = new Set<string>();
  readonly files = new Map<string, BoundFile>();
  /** SOP documents that the log adopted, by SHA-256. */
  readonly sops = new Set<string>();
  logSubject = '';
  events = 0;
  readonly #scope: WalkScope;
  #founders: readonly NamedFounder[] = [];
  #act: OpenAct | undefined;
  #lastIndex = -1;

  constructor(scope: WalkScope) {
    this.#scope = scope;
    const isWhole = (subject: string): boolean => scope.subjects.get(subject)?.whole ?? false;
    const seqOf = (subject: string): number => this.histories.headOf(subject)?.seq ?? 0;
    this.groups = new GroupChecks({ complete: scope.complete, isWhole, seqOf }, this.officers);
  }

  /** @throws {CheckFailure} of the first check that fails */
  async take(examined: Examined): Promise<{ event: SignedEvent; leaf: HashedLeaf }> {
    this.#checkIndex(examined.index);
    const read = readExamined(examined);
    const event = await this.#checkSignature(read);
    // Only now: a countersignature that was damaged is at fault itself, not the act that it is missing from.
    if (!isCountersignature(event)) this.#closeAct();
    await this.#checkKey(event, examined.index);
    const leaf = this.#checkRole(event, examined);
    refuse(examined, 'disclosure');
    const receivedAt = this.#checkLeaf(event, examined, leaf);
    await this.#checkAnchor(event, examined.index);
    await this.#checkPlace(event, examined.index, leaf);
    this.#keep(event, examined, receivedAt);
    return { event, leaf };
  }

  /**
   * After the last event.
   * @throws {CheckFailure} `role`
   */
  finish(): void {
    this.#closeAct();
    this.#checkFoundersRegistered();
  }

  /** Who may sign an act alone depends on who countersigns it, at the leaves after it (*role*). */
  #closeAct(): void {
    const act = this.#act;
    this.#act = undefined;
    if (act === undefined) return;
    at(act.index, () => checkAuthority(act, this.officers));
    if (act.index === 0) at(0, () => checkFoundingAct(act.event, act.countersignatures, this.#founders));
  }

  /**
   * Founders are officers like others: each is registered, signed by another founder (log-format section 8).
   * @throws {CheckFailure} `role`
   */
  #checkFoundersRegistered(): void {
    const missing = this.#founders.find(({ officer }) => !this.officers.isRegistered(officer));
    if (missing !== undefined)
      throw new CheckFailure('role', 0, `the founder ${missing.officer} is not registered`);
  }

  /**
   * The leaf that a line says it is of exists; of a complete export it is the one at the line's place. Before
   * anything else: what counts from a leaf on, or up to it, is judged by this number.
   */
  #checkIndex(index: number): void {
    const { complete, size } = this.#scope;
    if (complete && index !== this.events) {
      throw new CheckFailure('sequence', index, `the line stands at the place of leaf ${this.events}`);
    }
    if (index >= size) throw new CheckFailure('sequence', index, `the tree has ${size} leaves`);
  }

  /** *jws*, *key* of an unknown one, *jcs*. */
  async #checkSignature({ examined, event }: ReadEvent): Promise<SignedEvent> {
    const { index, signed, jws } = examined;
    if (signed === undefined) throw new CheckFailure('jws', index, examined.faults.jws ?? 'not a JWS');
    if (index === 0 && this.#lastIndex < 0) this.#nameFounders(jws, signed.eventId);
    const key = this.officers.findKey(signed.kid);
    if (key === undefined) throw new CheckFailure('key', index, `unknown kid ${signed.kid}`);
    if (key.alg !== signed.alg) throw new CheckFailure('key', index, `the key is for ${key.alg}`);
    const good = signed.good ?? (await verifyAgain(jws, key));
    if (!good) throw new CheckFailure('jws', index, 'bad signature');
    if (event === undefined) throw new CheckFailure('jcs', index, examined.faults.jcs ?? 'not an event');
    if (event.log !== this.#scope.origin) {
      throw new CheckFailure('jcs', index, `expected log ${this.#scope.origin}, received ${event.log}`);
    }
    return event;
  }

  /** Leaf 0 brings in the keys that it is checked with: whose they are, the origin tells (*key*). */
  #nameFounders(jws: string, eventId: string): void {
    this.#founders = at(0, () => readFounders(jws));
    for (const { officer, key } of this.#founders) this.officers.addFounder(officer, key, eventId);
  }

  async #checkKey(event: SignedEvent, index: number): Promise<void> {
    if (!this.officers.isKeyGood(event.kid, event.actor.officer, index)) {
      throw new CheckFailure(
        'key',
        index,
        `${event.kid} is no good key of ${event.actor.officer} at this leaf`,
      );
    }
    if (index === 0) await later(index, () => checkFounders(event, this.#founders));
    await later(index, () => checkKeyClaims(event, this.officers));
  }

  #checkRole(event: SignedEvent, examined: Examined): HashedLeaf {
    const { index, leaf, faults } = examined;
    // Without a leaf there is no time received to judge a role at.
    if (leaf !== undefined) at(index, () => checkRole(event, index, leaf.receivedAt, this.officers));
    if (index > 0) this.#checkLogSubject(event, index);
    if (leaf !== undefined) return leaf;
    refuse(examined, 'disclosure');
    throw new CheckFailure('leaf', index, faults.leaf ?? 'no leaf data');
  }

  /** There is one log: leaf 0 opens it, and its events are about it. */
  #checkLogSubject({ type, subject }: SignedEvent, index: number): void {
    if (type === 'log.opened') throw new CheckFailure('role', index, 'a log is opened at leaf 0');
    if (subject.startsWith('log/') && subject !== this.logSubject) {
      throw new CheckFailure('role', index, `the log is ${this.logSubject}`);
    }
  }

  #checkLeaf(event: SignedEvent, examined: Examined, leaf: HashedLeaf): number {
    const { index } = examined;
    const tag = this.#scope.subjects.get(event.subject)?.tag;
    if (tag === undefined) throw new CheckFailure('leaf', index, `no salt of ${event.subject} is inside`);
    if (!equalBytes(leaf.subjectTag, tag))
      throw new CheckFailure('leaf', index, 'the subject tag is another');
    if (leaf.seq !== event.seq)
      throw new CheckFailure('leaf', index, `expected seq ${event.seq}, received ${leaf.seq}`);
    refuse(examined, 'leaf');
    this.#scope.times.take(index, leaf.receivedAt);
    return leaf.receivedAt;
  }

  async #checkAnchor(event: SignedEvent, index: number): Promise<void> {
    if (event.type === 'log.access-anchored') {
      const { count, head } = event.body;
      this.accessAnchors.push({ leaf: index, count: Number(count), head: String(head) });
    }
    if (event.type !== 'log.anchored') return;
    const anchor = await later(index, () => readAnchor(event, index, this.#scope.policy, this.logKeys));
    if ('reason' in anchor) {
      this.uncountedAnchors.push(anchor);
      return;
    }
    const seen = anchor.seen.map(({ time }) => time);
    this.#scope.times.anchor(anchor.size, seen);
    this.anchors.push(anchor);
  }

  async #checkPlace(event: SignedEvent, index: number, leaf: HashedLeaf): Promise<void> {
    const { complete, contents, subjects } = this.#scope;
    if (!complete) await later(index, () => checkInclusion(contents, index, leaf, this.#scope));
    if (index <= this.#lastIndex) {
      throw new CheckFailure('sequence', index, `the line stands after that of leaf ${this.#lastIndex}`);
    }
    at(index, () => this.histories.take(event, leaf, subjects.get(event.subject)?.whole ?? false));
  }

  #keep(event: SignedEvent, { index, withheld, files }: Examined, receivedAt: number): void {
    this.#lastIndex = index;
    this.events += 1;
    if (index === 0) this.logSubject = event.subject;
    this.signers.add(event.actor.officer);
    this.signedWith.take(event, index);
    this.withheld.take(event, index, withheld);
    this.groups.take({ event, index, receivedAt });
    this.#keepForAuthority(event, index);
    for (const file of files) this.files.set(file.sha256, file);
    this.#keepOfLog(event, index);
    takeEffect(event, index, this.officers);
    const key = event.type === 'officer.key-registered' ? this.officers.lastKey : undefined;
    if (key !== undefined) this.#scope.examiner.learn(key);
    if (index === 0) for (const founder of this.#founders) this.#scope.examiner.learn(founder.key);
  }

  #keepForAuthority(event: SignedEvent, index: number): void {
    if (!isCountersignature(event)) this.#act = { event, index, countersignatures: [] };
    else if (this.#act !== undefined && event.body.eventId === this.#act.event.eventId) {
      const { countersignatures } = this.#act;
      if (countersignatures.length < MAX_COUNTERSIGNATURES) countersignatures.push(event);
    }
  }

  #keepOfLog({ type, body }: SignedEvent, index: number): void {
    if (type === 'log.opened' || type === 'log.key-rotated') this.logKeys.add(String(body.logKey), index);
    const { sop } = body;
    if (type !== 'log.opened' && type !== 'log.sop-adopted') return;
    if (typeof sop === 'object' && sop !== null && 'sha256' in sop) this.sops.add(String(sop.sha256));
  }
}

/** @throws {CheckFailure} where the line itself fails this check */
function refuse({ index, faults }: Examined, check: 'disclosure' | 'leaf'): void {
  const fault = faults[check];
  if (fault !== undefined) throw new CheckFailure(check, index, fault);
}

/** For a key that the examiner did not know yet. */
function verifyAgain(jws: string, key: Parameters<typeof verifySignature>[0]): Promise<boolean> {
  const { signingInput, signature } = splitJws(jws, 'custody-event+jws');
  return verifySignature(key, utf8Bytes(signingInput), signature);
}

/** The event of a line, where its payload could be read: that it is in its form the examiner has found out. */
function readExamined(examined: Examined): ReadEvent {
  const { signed, jws } = examined;
  if (signed?.payload === undefined) return { examined, event: undefined };
  const payload: EventPayload = JSON.parse(signed.payload);
  const { eventId, kid, alg } = signed;
  return { examined, event: { ...payload, jws, eventId, kid, alg } };
}
