import { boundFiles } from '../../custody/common/files-kept-back.js';
import type { EvidenceState } from '../../custody/evidence/state.js';
import {
  disclosedValues,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type SignedEvent,
} from '../../log/index.js';
import type { ExportReading, ReadEvent } from '../../verify/index.js';
import { memberOf, textOf } from './body-members.js';
import type { CountersignatureRead } from './countersignatures.js';
import type { PictureRead } from './pictures-read.js';
import { readPictures } from './pictures-read.js';

/** One act of an item, as it was read. */
export interface ActRead {
  readonly index: number;
  readonly receivedAt: number;
  readonly event: SignedEvent;
  readonly disclosed: ReadonlyMap<string, JsonValue>;
  /** Set where custody passed by this act. */
  custody: EvidenceState['custody'];
}

/** An item, as far as its events were read. */
export interface ItemRead {
  readonly subject: string;
  readonly acts: ActRead[];
  readonly pictures: PictureRead[];
  /** After the last act; null where the rules could not be replayed. */
  state: EvidenceState | null;
}

/** So many events of items are kept to be shown; of a larger log the rest is verified and not shown. */
const MAX_EVENTS = 100_000;

/** Notes, while an export is verified, what is shown of its items afterwards. */
export class ItemsReading implements ExportReading {
  readonly items = new Map<string, ItemRead>();
  readonly #byEvent = new Map<string, ActRead>();
  readonly #countersignatures = new Map<string, CountersignatureRead[]>();
  readonly #groups = new Map<string, JsonObject>();
  readonly #names = new Map<string, string>();
  #kept = 0;

  /** More events of items than are kept. */
  get cut(): boolean {
    return this.#kept > MAX_EVENTS;
  }

  event(read: ReadEvent): void {
    const { event } = read;
    const { type, subject, eventId, body } = event;
    if (type === 'officer.registered') this.#nameOfficer(read);
    else if (type.endsWith('.countersigned')) this.#countersigned(event);
    else if (Array.isArray(body.items)) this.#groups.set(eventId, withoutItems(body));
    if (!subject.startsWith('evidence/') || type.endsWith('.countersigned')) return;
    this.#kept += 1;
    if (this.cut) return;
    const { index, receivedAt, disclosures } = read;
    const act = { index, receivedAt, event, disclosed: disclosedValues(disclosures), custody: null };
    const item = this.#itemOf(subject);
    item.acts.push(act);
    item.pictures.push(...readPictures(index, body, boundFiles(body)));
    this.#byEvent.set(eventId, act);
  }

  state({ eventId, subject }: SignedEvent, state: unknown): void {
    const item = this.items.get(subject);
    if (item === undefined) return;
    const known = state as EvidenceState;
    item.state = known;
    const act = this.#byEvent.get(eventId);
    if (act !== undefined && known.custody?.event === eventId) act.custody = known.custody;
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

  #itemOf(subject: string): ItemRead {
    const known = this.items.get(subject);
    if (known !== undefined) return known;
    const item: ItemRead = { subject, acts: [], pictures: [], state: null };
    this.items.set(subject, item);
    return item;
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

/** What a group says of itself; the list of its items is long. */
function withoutItems(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).filter(([name, value]) => name !== 'items' && !isLong(value)),
  );
}

function isLong(value: JsonValue): boolean {
  return Array.isArray(value) || (isJsonObject(value) && Object.keys(value).length > 20);
}
