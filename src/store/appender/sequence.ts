import type { Overlay } from '../../custody/judge/world.js';
import { encodeLeaf, hashJws, leafHash, NO_PREVIOUS_LEAF, subjectTag } from '../../log/index.js';
import type { StoredSubject } from './load-world.js';
import type { PendingEvent } from './read-batch.js';

/** An event that has its place: nothing of it can change any more. */
export interface SequencedEvent extends PendingEvent {
  readonly index: number;
  readonly receivedAt: number;
  /** 145 bytes. */
  readonly leaf: Uint8Array;
  readonly leafHash: Uint8Array;
}

/** Where a subject stands after the group, to be stored. */
export interface SubjectChange {
  readonly subject: string;
  readonly salt: Uint8Array;
  readonly seq: number;
  readonly head: string;
  readonly headLeaf: Uint8Array;
  readonly state: unknown;
}

export type RandomBytes = (length: number) => Uint8Array;

/**
 * Makes the leaves of accepted events, in order (log-format section 4), and moves the subjects' heads on. New
 * subjects get their salt here, once for ever.
 */
export class Sequencer {
  readonly #subjects = new Map<string, { salt: Uint8Array; headLeaf: Uint8Array }>();
  readonly #known: ReadonlyMap<string, StoredSubject>;
  readonly #random: RandomBytes;

  constructor(known: ReadonlyMap<string, StoredSubject>, random: RandomBytes) {
    this.#known = known;
    this.#random = random;
  }

  place(pending: PendingEvent, index: number, receivedAt: number): SequencedEvent {
    const { subject, seq, jws } = pending.event;
    const { salt, headLeaf } = this.#of(subject);
    const leaf = encodeLeaf({
      salt: this.#random(32),
      subjectTag: subjectTag(salt, subject),
      seq,
      prevLeaf: headLeaf,
      jwsHash: hashJws(jws),
      receivedAt,
    });
    const hash = leafHash(leaf);
    this.#subjects.set(subject, { salt, headLeaf: hash });
    return { ...pending, index, receivedAt, leaf, leafHash: hash };
  }

  saltOf(subject: string): Uint8Array {
    return this.#of(subject).salt;
  }

  /** The subjects touched, with their states as the accepted batches left them. */
  changes(accepted: Overlay): readonly SubjectChange[] {
    return [...this.#subjects].map(([subject, { salt, headLeaf }]) => {
      const standing = accepted.standing(subject);
      if (standing === undefined) throw new Error(`${subject} was appended to and has no state`);
      return { subject, salt, headLeaf, ...standing };
    });
  }

  #of(subject: string): { salt: Uint8Array; headLeaf: Uint8Array } {
    const known = this.#subjects.get(subject) ?? this.#known.get(subject);
    return known ?? { salt: this.#newSalt(subject), headLeaf: NO_PREVIOUS_LEAF };
  }

  #newSalt(subject: string): Uint8Array {
    const salt = this.#random(32);
    this.#subjects.set(subject, { salt, headLeaf: NO_PREVIOUS_LEAF });
    return salt;
  }
}
