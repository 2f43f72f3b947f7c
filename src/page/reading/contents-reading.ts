import { boundFiles } from '../../custody/common/files-kept-back.js';
import type { Custody, EvidenceState, HandoverOfItem, PhysicalState } from '../../custody/evidence/state.js';
import type { ReleasedPiece } from '../../custody/release/piece.js';
import {
  disclosedValues,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type SignedEvent,
  subjectKind,
} from '../../log/index.js';
import type { ExportReading, ReadEvent } from '../../verify/index.js';
import { memberOf, textOf } from './body-members.js';
import type { CountersignatureRead } from './countersignatures.js';
import { type FileRead, readFiles } from './files-read.js';
import type { Bordereau, CleanedCopy } from './read-bordereau.js';

/** One act, as it was read. */
export interface ActRead {
  readonly index: number;
  readonly receivedAt: number;
  readonly event: SignedEvent;
  readonly disclosed: ReadonlyMap<string, JsonValue>;
}

/** What an act did to the custody of an item; null where custody did not pass by it, or the rules were not replayed. */
type Passing =
  | 'nobody can say'
  | { readonly to: Custody }
  | { readonly handedOver: HandoverOfItem }
  | { readonly ended: PhysicalState };

export interface ItemActRead extends ActRead {
  passing: Passing | null;
}

/** An item, as far as its events were read. */
export interface ItemRead {
  readonly subject: string;
  readonly acts: ItemActRead[];
  readonly files: FileRead[];
  /** After the last act; null where nobody can say. */
  state: EvidenceState | null;
  /** Leaf from which on it follows from the acts inside alone, and no rule was judged by it; null: all was replayed. */
  followedFrom: number | null;
}

/** What an item stands in: a release, a request, an examination, information, a hold. */
export interface MatterRead {
  readonly subject: string;
  readonly kind: MatterKind;
  readonly acts: ActRead[];
  readonly files: FileRead[];
  /** After the last act; null where the rules could not be replayed. */
  state: Pick<ReleasedPiece, 'legal' | 'holds'> | null;
}

/** In the order in which they are shown. */
export const matterKinds = ['request', 'release', 'information', 'examination', 'hold'] as const;
export type MatterKind = (typeof matterKinds)[number];

/** So many events are kept to be shown; of a larger log the rest is verified and not shown. */
const MAX_EVENTS = 100_000;

/** Notes, while an export is verified, what is shown of its contents afterwards. */
export class ContentsReading implements ExportReading {
  readonly items = new Map<string, ItemRead>();
  readonly matters = new Map<string, MatterRead>();
  readonly #byEvent = new Map<string, ItemActRead>();
  readonly #countersignatures = new Map<string, CountersignatureRead[]>();
  readonly #groups = new Map<string, JsonObject>();
  readonly #names = new Map<string, string>();
  #bordereau: Bordereau = { numbers: new Map(), copies: new Map() };
  #kept = 0;
  #whole: ReadonlySet<string> = new Set();

  /** Once it is verified: the subjects whose whole history is inside. */
  tellWhole(subjects: readonly string[]): void {
    this.#whole = new Set(subjects);
  }

  /** Of a dossier, once it is verified. */
  tellPieces(bordereau: Bordereau): void {
    this.#bordereau = bordereau;
  }

  /** In the bordereau; null of what is no piece of it. */
  pieceOf(subject: string): number | null {
    return this.#bordereau.numbers.get(subject) ?? null;
  }

  /** The copy that went along of the file with this SHA-256; null where none did. */
  copyOf(sha256: string): CleanedCopy | null {
    return this.#bordereau.copies.get(sha256) ?? null;
  }

  isWhole(subject: string): boolean {
    return this.#whole.has(subject);
  }

  /** More events are inside than are kept. */
  get cut(): boolean {
    return this.#kept > MAX_EVENTS;
  }

