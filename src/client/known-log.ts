import { Heads } from '../custody/compose/compose-act.js';
import { judgeBatch } from '../custody/judge/judge-batch.js';
import { claimName, type LogWorld, Overlay, type Standing } from '../custody/judge/world.js';
import type { LogState } from '../custody/log/state.js';
import type { PlacedAct } from '../custody/rule.js';
import type { Sop } from '../custody/sop/document.js';
import type { PlacedViolation } from '../custody/violation.js';
import { readActs } from '../log/index.js';
import { type BatchFile, eventIdsOf } from './batch-file.js';

/** What a device knows of the log: carried along before leaving, and moved on by what was signed since. */
export interface Knowledge {
  readonly subjects: ReadonlyMap<string, Standing>;
  readonly events: ReadonlyMap<string, PlacedAct>;
  readonly claims: ReadonlyMap<string, string>;
  readonly logSubject: string;
  readonly sop: Sop;
  readonly sopSha256: string;
}

export type Rehearsal =
  | { readonly kind: 'would-be-accepted' }
  | { readonly kind: 'would-be-refused'; readonly violations: readonly PlacedViolation[] }
  /** The batch follows a head the device does not know. */
  | { readonly kind: 'cannot-tell'; readonly reason: string };

/**
 * The log as a device sees it. The same pure rules run here, so a gate refuses in the field and not a week later
 * at the push (design section 4). What was rehearsed as acceptable moves the heads on.
 */
export class KnownLog {
  readonly #world: Overlay;
  readonly #sop: Sop;
  #index = 2 ** 40;

  constructor(knowledge: Knowledge) {
    this.#sop = knowledge.sop;
    this.#world = new Overlay(worldOf(knowledge));
  }

  /** Heads for composing the next acts; nothing is moved on here. */
  heads(): Heads {
    return new Heads(subject => {
      const standing = this.#world.standing(subject);
      return standing && { seq: standing.seq, eventId: standing.head };
    });
  }

  /** Judges a batch as the service would now. Signatures are not asked for: the rules do not see them. */
  rehearse(batch: BatchFile, now: number): Rehearsal {
    const ids = eventIdsOf(batch);
    const events = batch.events.map(({ payload, kid, alg, jws }, position) => ({
      ...payload,
      kid,
      alg,
      jws: jws ?? '',
      eventId: ids[position] ?? '',
    }));
    const { acts, faults } = readActs(events);
    if (faults.length > 0)
      return { kind: 'cannot-tell', reason: faults.map(({ message }) => message).join('; ') };
    const moment = { receivedAt: now, firstIndex: this.#index, sop: this.#sop };
    const verdict = judgeBatch(this.#world, acts, moment);
    if (verdict.kind === 'stale')
      return { kind: 'cannot-tell', reason: `${verdict.stale.subject} has moved on` };
    if (verdict.kind === 'refused') return { kind: 'would-be-refused', violations: verdict.violations };
    this.#world.absorb(verdict.overlay);
    this.#index += events.length;
    return { kind: 'would-be-accepted' };
  }

  standing(subject: string): Standing | undefined {
    return this.#world.standing(subject);
  }
}

function worldOf({ subjects, events, claims, logSubject, sop, sopSha256 }: Knowledge): LogWorld {
  return {
    standing: subject => subjects.get(subject),
    event: eventId => events.get(eventId),
    claimant: (set, key) => claims.get(claimName(set, key)),
    sopDocument: sha256 => (sha256 === sopSha256 ? sop : undefined),
    log: () => subjects.get(logSubject)?.state as LogState | undefined,
  };
}
