import {
  findCountersignatureFault,
  findItemFault,
  isCountersignature,
  isGroup,
  isGroupItem,
  type ListedItem,
  readListedItems,
  type SignedEvent,
} from '../../log/index.js';
import { CheckFailure } from '../check-failure.js';
import type { Officers } from './officers.js';

/** An event with where and when the log took it in. */
export interface PlacedEvent {
  readonly event: SignedEvent;
  readonly index: number;
  readonly receivedAt: number;
}

interface OpenAct extends PlacedEvent {
  /** The act, then its countersignatures. */
  readonly signed: [SignedEvent, ...SignedEvent[]];
  readonly isItem: boolean;
}

interface OpenGroup extends PlacedEvent {
  readonly listed: readonly ListedItem[];
  readonly taken: Set<string>;
  countersignatures: number;
}

/** What the groups can be compared with. */
export interface GroupScope {
  readonly complete: boolean;
  /** All of this subject's events are inside. */
  isWhole(subject: string): boolean;
  /** Of the last event of the subject so far; 0 before the first. */
  seqOf(subject: string): number;
}

const MAX_OUTSIDE = 1000;

/**
 * Check *group*: acts, their countersignatures and the events of their items, as they follow one another in the log
 * (log-format section 10), and what `refs` names (section 1). Faults are kept until the whole is judged; the one at
 * the smallest index counts.
 */
