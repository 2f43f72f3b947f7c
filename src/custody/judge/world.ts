import { uncorrected } from '../common/state.js';
import type { Founder, LogState } from '../log/state.js';
import type { OfficerState } from '../officer/state.js';
import type { Act, FileNaming, PlacedAct } from '../rule.js';
import type { Sop } from '../sop/document.js';
import { FileNamings } from './file-namings.js';

/** Where a subject stands: its head and the fold of its events. */
export interface Standing {
  readonly seq: number;
  /** `event_id` of the last event. */
  readonly head: string;
  readonly state: unknown;
}

/**
 * What the judge reads. The store loads it before a batch is judged; an outsider builds it from an export.
 * Reading is synchronous: all that a batch may ask for is loaded beforehand.
 */
export interface World {
  standing(subject: string): Standing | undefined;
  event(eventId: string): PlacedAct | undefined;
  claimant(set: string, key: string): string | undefined;
  sopDocument(sha256: string): Sop | undefined;
  /**
   * Sources, `source/<UUID>`, that could be identified in a piece (GATE-8), as far as the links are known here: they are
   * withheld claims. Undefined where who judges holds none.
   */
  sourcesOf(piece: string): readonly string[] | undefined;
  /** What names a file in the open, by SHA-256 (hexadecimal); undefined where who judges does not see the whole log. */
  subjectsNaming(sha256: string): readonly FileNaming[] | undefined;
  /** Pieces that an act links a source to, as far as what it withholds is known here. */
  piecesLinkedBy(act: Act): readonly string[];
}

/** The subject of the log itself, `log/<UUID>`, is one per log. */
export interface LogWorld extends World {
  /** The log's own state; undefined before leaf 0. */
  log(): LogState | undefined;
}

/** One event and what it made of its subject. A countersignature leaves the state as it was. */
export interface Step {
  readonly act: PlacedAct;
  /** Undefined before the first event of the subject. */
  readonly before: unknown;
  readonly after: unknown;
}

/** What a batch changes, kept apart until the whole batch is accepted. */
export class Overlay implements LogWorld {
  readonly standings = new Map<string, Standing>();
  readonly events = new Map<string, PlacedAct>();
  readonly claims = new Map<string, string>();
  /** Every event placed, in order. */
  readonly steps: Step[] = [];
  readonly #below: LogWorld;
  /** Sources linked in this batch, by piece. */
  readonly #linked = new Map<string, readonly string[]>();
  /** Files named in this batch. */
  readonly #named = new FileNamings();
  #log: LogState | undefined;

  constructor(below: LogWorld) {
    this.#below = below;
  }

  standing(subject: string): Standing | undefined {
    return this.standings.get(subject) ?? this.#below.standing(subject);
  }

  event(eventId: string): PlacedAct | undefined {
    return this.events.get(eventId) ?? this.#below.event(eventId);
  }

  claimant(set: string, key: string): string | undefined {
    return this.claims.get(claimName(set, key)) ?? this.#below.claimant(set, key);
  }

  sopDocument(sha256: string): Sop | undefined {
    return this.#below.sopDocument(sha256);
  }

  sourcesOf(piece: string): readonly string[] | undefined {
    const before = this.#below.sourcesOf(piece);
    const linked = this.#linked.get(piece);
    return linked === undefined ? before : [...new Set([...(before ?? []), ...linked])];
  }

  subjectsNaming(sha256: string): readonly FileNaming[] | undefined {
    const before = this.#below.subjectsNaming(sha256);
    return before && this.#named.of(sha256, before);
  }

  piecesLinkedBy(act: Act): readonly string[] {
    return this.#below.piecesLinkedBy(act);
  }

  log(): LogState | undefined {
    return this.#log ?? this.#below.log();
  }

  place(act: PlacedAct, standing: Standing): void {
    this.steps.push({ act, before: this.standing(act.subject)?.state, after: standing.state });
    this.events.set(act.eventId, act);
    this.standings.set(act.subject, standing);
    if (act.subject.startsWith('log/')) this.#log = standing.state as LogState;
    for (const piece of this.piecesLinkedBy(act)) this.#link(piece, [act.subject]);
    this.#named.note(act);
  }

  claim(set: string, key: string, subject: string): void {
    this.claims.set(claimName(set, key), subject);
  }

  /** Takes over what an accepted batch changed. */
  absorb(batch: Overlay): void {
    for (const step of batch.steps) this.steps.push(step);
    for (const [subject, standing] of batch.standings) this.standings.set(subject, standing);
    for (const [eventId, act] of batch.events) this.events.set(eventId, act);
    for (const [name, subject] of batch.claims) this.claims.set(name, subject);
    for (const [piece, sources] of batch.#linked) this.#link(piece, sources);
    this.#named.absorb(batch.#named);
    this.#log = batch.#log ?? this.#log;
  }

  #link(piece: string, sources: readonly string[]): void {
    this.#linked.set(piece, [...new Set([...(this.#linked.get(piece) ?? []), ...sources])]);
  }
}

/** One key for a claim in a map: neither part may hold a line break. */
export function claimName(set: string, key: string): string {
  return `${set}\n${key}`;
}

/**
 * An officer as of now. Before his own registration in the founding batch a founder has the key and the
 * role that `log.opened` gives him (log-format section 8).
 */
export function officerIn(world: LogWorld, id: string): OfficerState | undefined {
  const standing = world.standing(`officer/${id}`);
  if (standing !== undefined) return standing.state as OfficerState;
  const log = world.log();
  const founder = log?.founders.find(({ officer }) => officer === id);
  return log === undefined || founder === undefined ? undefined : asFounder(log, founder);
}

function asFounder(log: LogState, { kid, jwk }: Founder): OfficerState {
  return {
    ...uncorrected,
    unit: null,
    national: false,
    keys: { [kid]: { jwk, registered: 0, revoked: null } },
    grants: { [log.opened]: { role: 'REG', from: log.openedAt, until: null, granted: 0, ended: null } },
  };
}
