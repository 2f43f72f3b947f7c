import type { Act as SignedAct, SignedEvent } from '../../log/index.js';
import { eventRule, kindRules } from '../catalogue.js';
import type { Act, AnyEventRule, Circumstances, PlacedAct } from '../rule.js';
import type { Sop } from '../sop/document.js';
import { type Overlay, officerIn } from './world.js';

/** When and where in the log a batch would be appended. */
export interface Moment {
  readonly receivedAt: number;
  /** Leaf index of the first event of the batch. */
  readonly firstIndex: number;
  /** The SOP where the log does not say yet which is in force: at its founding. */
  readonly sop: Sop;
}

/** One event of an act, and all that its rule may see. */
export interface EventOfAct {
  readonly signed: SignedEvent;
  readonly own: Act;
  readonly role: 'act' | 'countersignature' | 'item';
  /** Place in the batch, from 0. */
  readonly position: number;
  readonly circumstances: Circumstances;
}

/** The events of an act in the order of their leaves. What they see is looked up in `world` when they ask. */
export function eventsOfAct(world: Overlay, act: SignedAct, moment: Moment): readonly EventOfAct[] {
  const { event, countersignatures, items } = act;
  const countersigners = countersignatures.map(({ actor, kid, body }) => ({
    ...actor,
    kid,
    as: String(body.as),
  }));
  const group = items.length > 0 ? asAct(event) : null;
  const itemActs = items.map(asAct);
  return [event, ...countersignatures, ...items].map((signed, step) => {
    const own = asAct(signed);
    const isItem = step > countersignatures.length;
    const role = step === 0 ? 'act' : isItem ? 'item' : 'countersignature';
    const position = act.position + step;
    const circumstances: Circumstances = {
      index: moment.firstIndex + position,
      receivedAt: moment.receivedAt,
      sop: moment.sop,
      countersigners,
      group: isItem ? group : null,
      items: isItem ? [] : itemActs,
      referenced: id => (signed.refs.includes(id) || id === own.body.group ? world.event(id) : undefined),
      officer: id => officerIn(world, id),
    };
    return { signed, own, role, position, circumstances };
  });
}

/** Gives an accepted event its place in `world`: the state it leaves, its subject's head, what it claims. */
export function placeEvent(world: Overlay, event: EventOfAct, firstIndex: number): void {
  const { signed, own, role, position, circumstances } = event;
  const placed: PlacedAct = {
    ...own,
    index: firstIndex + position,
    receivedAt: circumstances.receivedAt,
  };
  const before = world.standing(own.subject)?.state;
  const rule = role === 'countersignature' ? undefined : eventRule(own.type, signed.form);
  const state = rule === undefined ? before : evolve(rule, before, placed, circumstances);
  world.place(placed, { seq: signed.seq, head: signed.eventId, state });
  for (const { set, key } of rule?.claims?.(own, before) ?? []) world.claim(set, key, own.subject);
}

/** The state that an event at this leaf makes of another, placed nowhere. A countersignature leaves it as it was. */
export function stateAfter(
  { own, role, circumstances }: EventOfAct,
  before: unknown,
  index: number,
): unknown {
  const rule = role === 'countersignature' ? undefined : eventRule(own.type, own.form);
  if (rule === undefined) return before;
  return evolve(rule, before, { ...own, index, receivedAt: circumstances.receivedAt }, circumstances);
}

/**
 * Places an act that is in the log already, without judging it: what a rebuild does. A log is rebuilt by the
 * rules' `evolve` alone, so that a rule made stricter later cannot make an old log unreadable.
 */
export function replayAct(world: Overlay, act: SignedAct, moment: Moment): void {
  for (const event of eventsOfAct(world, act, moment)) placeEvent(world, event, moment.firstIndex);
}

/** The state after an accepted event. Pure. */
function evolve(rule: AnyEventRule, before: unknown, act: PlacedAct, circumstances: Circumstances): unknown {
  const after = rule.evolve(before, act, circumstances);
  const always = kindRules(kindOf(act))?.evolveAlways;
  return always === undefined ? after : always(after, act, circumstances);
}

export function asAct(event: SignedEvent): Act {
  const { eventId, subject, seq, type, form, actor, kid, at, refs, body } = event;
  return {
    eventId,
    subject,
    id: subject.slice(subject.indexOf('/') + 1),
    seq,
    type,
    form,
    actor,
    kid,
    at,
    refs,
    body,
  };
}

export function kindOf(act: Act): string {
  return act.subject.slice(0, act.subject.indexOf('/'));
}
