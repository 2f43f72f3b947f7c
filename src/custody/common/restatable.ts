import { ClassificationOfItem, classificationFrom } from '../evidence/record/classification.js';
import type { Classification } from '../evidence/state.js';
import {
  type Act,
  beginning,
  type Claim,
  type EventRule,
  following,
  type LogWideFacts,
  type LookUp,
} from '../rule.js';
import { Exactly, Prose, type Static, type TSchema } from '../schema/described.js';
import type { Kind } from '../schema/identifiers.js';
import { actMembers, type Occurrence } from '../schema/occurrence.js';
import type { Text } from '../text.js';
import { refuseIf, type Violation } from '../violation.js';
import { classified } from './classified.js';
import { corrected } from './corrected.js';
import { disclosureErased } from './disclosure-erased.js';
import { type CommonState, uncorrected } from './state.js';

/** Why and by whom a record was stated anew or withdrawn. */
interface Done {
  readonly event: string;
  readonly by: string;
  readonly reason: string;
}

/**
 * What an analyst's record holds beside what it states: it is stated whole and, where it was wrong, stated whole again; the
 * last statement is in force and the earlier ones stay in sight (RQ-05).
 */
export interface RestatableState extends CommonState {
  readonly recordedBy: string;
  readonly recordedAt: string;
  /** Leaf of the statement in force: what became known later is a new fact. */
  readonly statedIndex: number;
  readonly classification: Classification;
  /** `event_id` of the classification in force, where it brought the originator's consent with it. */
  readonly originatorConsent?: string;
  readonly restatements: readonly Done[];
  /** It counts no more; null: it stands. */
  readonly withdrawn: Done | null;
}

/** What a kind of record states, and what is checked of it. */
export interface Restatable<Facts, Stated> {
  readonly kind: Kind;
  /** What one record is called, as it begins a sentence. */
  readonly name: Text;
  readonly source: string;
  readonly members: Readonly<Record<string, TSchema>>;
  /** Members that are stated once: what others call the record by. */
  readonly names?: Readonly<Record<string, TSchema>>;
  check(facts: Facts & { readonly occurred: Occurrence }, subject: string): readonly Violation[];
  checkLogWide?(facts: Facts, act: Act, world: LogWideFacts): readonly Violation[];
  looksUp?(facts: Facts): LookUp;
  claims?(facts: Facts): readonly Claim[];
  onRecord(facts: Facts): Stated;
}

const restating = { reason: Prose('Why it is stated anew', 'Raison du nouvel énoncé') };
const withdrawing = Exactly({ ...actMembers, reason: Prose('Why it counts no more', 'Raison du retrait') });

/** The events of a kind whose records are stated, restated, withdrawn, classified and corrected in prose. */
export function restatableEvents<Facts, Stated, State extends RestatableState & Stated>(
  kind: Restatable<Facts, Stated>,
): readonly [EventRule<State>, ...EventRule<State>[]] {
  return [
    recorded<Facts, Stated, State>(kind),
    restated<Facts, Stated, State>(kind),
    withdrawn<State>(kind),
    classified<State>(
      kind.kind,
      titled(kind, 'classified', 'classification'),
      'E56, V6',
      ({ recordedBy }) => recordedBy,
    ),
    corrected<State>(kind.kind, titled(kind, 'corrected in prose', 'rectification')),
    disclosureErased<State>(kind.kind),
  ];
}

function titled({ name }: { readonly name: Text }, en: string, fr: string): Text {
  return { en: `${name.en}: ${en}`, fr: `${name.fr} : ${fr}` };
}

function recorded<Facts, Stated, State extends RestatableState & Stated>(
  kind: Restatable<Facts, Stated>,
): EventRule<State> {
  const body = Exactly({
    ...actMembers,
    ...kind.names,
    ...kind.members,
    classification: ClassificationOfItem,
  });
  const { checkLogWide, looksUp, claims } = kind;
  return beginning<State, typeof body>({
    type: `${kind.kind}.recorded`,
    form: 1,
    source: kind.source,
    title: titled(kind, 'recorded', 'enregistrement'),
    body,
    decide: act => kind.check(factsOf<Facts>(act), act.subject),
    ...(checkLogWide === undefined
      ? {}
      : { decideLogWide: (_state, act, world) => checkLogWide(factsOf<Facts>(act), act as Act, world) }),
    ...(looksUp === undefined ? {} : { looksUp: act => looksUp(factsOf<Facts>(act)) }),
    ...(claims === undefined ? {} : { claims: act => claims(factsOf<Facts>(act)) }),
    evolve: act =>
      ({
        ...uncorrected,
        ...kind.onRecord(factsOf<Facts>(act)),
        recordedBy: act.actor.officer,
        recordedAt: act.body.occurred.at,
        statedIndex: act.index,
        classification: classificationFrom(act.body.classification),
        restatements: [],
        withdrawn: null,
      }) as unknown as State,
  });
}

function restated<Facts, Stated, State extends RestatableState & Stated>(
  kind: Restatable<Facts, Stated>,
): EventRule<State> {
  const body = Exactly({ ...actMembers, ...kind.members, ...restating });
  const { checkLogWide, looksUp } = kind;
  return following<State, typeof body>({
    type: `${kind.kind}.restated`,
    form: 1,
    source: `${kind.source}; E55, RQ-05`,
    title: titled(kind, 'stated anew', 'nouvel énoncé'),
    body,
    decide: (state, act) => [...checkStands(state), ...kind.check(factsOf<Facts>(act), act.subject)],
    ...(checkLogWide === undefined
      ? {}
      : { decideLogWide: (_state, act, world) => checkLogWide(factsOf<Facts>(act), act as Act, world) }),
    ...(looksUp === undefined ? {} : { looksUp: act => looksUp(factsOf<Facts>(act)) }),
    evolve: (state, act) => ({
      ...state,
      ...kind.onRecord({ ...namesOf(kind, state), ...factsOf<Facts>(act) }),
      statedIndex: act.index,
      restatements: [...state.restatements, doneBy(act, act.body.reason)],
    }),
  });
}

function withdrawn<State extends RestatableState>(
  kind: Pick<Restatable<never, unknown>, 'kind' | 'name' | 'source'>,
): EventRule<State> {
  return following<State, typeof withdrawing>({
    type: `${kind.kind}.withdrawn`,
    form: 1,
    source: `${kind.source}; E55, RQ-05`,
    title: titled(kind, 'withdrawn', 'retrait'),
    body: withdrawing,
    decide: checkStands,
    evolve: (state, act) => ({ ...state, withdrawn: doneBy(act, act.body.reason) }),
  });
}

/** What was withdrawn is neither stated anew nor withdrawn again: another record is made. */
function checkStands({ withdrawn: done }: RestatableState): readonly Violation[] {
  return refuseIf(done !== null, 'record.withdrawn-already', '/subject');
}

function doneBy({ eventId, actor }: Act, reason: string): Done {
  return { event: eventId, by: actor.officer, reason };
}

/** What a restatement does not say, because it cannot change. */
function namesOf(
  { names = {} }: { readonly names?: Readonly<Record<string, TSchema>> },
  state: object,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(state).filter(([member]) => Object.hasOwn(names, member)));
}

/** The schema of the body has the members of the facts: what passed it is of their shape. */
function factsOf<Facts>({ body }: { readonly body: unknown }): Facts & { readonly occurred: Occurrence } {
  return body as Facts & { readonly occurred: Occurrence };
}

/** What the members of a record say. */
export type FactsOf<Members extends Record<string, TSchema>> = {
  readonly [Name in keyof Members]: Static<Members[Name]>;
};
