import { FileNamings } from '../../custody/judge/file-namings.js';
import { asAct } from '../../custody/judge/place-act.js';
import { claimName, type LogWorld, type Overlay, type Standing } from '../../custody/judge/world.js';
import type { LogState } from '../../custody/log/state.js';
import type { Act, FileNaming, PlacedAct } from '../../custody/rule.js';
import type { Sop } from '../../custody/sop/document.js';
import { readLinks } from '../../custody/source/links.js';
import { isSubject, type SignedEvent } from '../../log/index.js';
import type { NamedEvents } from './named-events.js';

export interface ReplayedLogParts {
  /** Is the history of this subject inside from `seq` 1 to its head? */
  readonly isWhole: (subject: string) => boolean;
  /** Every event of the tree is inside: no link is outside, though it may be withheld. */
  readonly isWholeLog: boolean;
  readonly findSop: (sha256: string) => Sop | undefined;
  /** Without it every event is kept: for exports that fit into memory. */
  readonly named: NamedEvents | undefined;
}

/**
 * The log as far as an export shows it. Kept are the state of each whole subject, the claims made, and the events that
 * others still rely on. What a rule asked for in vain, because it is not inside, is noted in `asked`.
 */
export class ReplayedLog implements LogWorld {
  /** Subjects, or `event <id>`, that were asked for and are not known here. */
  readonly asked = new Set<string>();
  /** A rule asked whom a piece could betray, and not all links are inside. Whoever told it takes it back. */
  consentsMissed = false;
  readonly #parts: ReplayedLogParts;
  readonly #standings = new Map<string, Standing>();
  readonly #events = new Map<string, PlacedAct>();
  readonly #claims = new Map<string, string>();
  /** Sources by the piece that is disclosed as linked to them (GATE-8). */
  readonly #linked = new Map<string, readonly string[]>();
  /** Of a whole log alone. */
  readonly #named = new FileNamings();
  /** Whole subjects whose state follows from something that is not inside. */
  readonly #uncertain = new Set<string>();
  /** What those come to by the acts that are inside: shown to a reader, and never judged by. */
  readonly #followed = new Map<string, unknown>();
  #disclosures: ReadonlyMap<string, readonly string[]> = new Map();
  #linksWithheld = false;
  #log: LogState | undefined;

  constructor(parts: ReplayedLogParts) {
    this.#parts = parts;
  }

  isWhole(subject: string): boolean {
    return this.#parts.isWhole(subject);
  }

  isUncertain(subject: string): boolean {
    return this.#uncertain.has(subject);
  }

  /**
   * From here on the subject's head is known and its state is not.
   * @param state what it is followed from, for a reader alone
   */
  doubt(subject: string, state: unknown): void {
    if (this.#uncertain.has(subject)) return;
    this.#uncertain.add(subject);
    this.#followed.set(subject, state);
  }

  /** Of a subject in doubt; undefined where nobody can say. */
  followed(subject: string): unknown {
    return this.#followed.get(subject);
  }

  /** @param after the state that an act inside makes of the one before; throws where it needs what is not inside */
  follow(subject: string, after: (before: unknown) => unknown): void {
    const before = this.#followed.get(subject);
    if (before === undefined) return;
    this.#followed.delete(subject);
    try {
      this.#followed.set(subject, after(before));
    } catch (error) {
      // A state in doubt may lack what the act goes on from, and then nothing is shown; a fault is none of the log's.
      if (!(error instanceof TypeError) && !(error instanceof RangeError)) throw error;
    }
  }

  standing(subject: string): Standing | undefined {
    if (this.isWhole(subject) && !this.#uncertain.has(subject)) return this.#standings.get(subject);
    // A rule may look up what a body leaves out: that is nothing to be known.
    if (isSubject(subject)) this.asked.add(subject);
    return undefined;
  }

  /** The head alone, whatever is known of the state. */
  head(subject: string): Standing | undefined {
    return this.#standings.get(subject);
  }

  event(eventId: string): PlacedAct | undefined {
    const found = this.#events.get(eventId);
    if (found === undefined) this.asked.add(`event ${eventId}`);
    return found;
  }

  claimant(set: string, key: string): string | undefined {
    return this.#claims.get(claimName(set, key));
  }

  sopDocument(sha256: string): Sop | undefined {
    return this.#parts.findSop(sha256);
  }

  /** Of links that the export hands over; that others may be withheld is noted in `consentsMissed`. */
  sourcesOf(piece: string): readonly string[] | undefined {
    if (!this.#parts.isWholeLog || this.#linksWithheld) this.consentsMissed = true;
    return this.#linked.get(piece);
  }

  /** Of a part of the log nobody can say; who asks it has asked for sources too, and that is told. */
  subjectsNaming(sha256: string): readonly FileNaming[] | undefined {
    return this.#parts.isWholeLog ? this.#named.of(sha256) : undefined;
  }

  piecesLinkedBy(act: Act): readonly string[] {
    return readLinks(act, this.#disclosures.get(act.eventId) ?? []).map(({ piece }) => piece);
  }

  /** What the events that are judged next hand over of their withheld claims, by `event_id`. */
  disclose(disclosures: ReadonlyMap<string, readonly string[]>): void {
    this.#disclosures = disclosures;
  }

  log(): LogState | undefined {
    return this.#log;
  }

  /** Takes over an act that stands, and lets go of the events that nothing waits for any longer. */
  absorb(act: Overlay, events: readonly SignedEvent[]): void {
    for (const [subject, standing] of act.standings) this.#standings.set(subject, standing);
    for (const [name, subject] of act.claims) this.#claims.set(name, subject);
    for (const placed of act.events.values()) {
      this.remember(placed);
      if (this.#parts.isWholeLog) this.#named.note(placed);
    }
    this.#log = act.log();
    for (const event of events) {
      this.#link(event);
      for (const id of this.#parts.named?.settle(event) ?? []) this.#events.delete(id);
    }
  }

  #link(event: SignedEvent): void {
    if (event.type !== 'source.linked') return;
    const pieces = this.piecesLinkedBy(asAct(event));
    const { links } = event.body;
    if (!Array.isArray(links) || links.length > pieces.length) this.#linksWithheld = true;
    for (const piece of pieces) {
      this.#linked.set(piece, [...new Set([...(this.#linked.get(piece) ?? []), event.subject])]);
    }
  }

  /** Later events may rely on it. */
  remember(placed: PlacedAct): void {
    const { named } = this.#parts;
    if (named === undefined || named.isAwaited(placed.eventId)) this.#events.set(placed.eventId, placed);
  }
}
