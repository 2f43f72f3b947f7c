import type { Actor, JsonObject } from '../log/index.js';
import type { OfficerState } from './officer/state.js';
import type { Static, TSchema } from './schema/described.js';
import type { Kind } from './schema/identifiers.js';
import type { Sop } from './sop/document.js';
import type { Text } from './text.js';
import type { Violation } from './violation.js';

/** An event as the rules see it. `body` is the committed body: withheld claims are digests. */
export interface Act<Body = JsonObject> {
  readonly eventId: string;
  readonly subject: string;
  /** UUID part of the subject. */
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly form: number;
  readonly actor: Actor;
  readonly kid: string;
  readonly at: string;
  readonly refs: readonly string[];
  readonly body: Body;
}

/** An event that is, or is about to be, at a leaf of the log. */
export interface PlacedAct<Body = JsonObject> extends Act<Body> {
  readonly index: number;
  /** Time received, ms since 1970. */
  readonly receivedAt: number;
}

/** A countersignature of the act that is judged (log-format section 10). */
export interface Countersigner {
  readonly officer: string;
  readonly role: string;
  readonly kid: string;
  readonly as: string;
}

/**
 * All that `decide` may see beside the subject's own state (design section 4): no clock, no database, no
 * network, so that one item's export can be replayed by an outsider.
 */
export interface Circumstances {
  /** Leaf index that the event has or would have. */
  readonly index: number;
  /** Time received, ms since 1970. */
  readonly receivedAt: number;
  readonly sop: Sop;
  /** Countersignatures of the act; of the group's event where an item event is judged. */
  readonly countersigners: readonly Countersigner[];
  /** The group's event where an item event is judged, else null. */
  readonly group: Act | null;
  /** The item events of a group, in order; empty for other acts. */
  readonly items: readonly Act[];
  /** An event named in `refs`, or undefined where the act does not name it. */
  referenced(eventId: string): PlacedAct | undefined;
  /** An officer as of this leaf. */
  officer(id: string): OfficerState | undefined;
}

/** Facts of the whole log: the second, named list of rules, not replayable in a partial export. */
export interface LogWideFacts {
  /** State of another subject, `<kind>/<UUID>`; undefined where there is none. */
  state(subject: string): unknown;
  /** The subject that holds this claim, undefined where nobody does. */
  claimant(set: string, key: string): string | undefined;
  /** An SOP document known to the service, by the hash of its bytes. */
  sopDocument(sha256: string): Sop | undefined;
  /**
   * Sources, `source/<UUID>`, that could be identified in a piece (GATE-8); undefined where who judges does not hold the
   * withheld claims that tell it. Their rule names the piece in `LookUp.linkedTo`.
   */
  sourcesOf(piece: string): readonly string[] | undefined;
  /**
   * What names a file, by SHA-256 (hexadecimal), in the open; undefined where who judges does not see the whole log. Their rule
   * names a piece that has the file in `LookUp.filesOf`.
   */
  subjectsNaming(sha256: string): readonly FileNaming[] | undefined;
  readonly receivedAt: number;
  readonly sop: Sop;
  /** As in `Circumstances`: the group of an item event, the item events of a group. */
  readonly group: Act | null;
  readonly items: readonly Act[];
  readonly countersigners: readonly Countersigner[];
}

/** A subject that names a file in the open. */
export interface FileNaming {
  /** `<kind>/<UUID>`. */
  readonly subject: string;
  /** Leaf of its first act that does. */
  readonly index: number;
}

/** Something only one subject of the log may ever have: a seal number, an item number. */
export interface Claim {
  readonly set: string;
  readonly key: string;
}

/** Holders of claims, and states of other subjects, that a rule over the whole log has to see. */
export interface LookUp {
  readonly claims?: readonly Claim[];
  readonly subjects?: readonly string[];
  /** Pieces, `<kind>/<UUID>`, whose linked sources it asks for. */
  readonly linkedTo?: readonly string[];
  /** Pieces, `<kind>/<UUID>`, of whose files it asks what else names them. */
  readonly filesOf?: readonly string[];
}

/** An earlier form: read, judged and folded for ever as `decide` and `evolve` do it, but no longer appended. */
export interface FormerForm {
  readonly form: number;
  readonly body: TSchema;
  /** Edition of the rules from which on it is refused; under a procedure of an earlier one it stands (RQ-13). */
  readonly supersededIn: number;
}

