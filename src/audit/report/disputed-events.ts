import { base64Bytes, FormatError, parseCheckpoint, parseNote } from '../../log/index.js';
import type { DisputedSpan } from './disputed-keys.js';
import { actCells, type ReportEvent, textOf } from './report-event.js';

/** Later events that are named for each of the three ways in which one may speak for a disputed event. */
const most = 10;

export interface DisputedEvent {
  readonly index: number;
  readonly subject: string;
  readonly officer: string;
  readonly kid: string;
  readonly cells: readonly (string | number)[];
  readonly span: DisputedSpan;
  readonly countersigned: string[];
  readonly followed: string[];
  readonly named: string[];
  /** First leaf behind it that anchors a checkpoint with a quorum over it. */
  anchored: number | null;
}

/**
 * Disputed events in log order, and what later ones say for them. One busy officer's key may have signed thousands: each
 * later event looks only at those that it may speak for and that have not enough yet, and nothing of a body is kept.
 */
export class DisputedEvents {
  readonly all: DisputedEvent[] = [];
  /** By their own `event_id` and that of the group they are part of: who signs or names that one speaks for both. */
  readonly #byAct = new Map<string, DisputedEvent[]>();
  /** By subject and officer, as long as more may follow. */
  readonly #bySubject = new Map<string, Map<string, DisputedEvent[]>>();
  #unanchored = 0;

  /** @param report behind all that were added before */
  add(report: ReportEvent, span: DisputedSpan): void {
    const { subject, actor, kid, eventId, body } = report.event;
    const disputed: DisputedEvent = {
      index: report.index,
      ...{ subject, officer: actor.officer, kid, span, cells: actCells(report) },
      ...{ countersigned: [], followed: [], named: [], anchored: null },
    };
    this.all.push(disputed);
    for (const act of new Set([eventId, textOf(body.group)]))
      if (act !== '') listIn(this.#byAct, act).push(disputed);
    const officers = this.#bySubject.get(subject) ?? new Map<string, DisputedEvent[]>();
    this.#bySubject.set(subject, officers);
    listIn(officers, disputed.officer).push(disputed);
  }

  /** What an event by a key that is not disputed there says for those before it; nobody speaks for himself. */
  support({ index, event }: ReportEvent): void {
    const { actor, type, body, refs, subject } = event;
    if (type === 'log.anchored') this.#anchor(index, anchoredSize(body.note));
    const by = `#${index} ${actor.officer}`;
    const others = (act: string) =>
      (this.#byAct.get(act) ?? []).filter(({ officer }) => officer !== actor.officer);
    const countersigned = new Set(type.endsWith('.countersigned') ? others(textOf(body.eventId)) : []);
    for (const disputed of countersigned) name(disputed.countersigned, by);
    this.#follow(subject, actor.officer, by, countersigned);
    const named = new Set(refs.flatMap(others));
    for (const disputed of named) {
      if (disputed.subject !== subject && !countersigned.has(disputed)) name(disputed.named, by);
    }
  }

  #follow(subject: string, officer: string, by: string, countersigned: ReadonlySet<DisputedEvent>): void {
    const officers = this.#bySubject.get(subject) ?? new Map<string, readonly DisputedEvent[]>();
    for (const [signer, waiting] of officers) {
      if (signer === officer) continue;
      for (const disputed of waiting) if (!countersigned.has(disputed)) name(disputed.followed, by);
      officers.set(
        signer,
        waiting.filter(({ followed }) => followed.length < most),
      );
    }
  }

  #anchor(index: number, size: number): void {
    for (let next = this.all[this.#unanchored]; next !== undefined && next.index < size; ) {
      next.anchored = index;
      this.#unanchored += 1;
      next = this.all[this.#unanchored];
    }
  }
}

function listIn(lists: Map<string, DisputedEvent[]>, name: string): DisputedEvent[] {
  const list = lists.get(name) ?? [];
  lists.set(name, list);
  return list;
}

function name(list: string[], by: string): void {
  if (list.length < most) list.push(by);
}

/** Leaves under the checkpoint that is anchored; 0 where it cannot be read. */
function anchoredSize(note: unknown): number {
  try {
    return parseCheckpoint(parseNote(base64Bytes(String(note), 'checkpoint')).text).size;
  } catch (error) {
    if (error instanceof FormatError) return 0;
    throw error;
  }
}
