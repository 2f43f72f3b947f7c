import { type Head, Heads } from '../custody/compose/compose-act.js';
import { judgeBatch } from '../custody/judge/judge-batch.js';
import { checkOccurrence } from '../custody/judge/occurrence.js';
import { asAct, eventsOfAct, type Moment } from '../custody/judge/place-act.js';
import { checkSignatories } from '../custody/judge/signatories.js';
import { claimName, type LogWorld, Overlay, type Standing } from '../custody/judge/world.js';
import type { PlacedAct } from '../custody/rule.js';
import type { Sop } from '../custody/sop/document.js';
import type { PlacedViolation } from '../custody/violation.js';
import { type Act, isSubject, readActs } from '../log/index.js';
import { type BatchFile, eventIdsOf, signedFormOf } from './batch-file.js';

/** What a device knows of the log: carried along before leaving, and moved on by what was signed since. */
export interface Knowledge {
  readonly subjects: ReadonlyMap<string, Standing>;
  readonly events: ReadonlyMap<string, PlacedAct>;
  /** Holder of each claim, by `claimName`: as far as the device can know them. */
  readonly claims: ReadonlyMap<string, string>;
  readonly sop: Sop;
}

export type Rehearsal =
  | { readonly kind: 'would-be-accepted'; readonly unknown: readonly string[] }
  | { readonly kind: 'would-be-refused'; readonly violations: readonly PlacedViolation[] }
  /** The rules looked at subjects or events this device does not know; `violations` is what they said then. */
  | {
      readonly kind: 'cannot-tell';
      readonly unknown: readonly string[];
      readonly violations: readonly PlacedViolation[];
    };

/** Rules that need only the batch and the procedure: what they say holds whatever the device does not know. */
const saidOfTheBatch =
  /^(body|disclosure|type|vocabulary|countersignature|group|time|sop)\.|^signer\.role-not-provided$|^override\.(not-allowed|gate-unknown)$/;

/**
 * The log as a device sees it. The same pure rules run here, so a gate refuses in the field and not a week later
 * at the push (design section 4). What was rehearsed as acceptable moves the heads on.
 */
export class KnownLog {
  readonly #known: Knowledge;
  readonly #world: Overlay;
  readonly #heads = new Map<string, Head>();
  /** Subjects whose head is known and whose state is not: something was signed that could not be rehearsed. */
  readonly #uncertain = new Set<string>();
  /** What the rules asked for and nobody here knows, since the rehearsal began. */
  readonly #asked = new Set<string>();
  #index = 2 ** 40;

  constructor(knowledge: Knowledge) {
    this.#known = knowledge;
    this.#world = new Overlay(this.#below());
  }

  /** Heads for composing the next acts; nothing is moved on here. */
  heads(): Heads {
    return new Heads(subject => this.head(subject));
  }

  head(subject: string): Head | undefined {
    const own = this.#heads.get(subject);
    if (own !== undefined) return own;
    const standing = this.#world.standing(subject);
    return standing && { seq: standing.seq, eventId: standing.head };
  }

  standing(subject: string): Standing | undefined {
    return this.#world.standing(subject);
  }