/**
 * One type of event: its body, who may see it happen, what stops it and what it changes. One file each.
 * `decide` judges and returns every violation it finds; `evolve` folds and never fails.
 */
export interface EventRule<State, Body extends TSchema = TSchema> {
  readonly type: string;
  readonly form: number;
  /** E-, RQ-, GATE-numbers of domain.md, or the section of the log format. */
  readonly source: string;
  readonly title: Text;
  /** Schema of the committed body. Frozen once on `main`: a change is a new form. */
  readonly body: Body;
  readonly former?: readonly FormerForm[];
  /** The event begins its subject (seq 1), and only such an event does. */
  readonly begins: boolean;
  /** Types of the item events that go with a group's event; absent for what is no group. */
  readonly itemTypes?: readonly string[];
  /** A group that may also concern no item at all: `body.items` is then empty. */
  readonly itemsOptional?: true;
  decide(
    state: State | undefined,
    act: Act<Static<Body>>,
    circumstances: Circumstances,
  ): readonly Violation[];
  /** Rules over the whole log. */
  decideLogWide?(state: State | undefined, act: Act<Static<Body>>, facts: LogWideFacts): readonly Violation[];
  /**
   * Claims the event makes; one that is held already is refused. Before the state is known, all that it may claim.
   */
  claims?(act: Act<Static<Body>>, before?: State): readonly Claim[];
  /**
   * What the rule asks for, officers included, beside what the body names and the event claims; `before` is the state its
   * subject has in the log, where it has one.
   */
  looksUp?(act: Act<Static<Body>>, before?: State): LookUp;
  evolve(state: State | undefined, act: PlacedAct<Static<Body>>, circumstances: Circumstances): State;
}

/** A rule of any body, as the catalogue holds it. */
export type AnyEventRule = EventRule<unknown>;

/** All rules of one kind of subject. */
export interface KindRules<State = unknown> {
  readonly kind: Kind;
  readonly title: Text;
  readonly events: readonly EventRule<State>[];
  /** What holds for every event of the kind that follows the first, beside the event's own rule. */
  decideAlways?(state: State, act: Act, circumstances: Circumstances): readonly Violation[];
  /** What every event of the kind changes, after the event's own `evolve`. */
  evolveAlways?(state: State, act: PlacedAct, circumstances: Circumstances): State;
}

/**
 * Defines an event that begins a subject. Its `decide` sees no state.
 */
export function beginning<State, Body extends TSchema>(
  rule: Omit<EventRule<State, Body>, 'begins' | 'decide' | 'evolve'> & {
    decide(act: Act<Static<Body>>, circumstances: Circumstances): readonly Violation[];
    evolve(act: PlacedAct<Static<Body>>, circumstances: Circumstances): State;
  },
): EventRule<State> {
  const erased: EventRule<State, Body> = {
    ...rule,
    begins: true,
    decide: (_state, act, circumstances) => rule.decide(act, circumstances),
    evolve: (_state, act, circumstances) => rule.evolve(act, circumstances),
  };
  return erased as EventRule<State>;
}

/**
 * Defines an event of a subject that exists; the judge never calls it without a state.
 */
export function following<State, Body extends TSchema>(
  rule: Omit<EventRule<State, Body>, 'begins' | 'decide' | 'decideLogWide' | 'evolve'> & {
    decide(state: State, act: Act<Static<Body>>, circumstances: Circumstances): readonly Violation[];
    decideLogWide?(state: State, act: Act<Static<Body>>, facts: LogWideFacts): readonly Violation[];
    evolve(state: State, act: PlacedAct<Static<Body>>, circumstances: Circumstances): State;
  },
): EventRule<State> {
  const { decideLogWide } = rule;
  const erased: EventRule<State, Body> = {
    ...rule,
    begins: false,
    decide: (state, act, circumstances) => rule.decide(existing(state, act), act, circumstances),
    ...(decideLogWide === undefined
      ? {}
      : { decideLogWide: (state, act, facts) => decideLogWide(existing(state, act), act, facts) }),
    evolve: (state, act, circumstances) => rule.evolve(existing(state, act), act, circumstances),
  };
  return erased as EventRule<State>;
}

function existing<State>(state: State | undefined, act: Act): State {
  if (state === undefined) throw new Error(`${act.type} was judged for ${act.subject}, which does not exist`);
  return state;
}