  event(read: ReadEvent): void {
    const { event } = read;
    const { type, subject, eventId, body } = event;
    if (type === 'officer.registered') this.#nameOfficer(read);
    else if (type.endsWith('.countersigned')) this.#countersigned(event);
    else if (Array.isArray(body.items)) this.#groups.set(eventId, withoutItems(body));
    if (type.endsWith('.countersigned')) return;
    const place = this.#placeOf(subject);
    if (place === null) return;
    this.#kept += 1;
    if (this.cut) return;
    const { index, receivedAt, disclosures } = read;
    const act = { index, receivedAt, event, disclosed: disclosedValues(disclosures), passing: null };
    place.acts.push(act);
    place.files.push(...readFiles(index, body, boundFiles(body)));
    if (this.items.has(subject)) this.#byEvent.set(eventId, act);
  }

  state({ eventId, subject }: SignedEvent, state: unknown, isReplayed: boolean): void {
    const matter = this.matters.get(subject);
    if (matter !== undefined) matter.state = state as ReleasedPiece | null;
    const item = this.items.get(subject);
    if (item === undefined) return;
    const before = item.state;
    const after = state as EvidenceState | null;
    item.state = after;
    const act = this.#byEvent.get(eventId);
    if (act === undefined) return;
    if (!isReplayed) item.followedFrom ??= act.index;
    act.passing =
      after === null ? (before === null ? null : 'nobody can say') : passingBy(eventId, before, after);
  }

  /** Of the act, and of the group that it is part of. */
  countersignaturesOf({ eventId, body }: SignedEvent): readonly CountersignatureRead[] {
    const ofGroup = this.#countersignatures.get(textOf(body.group)) ?? [];
    return [...(this.#countersignatures.get(eventId) ?? []), ...ofGroup];
  }

  groupOf({ body }: SignedEvent): JsonObject | undefined {
    return this.#groups.get(textOf(body.group));
  }

  /** Null where it was not handed over. */
  nameOf(officer: string): string | null {
    return this.#names.get(officer) ?? null;
  }

  /** Null of what is not shown. */
  #placeOf(subject: string): { readonly acts: ActRead[]; readonly files: FileRead[] } | null {
    const known = this.items.get(subject) ?? this.matters.get(subject);
    if (known !== undefined) return known;
    const kind = subjectKind(subject);
    if (kind === 'evidence') {
      const item: ItemRead = { subject, acts: [], files: [], state: null, followedFrom: null };
      this.items.set(subject, item);
      return item;
    }
    const matterKind = matterKinds.find(shown => shown === kind);
    if (matterKind === undefined) return null;
    const matter: MatterRead = { subject, kind: matterKind, acts: [], files: [], state: null };
    this.matters.set(subject, matter);
    return matter;
  }

  #nameOfficer({ event: { subject, body }, disclosures }: ReadEvent): void {
    const name = disclosedValues(disclosures).get(textOf(memberOf(body, 'name')._sd));
    if (typeof name === 'string') this.#names.set(subject.slice('officer/'.length), name);
  }

  #countersigned({ actor, body }: SignedEvent): void {
    const signed = textOf(body.eventId);
    const { officer, role } = actor;
    const list = this.#countersignatures.get(signed) ?? [];
    list.push({ officer, role, as: textOf(body.as) });
    this.#countersignatures.set(signed, list);
  }
}

function passingBy(event: string, before: EvidenceState | null, after: EvidenceState): Passing | null {
  const { custody, handover, physical } = after;
  if (custody?.event === event) return { to: custody };
  if (handover?.event === event) return { handedOver: handover };
  return custody === null && (before?.custody ?? null) !== null ? { ended: physical } : null;
}

/** What a group says of itself; the list of its items is long. */
function withoutItems(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).filter(([name, value]) => name !== 'items' && !isLong(value)),
  );
}

function isLong(value: JsonValue): boolean {
  return Array.isArray(value) || (isJsonObject(value) && Object.keys(value).length > 20);
}