  /** Judges a batch as the service would now. Signatures are not asked for: the rules do not see them. */
  rehearse(batch: BatchFile, now: number): Rehearsal {
    const { acts, faults } = readActs(signedFormOf(batch));
    if (faults.length > 0) {
      return { kind: 'cannot-tell', unknown: faults.map(({ message }) => message), violations: [] };
    }
    this.#asked.clear();
    const moment = { receivedAt: now, firstIndex: this.#index, sop: this.#known.sop };
    const verdict = judgeBatch(this.#world, acts, moment);
    const unknown = this.#unknownTo(batch);
    if (verdict.kind === 'stale') return this.#tellStale(verdict.stale.subject, acts, moment, unknown);
    if (verdict.kind === 'refused') return tell(verdict.violations, unknown);
    this.#world.absorb(verdict.overlay);
    this.#advance(batch);
    return { kind: 'would-be-accepted', unknown };
  }

  /**
   * Takes over a batch that was signed on this device: later acts follow it. Where the rules cannot tell what it
   * makes of its subjects only their heads are known from here on. What the device knows of a subject beyond the
   * batch, because it was read from the service since, stands.
   * @param now time at which it is judged, ms since 1970
   */
  take(batch: BatchFile, now: number): void {
    const ahead = batch.events.filter(({ payload }) => this.#isAhead(payload)).map(({ payload }) => payload);
    if (ahead.length > 0 && this.rehearse(batch, now).kind === 'would-be-accepted') return;
    this.#remember(batch, now);
    this.#advance(batch);
    for (const { subject } of ahead) {
      this.#uncertain.add(subject);
      this.#world.standings.delete(subject);
    }
  }

  #isAhead({ subject, seq }: { readonly subject: string; readonly seq: number }): boolean {
    return seq > (this.head(subject)?.seq ?? 0);
  }

  /** Later acts may refer to its events, wherever their subjects stand by now. */
  #remember(batch: BatchFile, now: number): void {
    for (const [position, event] of signedFormOf(batch).entries()) {
      if (this.#known.events.has(event.eventId)) continue;
      const placed = { ...asAct(event), index: this.#index + position, receivedAt: now };
      this.#world.events.set(event.eventId, placed);
    }
  }

  /** The state the acts follow is not known here: what needs no state is judged all the same. */
  #tellStale(subject: string, acts: readonly Act[], moment: Moment, unknown: readonly string[]): Rehearsal {
    const events = acts.flatMap(act => eventsOfAct(new Overlay(this.#world), act, moment));
    const violations = events
      .filter(({ role }) => role === 'act')
      .flatMap(({ own, position, circumstances }) =>
        [...checkSignatories(own, circumstances), ...checkOccurrence(own, circumstances)].map(violation => ({
          ...violation,
          event: position,
        })),
      );
    return tell(violations, [...new Set([subject, ...unknown])]);
  }

  #advance(batch: BatchFile): void {
    const ids = eventIdsOf(batch);
    for (const [position, { payload }] of batch.events.entries()) {
      if (payload.seq < (this.head(payload.subject)?.seq ?? 0)) continue;
      this.#heads.set(payload.subject, { seq: payload.seq, eventId: ids[position] ?? '' });
    }
    this.#index += batch.events.length;
  }

  /** Subjects that the batch itself begins are not missed. */
  #unknownTo(batch: BatchFile): readonly string[] {
    const begun = new Set(
      batch.events.filter(({ payload }) => payload.seq === 1).map(({ payload }) => payload.subject),
    );
    return [...this.#asked].filter(name => !begun.has(name));
  }

  #below(): LogWorld {
    const { subjects, events, claims } = this.#known;
    const asked = <T>(name: string, found: T | undefined): T | undefined => {
      if (found === undefined) this.#asked.add(name);
      return found;
    };
    const standing = (subject: string) => (this.#uncertain.has(subject) ? undefined : subjects.get(subject));
    return {
      // A rule may look up what a body leaves out: that is nothing to be known.
      standing: subject => (isSubject(subject) ? asked(subject, standing(subject)) : undefined),
      event: eventId => asked(eventId, events.get(eventId)),
      claimant: (set, key) => claims.get(claimName(set, key)),
      sopDocument: () => undefined,
      log: () => undefined,
      // Whom a piece could betray stays with the service: what it says to that is told at the push.
      sourcesOf: () => undefined,
      subjectsNaming: () => undefined,
      piecesLinkedBy: () => [],
    };
  }
}

function tell(violations: readonly PlacedViolation[], unknown: readonly string[]): Rehearsal {
  const certain =
    unknown.length === 0 ? violations : violations.filter(({ rule }) => saidOfTheBatch.test(rule));
  return certain.length > 0
    ? { kind: 'would-be-refused', violations: certain }
    : { kind: 'cannot-tell', unknown, violations };
}