export class GroupChecks {
  readonly #scope: GroupScope;
  readonly #officers: Officers;
  readonly #seen = new Set<string>();
  /** Events that `refs` or `group` of a whole subject names. */
  readonly #named = new Set<string>();
  /** Events of subjects that are not whole: by what they may be inside for. */
  readonly #detached: {
    readonly index: number;
    readonly subject: string;
    readonly reasons: readonly string[];
  }[] = [];
  readonly #outside = new Map<string, number>();
  /** Of a partial export: listed, and not there. Where the history ends before it, that is *head*. */
  readonly #missing: { readonly item: ListedItem; readonly index: number }[] = [];
  #act: OpenAct | undefined;
  #group: OpenGroup | undefined;
  #fault: CheckFailure | undefined;

  constructor(scope: GroupScope, officers: Officers) {
    this.#scope = scope;
    this.#officers = officers;
  }

  take(placed: PlacedEvent): void {
    const { event, index } = placed;
    if (this.#seen.has(event.eventId)) this.#report(index, 'the same event twice');
    this.#checkRefs(placed);
    if (isCountersignature(event)) this.#takeCountersignature(placed);
    else this.#takeAct(placed);
    this.#seen.add(event.eventId);
    this.#noteReason(placed);
  }

  /** @throws {CheckFailure} `group` */
  finish(): void {
    this.#closeAct();
    this.#closeGroup();
    for (const { item, index } of this.#missing) {
      if (this.#scope.seqOf(item.subject) >= item.seq) this.#reportMissing(item, index);
    }
    if (this.#fault !== undefined) throw this.#fault;
  }

  /**
   * What a group inside lists of a subject that is whole, and its history does not reach: the head statement that
   * ends it before denies it (*head*).
   */
  findEndedEarly(): { readonly index: number; readonly subject: string; readonly seq: number } | undefined {
    const found = this.#missing.find(({ item }) => this.#scope.seqOf(item.subject) < item.seq);
    return found === undefined ? undefined : { index: found.index, ...found.item };
  }

  /** Named events that are not inside, each with a leaf that names it; not more than a thousand. */
  get outside(): ReadonlyMap<string, number> {
    return this.#outside;
  }

  /** The first event of a subject that is not whole, and that nothing inside names. */
  findUnnamed(): { readonly index: number; readonly subject: string } | undefined {
    return this.#detached.find(({ reasons }) => !reasons.some(name => this.#named.has(name)));
  }

  #report(index: number, detail: string): void {
    if (this.#fault !== undefined && Number(this.#fault.where) <= index) return;
    this.#fault = new CheckFailure('group', index, detail);
  }

  #checkRefs({ event, index }: PlacedEvent): void {
    const { group } = event.body;
    const names = typeof group === 'string' ? [...event.refs, group] : event.refs;
    const whole = this.#scope.isWhole(event.subject);
    for (const name of names) {
      if (whole && !this.#scope.complete) this.#named.add(name);
      if (this.#seen.has(name)) continue;
      if (this.#scope.complete) this.#report(index, `${name} names no earlier event of the log`);
      else if (whole && this.#outside.size < MAX_OUTSIDE) this.#outside.set(name, index);
    }
  }

  #takeCountersignature(placed: PlacedEvent): void {
    const { event, index } = placed;
    const act = this.#act;
    // Named by itself, as an event of a history that is not inside: so is its act. Whatever it says that it is of must
    // not be inside then: it would be counted for an act in whose history it does not stand.
    const names = [...event.refs, String(event.body.eventId)];
    const isAlone = !this.#scope.isWhole(event.subject) && !names.some(name => this.#seen.has(name));
    if (isAlone && !this.#scope.complete) return;
    if (act === undefined || act.index + act.signed.length !== index || act.isItem) {
      this.#report(index, 'expected the act directly before its countersignature');
      return;
    }
    const fault = findCountersignatureFault(event, act.signed) ?? this.#findSignerFault(event, act);
    if (fault !== undefined) this.#report(index, fault);
    act.signed.push(event);
    if (this.#group?.event === act.event) this.#group.countersignatures += 1;
  }

  /** Key and role are good at the leaf of the act too: what the act itself brings in cannot countersign it. */
  #findSignerFault({ kid, actor }: SignedEvent, { index, receivedAt }: OpenAct): string | undefined {
    if (!this.#officers.isKeyGood(kid, actor.officer, index)) {
      return `the key of the countersignature is not good at leaf ${index} of the act`;
    }
    if (!this.#officers.holdsRole(actor.officer, actor.role, index, receivedAt)) {
      return `the role of the countersignature is not held at leaf ${index} of the act`;
    }
    return undefined;
  }

  #takeAct(placed: PlacedEvent): void {
    this.#closeAct();
    const { event } = placed;
    const isItem = isGroupItem(event);
    if (isItem) this.#takeItem(placed);
    else this.#closeGroup();
    this.#act = { ...placed, signed: [event], isItem };
    if (!isGroup(event) || isItem) return;
    const listed = readListedItems(event);
    if (typeof listed === 'string') this.#report(placed.index, listed);
    else this.#group = { ...placed, listed, taken: new Set(), countersignatures: 0 };
  }

  #takeItem({ event, index }: PlacedEvent): void {
    const { group: name } = event.body;
    const group = this.#group;
    if (group === undefined || name !== group.event.eventId) {
      this.#closeGroup();
      if (typeof name !== 'string') this.#report(index, 'expected group to be an event');
      else if (this.#seen.has(name))
        this.#report(index, 'expected the group directly before the events of its items');
      return;
    }
    const item = group.listed[index - group.index - 1 - group.countersignatures];
    const fault =
      item === undefined
        ? 'the group does not list an event at this leaf'
        : findItemFault(event, item, group.event);
    if (fault !== undefined) this.#report(index, fault);
    group.taken.add(event.subject);
  }

  /** An erasure takes two (log-format section 2). Who must countersign other acts is for the rules. */
  #closeAct(): void {
    const act = this.#act;
    if (act?.event.type.endsWith('.disclosure-erased') && act.signed.length === 1) {
      this.#report(act.index, 'expected the countersignature of an erasure');
    }
    this.#act = undefined;
  }

  #closeGroup(): void {
    const group = this.#group;
    this.#group = undefined;
    if (group === undefined) return;
    for (const item of group.listed) {
      if (group.taken.has(item.subject)) continue;
      if (this.#scope.complete) this.#reportMissing(item, group.index);
      else if (this.#scope.isWhole(item.subject)) this.#missing.push({ item, index: group.index });
    }
  }

  #reportMissing({ subject }: ListedItem, index: number): void {
    this.#report(index, `no event of ${subject} directly after, which the group lists`);
  }

  #noteReason({ event, index }: PlacedEvent): void {
    const { subject } = event;
    if (this.#scope.isWhole(subject)) return;
    const acts = isCountersignature(event) ? event.refs : [];
    this.#detached.push({ index, subject, reasons: [event.eventId, ...acts] });
  }
}
