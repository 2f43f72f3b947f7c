import type { ExportScopeOf } from '../custody/export/scope.js';
import { LocalizedError } from '../custody/text.js';
import { parseTime, peekEvent } from '../log/index.js';
import type { EventPlace, LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';

/** What goes into an export (log-format section 11). */
export interface Selection {
  /** Every event of the tree is inside. */
  readonly complete: boolean;
  /** Leaves inside, rising; null where all are. */
  readonly indexes: readonly number[] | null;
  /** Subjects of which everything is inside, sorted. */
  readonly whole: readonly string[];
  /** Subjects of which single events are inside, because what was asked for names them; sorted. */
  readonly single: readonly string[];
}

/** What was asked for is not in the log at this size. */
export class NothingSelected extends LocalizedError {
  override readonly name = 'NothingSelected';
}

/**
 * Of what is asked for, acts on it are part of groups: histories of these kinds of them are asked for with it. An item's
 * discrepancies are told whole; a transfer or a package is a matter of many items, and goes whole with an incident.
 */
const asksAlso: Readonly<Record<ExportScopeOf['kind'], readonly string[]>> = {
  LOG: [],
  INCIDENT: ['discrepancy', 'package', 'transfer', 'hold', 'release'],
  ITEM: ['discrepancy'],
  CUSTODIAN: ['discrepancy'],
  PERIOD: [],
};

/** Chooses the events of an export for auditors. @throws NothingSelected */
export async function selectEvents(snapshot: LogSnapshot, scope: ExportScopeOf): Promise<Selection> {
  if (scope.kind === 'LOG') {
    return { complete: true, indexes: null, whole: await snapshot.allSubjects(), single: [] };
  }
  return selectSubjects(snapshot, await askedFor(snapshot, scope), { also: asksAlso[scope.kind] });
}

export interface SubjectsOptions {
  /** Kinds of subject that are asked for too, whole, where acts on what is asked for are part of groups of them. */
  readonly also?: readonly string[];
  /** Of other subjects, which single events may be inside; without it all that are named. */
  mayBeInside?(subject: string): boolean;
}

/**
 * Chooses the events of a part of the log: these subjects, the log's own and those of everybody who signed something
 * inside, whole; and of other subjects the events that these name, one level, with their countersignatures.
 * @throws NothingSelected
 */
export async function selectSubjects(
  snapshot: LogSnapshot,
  asked: readonly string[],
  { also = [], mayBeInside = () => true }: SubjectsOptions = {},
): Promise<Selection> {
  const inside = new Inside();
  inside.addWhole(asked, await snapshot.placesOf(asked));
  if (inside.size === 0) throw nothing();
  const groups = await snapshot.placesWithCountersignatures(
    await readNamedEvents(snapshot, inside.indexes()),
  );
  const alsoAsked = subjectsOf(groups, also);
  inside.addWhole(alsoAsked, await snapshot.placesOf(alsoAsked));
  const named = await readNamedEvents(snapshot, inside.indexes());
  inside.addWhole([snapshot.logSubject], await snapshot.placesOf([snapshot.logSubject]));
  const single = await snapshot.placesWithCountersignatures(named);
  inside.addSingle(single.filter(({ subject }) => mayBeInside(subject)));
  // Who registered an officer signed something inside too, and so did who registered that one.
  for (let signers = inside.signersToAdd(); signers.length > 0; signers = inside.signersToAdd()) {
    inside.addWhole(signers, await snapshot.placesOf(signers));
  }
  return inside.selection();
}

function nothing(): NothingSelected {
  return new NothingSelected({
    en: 'nothing of what was asked for is in the log at this size',
    fr: 'rien de ce qui est demandé ne figure au journal à cette taille',
  });
}

async function askedFor(snapshot: LogSnapshot, scope: ExportScopeOf): Promise<readonly string[]> {
  const { kind, incident, item, custodian, from, until } = scope;
  if (kind === 'INCIDENT' && incident !== null) return snapshot.subjectsOfIncident(incident);
  if (kind === 'ITEM' && item !== null) return [`evidence/${item}`];
  if (kind === 'CUSTODIAN' && custodian !== null) return snapshot.subjectsOfCustodian(custodian);
  if (kind === 'PERIOD' && from !== null && until !== null) {
    return snapshot.subjectsReceived(parseTime(from), parseTime(until));
  }
  throw nothing();
}

function subjectsOf(places: readonly EventPlace[], kinds: readonly string[]): readonly string[] {
  const subjects = new Set(places.map(({ subject }) => subject));
  return [...subjects].filter(subject => kinds.includes(subject.slice(0, subject.indexOf('/')))).sort();
}

/** `event_id`s in `refs` and `group` of the events at these leaves. */
async function readNamedEvents(
  snapshot: LogSnapshot,
  indexes: readonly number[],
): Promise<readonly string[]> {
  const named = new Set<string>();
  for await (const { jws } of snapshot.events(indexes)) {
    const { refs, body } = peekEvent(jws);
    for (const ref of refs) named.add(ref);
    if (typeof body.group === 'string') named.add(body.group);
  }
  return [...named];
}

/** What is inside so far. */
class Inside {
  readonly #whole = new Set<string>();
  readonly #places = new Map<number, EventPlace>();

  get size(): number {
    return this.#places.size;
  }

  /** @param subjects those that were asked for; of them only those with an event in `places` count */
  addWhole(subjects: readonly string[], places: readonly EventPlace[]): void {
    for (const subject of subjects) this.#whole.add(subject);
    this.addSingle(places);
  }

  addSingle(places: readonly EventPlace[]): void {
    for (const place of places) this.#places.set(place.index, place);
  }

  signersToAdd(): readonly string[] {
    const signers = new Set([...this.#places.values()].map(({ officer }) => `officer/${officer}`));
    return [...signers].filter(subject => !this.#whole.has(subject)).sort();
  }

  indexes(): readonly number[] {
    return [...this.#places.keys()].sort((one, other) => one - other);
  }

  selection(): Selection {
    const subjects = [...new Set([...this.#places.values()].map(({ subject }) => subject))].sort();
    return {
      complete: false,
      indexes: this.indexes(),
      whole: subjects.filter(subject => this.#whole.has(subject)),
      single: subjects.filter(subject => !this.#whole.has(subject)),
    };
  }
}
